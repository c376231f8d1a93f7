import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '#kernel/context.ts';
import type { AccountId, AccountKind } from './account.ts';
import { endedCookie, readCookies, sessionCookie, tokenIn } from './cookies.ts';
import { checkAge } from './age-gate.ts';
import { callerOf, coarseDevice } from './device.ts';
import type { Account } from './find-account.ts';
import { countTry, refuseOverdrawn } from './limits.ts';
import type { Try } from './limits.ts';
import { refuse } from './refuse.ts';
import { requestPasswordReset, resetPassword } from './reset-password.ts';
import { signOut } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';
import { resendVerification, verifyEmail } from './verify-email.ts';

/** What the door needs to know of a request; a request of the web application is one. */
export interface Knock {
  readonly ip: string;
  readonly protocol: string;
  readonly host: string;
  readonly headers: { readonly cookie?: string | undefined; readonly 'user-agent'?: string | undefined };
  readonly house: { readonly settings: { readonly publicUrl: string | undefined } };
  work<T>(run: (ctx: Context) => Promise<T>): Promise<T>;
}

export const originOf = ({ protocol, host }: Pick<Knock, 'protocol' | 'host'>): string =>
  `${protocol}://${host}`;
export const isHttps = ({ protocol }: Pick<Knock, 'protocol'>): boolean => protocol === 'https';
export const deviceOf = (knock: Knock) => coarseDevice(knock.ip, knock.headers['user-agent'] ?? '');
export const tokenOf = (knock: Knock, side: AccountKind): string | undefined =>
  tokenIn(readCookies(knock.headers.cookie), side, knock.house.settings.publicUrl);

/** Answers that must not tell whether there is an account take at least this long, whatever had to be done. Units: milliseconds. */
const floorMs = 400;

/**
 * Lets a buyer or a colleague in. Tries are counted before they are made, per address and per caller.
 *
 * Shape: the Set-Cookie header to send. Refuses: identity.wrongSignIn, identity.tooManyAttempts.
 */
export async function enter(
  knock: Knock,
  kind: AccountKind,
  { email, password }: { email: string; password: string },
): Promise<{ account: Account; setCookie: string }> {
  await count(knock, [
    ['signInAccount', `${kind}|${email}`],
    ['signInCaller', callerOf(knock.ip)],
  ]);
  const floor = sleep(floorMs);
  const outcome = await knock.work((ctx) =>
    signIn(ctx, { kind, email, password, device: deviceOf(knock), origin: originOf(knock) }),
  );
  if (outcome.kind === 'refused') {
    await floor;
    throw refuse.wrongSignIn();
  }
  return { account: outcome.account, setCookie: sessionCookie(kind, outcome.token, isHttps(knock)) };
}

/** Signs this browser out. Shape: the Set-Cookie header to send. */
export async function leave(knock: Knock, kind: AccountKind): Promise<{ setCookie: string }> {
  const token = tokenOf(knock, kind);
  if (token !== undefined) await knock.work((ctx) => signOut(ctx, token));
  return { setCookie: endedCookie(kind, isHttps(knock)) };
}

/**
 * Opens a buyer's account, or not; the answer is to look into the inbox. Who says that they are too young is sent away
 * before anything is counted or stored.
 *
 * Refuses: identity.ageNeeded, identity.tooYoung, identity.weakPassword, identity.tooManyAttempts.
 */
export async function openAccount(
  knock: Knock,
  {
    oldEnough,
    ...asked
  }: { email: string; name: string; password: string; locale?: string; oldEnough?: boolean | undefined },
): Promise<void> {
  await knock.work(async (ctx) => checkAge(ctx, oldEnough));
  await unhurried(async () => {
    await count(knock, [
      ['mailTo', asked.email],
      ['signUpCaller', callerOf(knock.ip)],
    ]);
    await knock.work((ctx) => signUp(ctx, { ...asked, origin: originOf(knock) }));
  });
}

/** Sends the link that proves an address again, or not; the answer is to look into the inbox. Refuses: identity.tooManyAttempts. */
export async function askForLink(knock: Knock, { email }: { email: string }): Promise<void> {
  await unhurried(async () => {
    await count(knock, [
      ['mailTo', email],
      ['mailCaller', callerOf(knock.ip)],
    ]);
    await knock.work((ctx) => resendVerification(ctx, { email, origin: originOf(knock) }));
  });
}

/** Sends a link for a new password, or not; the answer is to look into the inbox. Refuses: identity.tooManyAttempts. */
export async function askForReset(
  knock: Knock,
  kind: AccountKind,
  { email }: { email: string },
): Promise<void> {
  await unhurried(async () => {
    await count(knock, [
      ['mailTo', email],
      ['mailCaller', callerOf(knock.ip)],
    ]);
    await knock.work((ctx) => requestPasswordReset(ctx, { kind, email, origin: originOf(knock) }));
  });
}

/** Takes a link as proof of an address. Refuses: identity.linkGone, identity.tooManyAttempts. Announces: identity.emailVerified. */
export async function proveAddress(
  knock: Knock,
  asked: { code: string; password: string },
): Promise<{ accountId: AccountId }> {
  await count(knock, [['codeCaller', callerOf(knock.ip)]]);
  const account = await knock.work((ctx) => verifyEmail(ctx, asked));
  return { accountId: account.id };
}

/** Sets a new password with a link. Refuses: identity.linkGone, identity.weakPassword, identity.tooManyAttempts. */
export async function setNewPassword(
  knock: Knock,
  kind: AccountKind,
  { code, password }: { code: string; password: string },
): Promise<void> {
  await count(knock, [['codeCaller', callerOf(knock.ip)]]);
  await knock.work((ctx) => resetPassword(ctx, { kind, code, password }));
}

/** Counts tries in a unit of work of their own, so that they count whatever comes of them. */
export async function count(knock: Knock, tries: readonly Try[]): Promise<void> {
  refuseOverdrawn(await knock.work((ctx) => countTry(ctx, tries)));
}

/** Waits out the floor, whatever comes of it. */
async function unhurried<T>(run: () => Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([run(), sleep(floorMs)]);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}
