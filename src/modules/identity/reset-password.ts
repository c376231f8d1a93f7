import type { Context } from '#kernel/context.ts';
import type { AccountId, AccountKind } from './account.ts';
import { askAuth } from './auth.ts';
import { facts } from './facts.ts';
import { getAccount } from './find-account.ts';
import type { Account } from './find-account.ts';
import { localeOf, writeLetter } from './letters.ts';
import { forgetTries } from './limits.ts';
import { holderOfResetLink } from './links.ts';
import { isWeakPassword } from './password.ts';
import { updateAccount } from './queries-accounts.ts';
import { deleteVerificationsOf } from './queries-sessions.ts';
import { refuse } from './refuse.ts';
import { forgetVisitors } from './visitor-cache.ts';

/** Mails a link for a new password, if there is such an account; the caller learns nothing of that. */
export async function requestPasswordReset(
  ctx: Context,
  { kind, email, origin }: { kind: AccountKind; email: string; origin: string },
): Promise<void> {
  const answer = await askAuth(ctx, { kind }, (api) => api.requestPasswordReset({ body: { email } }));
  for (const told of answer.told) {
    if (told.kind !== 'reset') continue;
    const holder = await getAccount(ctx, told.accountId as AccountId);
    await writeLetter(ctx, {
      kind: 'reset',
      subject: holder.subject,
      to: { email: holder.email, name: holder.name },
      locale: localeOf(holder.locale, ctx.locale),
      about: { table: 'identity.account', id: holder.id },
      url: `${origin}${kind === 'staff' ? '/dashboard/reset' : '/account/reset'}?code=${told.token}`,
    });
  }
}

/**
 * Sets a new password with a link from a mail, and signs every device out.
 *
 * The link came to the account's address, so it also proves the address.
 * Refuses: identity.linkGone, identity.weakPassword. Announces: identity.passwordChanged, identity.emailVerified.
 */
export async function resetPassword(
  ctx: Context,
  { kind, code, password }: { kind: AccountKind; code: string; password: string },
): Promise<void> {
  const accountId = await holderOfResetLink(ctx, code);
  if (!accountId) throw refuse.linkGone();
  const holder = await getAccount(ctx, accountId);
  if (isWeakPassword(password, [holder.email, holder.name])) throw refuse.weakPassword({ field: 'password' });

  const answer = await askAuth(ctx, { kind }, (api) =>
    api.resetPassword({ body: { newPassword: password, token: code } }),
  );
  if (answer.kind === 'no') throw refuse.linkGone();
  if (!holder.emailVerified) {
    await updateAccount(ctx, accountId, { emailVerified: true });
    ctx.emit(facts.emailVerified({ accountId, subjectId: holder.subject }));
  }
  await forgetTries(ctx, 'signInAccount', `${kind}|${holder.email}`);
  await passwordWasChanged(ctx, holder);
}

/** What follows every new password: old links die, the holder is told, and other processes hear of it. */
export async function passwordWasChanged(ctx: Context, holder: Account): Promise<void> {
  await deleteVerificationsOf(ctx, holder.id);
  await writeLetter(ctx, {
    kind: 'password-changed',
    subject: holder.subject,
    to: { email: holder.email, name: holder.name },
    locale: localeOf(holder.locale, ctx.locale),
    about: { table: 'identity.account', id: holder.id },
  });
  ctx.afterCommit(forgetVisitors);
  ctx.emit(facts.passwordChanged({ accountId: holder.id, subjectId: holder.subject }));
}
