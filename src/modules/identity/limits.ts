import type { Context } from '#kernel/context.ts';
import { vault } from '#modules/privacy/index.ts';
import { countAttempts, forgetAttempts } from './queries-sessions.ts';
import { refuse } from './refuse.ts';

/**
 * How often one may try. They count tries, not accounts: the answer is the same whether or not there is one.
 * Units: tries in so many minutes.
 */
const limits = {
  signInAccount: { tries: 10, minutes: 15 },
  signInCaller: { tries: 100, minutes: 15 },
  signUpCaller: { tries: 30, minutes: 60 },
  mailTo: { tries: 5, minutes: 60 },
  mailCaller: { tries: 30, minutes: 60 },
  inboxOfShop: { tries: 120, minutes: 60 },
  codeCaller: { tries: 60, minutes: 15 },
  passwordOf: { tries: 10, minutes: 15 },
  revealBy: { tries: 20, minutes: 60 },
} as const;

type Limit = keyof typeof limits;
export type Try = readonly [limit: Limit, who: string];

const keyOf = (ctx: Pick<Context, 'keys' | 'tenant'>, [limit, who]: Try): Promise<Buffer> =>
  vault.keyedHash(ctx, 'identity.attempt', `${limit}|${who.normalize('NFKC').trim().toLowerCase()}`);

/**
 * Counts a try before it is made, in a unit of work of its own, so that it counts whatever becomes of it.
 *
 * Refuses: identity.tooManyAttempts, with the seconds to wait.
 */
export async function countTry(ctx: Context, tries: readonly Try[]): Promise<Overdrawn | undefined> {
  const wanted = await Promise.all(
    tries.map(async (one) => ({ limit: limits[one[0]], key: await keyOf(ctx, one) })),
  );
  const counts = await countAttempts(
    ctx,
    wanted.map(({ key, limit }) => ({ key, endsAt: new Date(ctx.now.getTime() + limit.minutes * 60_000) })),
  );
  for (const { key, limit } of wanted) {
    const counted = counts.get(key.toString('hex'));
    if (counted && counted.count > limit.tries)
      return {
        retryAfterSeconds: Math.max(1, Math.ceil((counted.endsAt.getTime() - ctx.now.getTime()) / 1000)),
      };
  }
  return undefined;
}

/** How long somebody who tried too often has to wait. */
export interface Overdrawn {
  readonly retryAfterSeconds: number;
}

/** Turns a used-up limit into its refusal, once the count has been stored. */
export function refuseOverdrawn(overdrawn: Overdrawn | undefined): void {
  if (overdrawn) throw refuse.tooManyAttempts({ retryAfterSeconds: overdrawn.retryAfterSeconds });
}

/** Starts counting anew: the right password was given, or a new one set. */
export async function forgetTries(ctx: Context, limit: Limit, who: string): Promise<void> {
  await forgetAttempts(ctx, await keyOf(ctx, [limit, who]));
}
