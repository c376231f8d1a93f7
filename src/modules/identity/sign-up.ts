import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { acceptContract, acknowledge, contextualNotice } from '#modules/privacy/index.ts';
import type { AccountId } from './account.ts';
import { ageBand } from './age-gate.ts';
import type { Told } from './adapter-model.ts';
import { askAuth } from './auth.ts';
import { facts } from './facts.ts';
import { findByEmail, getAccount } from './find-account.ts';
import { localeOf, writeLetter } from './letters.ts';
import { makeVerifyLink } from './links.ts';
import { isWeakPassword } from './password.ts';
import { deleteAccount } from './queries-accounts.ts';
import { refuse } from './refuse.ts';

interface SignUp {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly locale?: string;
  /** Where the shop is reached, for the link in the mail: `https://shop.example`. */
  readonly origin: string;
}

/**
 * Opens a buyer's account that waits for its address to be confirmed, or tells the holder of an existing one by mail that
 * somebody tried. The caller learns nothing of which it was.
 *
 * An earlier sign-up that nobody confirmed gives way: the latest password counts, and the earlier link is dead, so nobody
 * can lie in wait with a password of their own on somebody else's address.
 * Refuses: identity.weakPassword, identity.busy. Announces: identity.accountCreated.
 */
export async function signUp(ctx: Context, { email, name, password, locale, origin }: SignUp): Promise<void> {
  if (isWeakPassword(password, [email, name])) throw refuse.weakPassword({ field: 'password' });
  const subject = await dropUnconfirmed(ctx, email);
  const language = localeOf(locale, ctx.locale);
  const answer = await askAuth(ctx, { kind: 'buyer', locale: language, subject }, (api) =>
    api.signUpEmail({ body: { email, name, password } }),
  );
  if (answer.kind === 'no')
    throw answer.code.includes('EMAIL')
      ? refuse.wrongEmail({ field: 'email' })
      : refuse.weakPassword({ field: 'password' });
  for (const told of answer.told) {
    if (told.kind === 'verify') await welcome(ctx, told, origin);
    if (told.kind === 'exists') await warnHolder(ctx, told, origin);
  }
}

async function dropUnconfirmed(ctx: Context, email: string): Promise<SubjectId | undefined> {
  const row = await findByEmail(ctx, 'buyer', email);
  if (!row || row.emailVerified) return undefined;
  await deleteAccount(ctx, row.id);
  return row.subjectId;
}

async function welcome(ctx: Context, told: Told & { kind: 'verify' }, origin: string): Promise<void> {
  const accountId = told.accountId as AccountId;
  const { subject } = await sendVerifyLetter(ctx, told, origin);
  await noteTerms(ctx, subject);
  ctx.emit(facts.accountCreated({ accountId, subjectId: subject }));
}

/** What they were shown and agreed to: an account, and no consent to anything. Source: clauses K7-1, KS-6. */
async function noteTerms(ctx: Context, subject: SubjectId): Promise<void> {
  const { version, ...notice } = contextualNotice('sign-up', ctx.locale);
  const shown = { ...notice, ui: 'sign-up' };
  await acknowledge(ctx, { subject, document: 'sign-up notice', version, notice: shown });
  await acceptContract(ctx, {
    subject,
    document: 'account',
    version,
    notice: shown,
    evidence: { age: ageBand(ctx.tenant) },
  });
}

/** Mails the link that proves an address. */
export async function sendVerifyLetter(
  ctx: Context,
  told: Told & { kind: 'verify' },
  origin: string,
): Promise<{ subject: SubjectId }> {
  const accountId = told.accountId as AccountId;
  const holder = await getAccount(ctx, accountId);
  const code = await makeVerifyLink(ctx, accountId, told.token);
  await writeLetter(ctx, {
    kind: told.email === holder.email ? 'verify' : 'verify-change',
    subject: holder.subject,
    to: { email: told.email, name: holder.name },
    locale: localeOf(holder.locale, ctx.locale),
    about: { table: 'identity.account', id: accountId },
    url: `${origin}/account/verify?code=${code}`,
  });
  return { subject: holder.subject };
}

async function warnHolder(ctx: Context, told: Told & { kind: 'exists' }, origin: string): Promise<void> {
  const holder = await getAccount(ctx, told.accountId as AccountId);
  await writeLetter(ctx, {
    kind: 'already-registered',
    subject: holder.subject,
    to: { email: holder.email, name: holder.name },
    locale: localeOf(holder.locale, ctx.locale),
    about: { table: 'identity.account', id: holder.id },
    url: `${origin}/account/sign-in`,
    dedupe: `identity.already-registered:${holder.id}:${ctx.now.toISOString().slice(0, 10)}`,
  });
}
