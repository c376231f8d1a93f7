import { createHmac } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import type { Context } from '#kernel/context.ts';
import type { SubjectId, TenantId } from '#kernel/ids.ts';
import { newId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import { sessionSeconds } from './account.ts';
import type { AccountKind, Device } from './account.ts';
import { kontorAdapter } from './adapter.ts';
import { openScope, scopes } from './adapter-model.ts';
import type { Told } from './adapter-model.ts';
import { maxPassword, minPassword } from './password.ts';
import { refuse } from './refuse.ts';

/**
 * better-auth as this house uses it: it decides about passwords, sessions and links; our adapter keeps its records, our
 * routes speak for it. It opens no connection, logs nothing (its messages name addresses) and reports to nobody.
 */
function configure(secret: string, kind: AccountKind) {
  return betterAuth({
    secret,
    baseURL: 'http://kontor.internal',
    database: kontorAdapter,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false }, // ours are in PostgreSQL, over all processes
    advanced: {
      useSecureCookies: false,
      disableOriginCheck: true,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId<never>(), validateSchema: false },
    },
    session: {
      expiresIn: sessionSeconds[kind],
      disableSessionRefresh: true,
      freshAge: 0,
      cookieCache: { enabled: false },
    },
    user: { changeEmail: { enabled: true } },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: minPassword,
      maxPasswordLength: maxPassword,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      sendResetPassword: ({ user, token }) =>
        tell({ kind: 'reset', accountId: user.id, email: user.email, name: user.name, token }),
      onExistingUserSignUp: ({ user }) =>
        tell({ kind: 'exists', accountId: user.id, email: user.email, name: user.name }),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: false,
      // The link's own row says when it ends; the token inside it never leaves the house.
      expiresIn: 30 * 86_400,
      sendVerificationEmail: ({ user, token }) =>
        tell({ kind: 'verify', accountId: user.id, email: user.email, name: user.name, token }),
    },
  });
}

function tell(told: Told): Promise<void> {
  openScope().told.push(told);
  return Promise.resolve();
}

type Auth = ReturnType<typeof configure>;

const mostAuths = 200;
const auths = new Map<string, { auth: Auth; secret: string }>();

async function authFor(ctx: Context, kind: AccountKind): Promise<{ auth: Auth; secret: string }> {
  const key = `${ctx.tenant.id} ${kind}` satisfies `${TenantId} ${AccountKind}`;
  const secret = (await vault.keyedHash(ctx, `identity.auth.${kind}`, 'secret')).toString('base64url');
  const known = auths.get(key);
  if (known?.secret === secret) return known;
  if (auths.size >= mostAuths) auths.clear();
  const made = { auth: configure(secret, kind), secret };
  auths.set(key, made);
  return made;
}

/** What came of asking better-auth. */
type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly told: readonly Told[] }
  | { readonly kind: 'no'; readonly code: string; readonly told: readonly Told[] };

interface Asking {
  readonly kind: AccountKind;
  readonly locale?: string;
  readonly device?: Device;
  readonly subject?: SubjectId | undefined;
}

/**
 * Asks better-auth within this unit of work. Its "no" is an outcome, since what it wrote or told may have to stay;
 * everything else that goes wrong is thrown.
 */
export async function askAuth<T>(
  ctx: Context,
  { kind, locale, device, subject }: Asking,
  ask: (api: Auth['api'], signed: (token: string) => Headers) => Promise<T>,
): Promise<Answer<T>> {
  const { auth, secret } = await authFor(ctx, kind);
  const told: Told[] = [];
  const signed = (token: string): Headers =>
    new Headers({
      cookie: `better-auth.session_token=${encodeURIComponent(`${token}.${sign(token, secret)}`)}`,
    });
  try {
    const value = await scopes.run({ ctx, kind, locale: locale ?? ctx.locale, device, subject, told }, () =>
      ask(auth.api, signed),
    );
    return { kind: 'ok', value, told };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    // Two sign-ups with one address at the same moment: the second finds the first one's row only when it writes its own.
    if (error.body?.code === 'FAILED_TO_CREATE_USER') throw refuse.busy();
    if (error.statusCode >= 500) throw new Error('better-auth failed', { cause: error });
    return { kind: 'no', code: error.body?.code ?? String(error.status), told };
  }
}

/** Source: better-call 1.x, `makeSignature`: HMAC-SHA-256 in base64. */
const sign = (value: string, secret: string): string =>
  createHmac('sha256', secret).update(value).digest('base64');
