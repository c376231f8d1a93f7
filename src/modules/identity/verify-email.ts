import type { Context } from '#kernel/context.ts';
import type { AccountKind } from './account.ts';
import { knowsPassword } from './adapter-credential.ts';
import { askAuth } from './auth.ts';
import { facts } from './facts.ts';
import { findByEmail, getAccount } from './find-account.ts';
import type { Account } from './find-account.ts';
import { localeOf, writeLetter } from './letters.ts';
import { takeVerifyLink } from './links.ts';
import { deleteAccount } from './queries-accounts.ts';
import { deleteVerificationsOf } from './queries-sessions.ts';
import { refuse } from './refuse.ts';
import { sendVerifyLetter } from './sign-up.ts';
import { forgetVisitors } from './visitor-cache.ts';

/**
 * Takes a link from a mail as proof that the address is the holder's, or makes it the account's new address.
 *
 * The link says whose address it is, the password whose account: somebody else may have opened one on this address,
 * and the holder of the address must not make it theirs by following a link. It does not sign anybody in.
 * Refuses: identity.linkGone, identity.notYourAccount. Announces: identity.emailVerified, identity.profileChanged.
 */
export async function verifyEmail(
  ctx: Context,
  { code, password }: { code: string; password: string },
): Promise<Account> {
  const link = await takeVerifyLink(ctx, code);
  if (!link?.accountId) throw refuse.linkGone();
  const before = await getAccount(ctx, link.accountId);
  if (!(await knowsPassword(ctx, before.id, password))) throw refuse.notYourAccount({ field: 'password' });
  await makeWay(ctx, before, newAddressIn(link.token));

  const answer = await askAuth(ctx, { kind: before.kind }, (api) =>
    api.verifyEmail({ query: { token: link.token } }),
  );
  if (answer.kind === 'no') throw refuse.linkGone();
  const after = await getAccount(ctx, link.accountId);
  if (after.email !== before.email) {
    await tellOldAddress(ctx, before);
    ctx.emit(facts.profileChanged({ accountId: after.id, subjectId: after.subject, field: 'email' }));
  }
  ctx.afterCommit(forgetVisitors);
  ctx.emit(facts.emailVerified({ accountId: after.id, subjectId: after.subject }));
  return after;
}

/** Mails the link again, if there is an account that waits for it; the caller learns nothing of that. */
export async function resendVerification(
  ctx: Context,
  { email, origin }: { email: string; origin: string },
): Promise<void> {
  const answer = await askAuth(ctx, { kind: 'buyer' }, (api) =>
    api.sendVerificationEmail({ body: { email } }),
  );
  for (const told of answer.told) if (told.kind === 'verify') await sendVerifyLetter(ctx, told, origin);
}

/** The token is better-auth's signed word about an address; it was sealed until now, and better-auth checks it next. */
function newAddressIn(token: string): string | undefined {
  const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    updateTo?: unknown;
  };
  return typeof payload.updateTo === 'string' ? payload.updateTo : undefined;
}

/** Another account may have taken the address meanwhile: a confirmed one keeps it, an unconfirmed one gives way. */
async function makeWay(
  ctx: Context,
  holder: { id: string; kind: AccountKind },
  address: string | undefined,
): Promise<void> {
  const other = address === undefined ? undefined : await findByEmail(ctx, holder.kind, address);
  if (!other || other.id === holder.id) return;
  if (other.emailVerified) throw refuse.linkGone();
  await deleteAccount(ctx, other.id);
}

async function tellOldAddress(ctx: Context, before: Account): Promise<void> {
  await deleteVerificationsOf(ctx, before.id);
  await writeLetter(ctx, {
    kind: 'email-changed',
    subject: before.subject,
    to: { email: before.email, name: before.name },
    locale: localeOf(before.locale, ctx.locale),
    about: { table: 'identity.account', id: before.id },
  });
}
