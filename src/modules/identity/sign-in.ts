import type { Context } from '#kernel/context.ts';
import { vault } from '#modules/privacy/index.ts';
import type { AccountId, AccountKind, Device } from './account.ts';
import { askAuth } from './auth.ts';
import type { Account } from './find-account.ts';
import { getAccount } from './find-account.ts';
import { localeOf, writeLetter } from './letters.ts';
import { countTry, forgetTries } from './limits.ts';
import { noteDevice } from './queries-sessions.ts';
import { sendVerifyLetter } from './sign-up.ts';

interface SignIn {
  readonly kind: AccountKind;
  readonly email: string;
  readonly password: string;
  readonly device: Device;
  readonly origin: string;
}

type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly token: string; readonly account: Account }
  | { readonly kind: 'refused' };

/**
 * Lets somebody in who knows the password of a confirmed address.
 *
 * Wrong password, unknown address, suspended and unconfirmed account are one outcome: otherwise a sign-up followed by a
 * sign-in would tell whether an address was known before. Who has the right password and has not confirmed gets the link
 * again by mail. A device that was not seen before is told to the holder by mail.
 */
export async function signIn(
  ctx: Context,
  { kind, email, password, device, origin }: SignIn,
): Promise<SignInOutcome> {
  const answer = await askAuth(ctx, { kind, device }, (api) =>
    api.signInEmail({ body: { email, password } }),
  );
  if (answer.kind === 'no') {
    for (const told of answer.told) {
      if (told.kind === 'verify' && !(await countTry(ctx, [['mailTo', email]])))
        await sendVerifyLetter(ctx, told, origin);
    }
    return { kind: 'refused' };
  }
  const account = await getAccount(ctx, answer.value.user.id as AccountId);
  await forgetTries(ctx, 'signInAccount', `${kind}|${email}`);
  await tellOfNewDevice(ctx, account, device, origin);
  return { kind: 'signed-in', token: answer.value.token, account };
}

async function tellOfNewDevice(
  ctx: Context,
  account: Account,
  device: Device,
  origin: string,
): Promise<void> {
  const hash = await vault.keyedHash(ctx, 'identity.device', `${account.id}|${device.userAgent}`);
  const { isNew, isFirst } = await noteDevice(ctx, account.id, hash);
  if (!isNew || isFirst) return;
  const locale = localeOf(account.locale, ctx.locale);
  const time = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(ctx.now);
  await writeLetter(ctx, {
    kind: 'new-device',
    subject: account.subject,
    to: { email: account.email, name: account.name },
    locale,
    about: { table: 'identity.account', id: account.id },
    url: account.kind === 'staff' ? `${origin}/dashboard` : `${origin}/account/devices`,
    values: {
      device:
        locale === 'de'
          ? device.userAgent.replace(' on ', ' unter ').replace('Another program', 'ein anderes Programm')
          : device.userAgent,
      time: `${time} UTC`,
    },
  });
}
