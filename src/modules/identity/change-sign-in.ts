import type { Context } from '#kernel/context.ts';
import type { AccountId, AccountKind, Device } from './account.ts';
import { askAuth } from './auth.ts';
import { getAccount } from './find-account.ts';
import { isWeakPassword } from './password.ts';
import { refuse } from './refuse.ts';
import { passwordWasChanged } from './reset-password.ts';
import { sendVerifyLetter } from './sign-up.ts';

/** Who changes how they sign in: the account and the token of the session they do it in. */
export interface Holder {
  readonly kind: AccountKind;
  readonly accountId: AccountId;
  readonly token: string;
}

/**
 * Sets a new password for somebody who knows the old one, and signs every other device out.
 *
 * Shape: the token of a fresh session. Refuses: identity.wrongPassword, identity.weakPassword.
 * Announces: identity.passwordChanged.
 */
export async function changePassword(
  ctx: Context,
  who: Holder,
  asked: { current: string; password: string; device: Device },
): Promise<string> {
  const holder = await getAccount(ctx, who.accountId);
  if (isWeakPassword(asked.password, [holder.email, holder.name]))
    throw refuse.weakPassword({ field: 'password' });
  const answer = await askAuth(ctx, { kind: who.kind, device: asked.device }, (api, signed) =>
    api.changePassword({
      body: { currentPassword: asked.current, newPassword: asked.password, revokeOtherSessions: true },
      headers: signed(who.token),
    }),
  );
  if (answer.kind === 'no' || !answer.value.token) throw refuse.wrongPassword({ field: 'current' });
  await passwordWasChanged(ctx, holder);
  return answer.value.token;
}

/**
 * Begins to move an account to another address: it changes when the link that goes there is opened.
 *
 * An address that already has an account gets no link; the caller learns nothing of that.
 * Refuses: identity.wrongPassword, identity.wrongEmail.
 */
export async function changeEmail(
  ctx: Context,
  who: Holder,
  asked: { email: string; password: string; origin: string },
): Promise<void> {
  const known = await askAuth(ctx, { kind: who.kind }, (api, signed) =>
    api.verifyPassword({ body: { password: asked.password }, headers: signed(who.token) }),
  );
  if (known.kind === 'no') throw refuse.wrongPassword({ field: 'password' });
  const answer = await askAuth(ctx, { kind: who.kind }, (api, signed) =>
    api.changeEmail({ body: { newEmail: asked.email }, headers: signed(who.token) }),
  );
  if (answer.kind === 'no') throw refuse.wrongEmail({ field: 'email' });
  for (const told of answer.told) if (told.kind === 'verify') await sendVerifyLetter(ctx, told, asked.origin);
}
