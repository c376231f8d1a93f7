import type { Context } from '#kernel/context.ts';
import { callerOf, countTries } from '#modules/identity/index.ts';
import type { AccountId, Knock } from '#modules/identity/index.ts';
import { openRequest } from './open-request.ts';
import type { Asking } from './open-request.ts';
import { centreToken } from './privacy-cookie.ts';
import { proveControl } from './prove-control.ts';
import type { RequestRow } from './queries.ts';
import { refuse } from './refuse.ts';
import { askForLink, enterWithPassword, findSitting } from './sitting.ts';
import type { Sitting } from './sitting.ts';

/** What the doors need to know of a request that comes over HTTP. */
export interface Visit extends Knock {
  readonly cookies: Readonly<Record<string, string | undefined>>;
}

const originOf = ({ protocol, host }: Visit): string => `${protocol}://${host}`;

/** Who sits in the privacy centre in this browser. Shape: undefined when nobody has shown who they are. */
export async function sittingOf(visit: Visit): Promise<Sitting | undefined> {
  const token = centreToken(visit.cookies);
  return token === undefined ? undefined : visit.work((ctx) => findSitting(ctx, token));
}

/** As `sittingOf`. Refuses: rights.notProven. */
export async function sittingAt(visit: Visit): Promise<Sitting> {
  const sitting = await sittingOf(visit);
  if (!sitting) throw refuse.notProven();
  return sitting;
}

/** Mails a link to whoever reads that address. Tries are counted, never accounts. Refuses: identity.tooManyAttempts. */
export async function mailLink(visit: Visit, email: string): Promise<void> {
  await countTries(visit, [
    ['mailTo', email],
    ['mailCaller', callerOf(visit.ip)],
  ]);
  await visit.work((ctx) => askForLink(ctx, { email, origin: originOf(visit) }));
}

/** Follows a link. Shape: the token for the cookie, null when the centre is open already. Refuses: rights.linkGone, identity.tooManyAttempts. */
export async function follow(
  visit: Visit,
  code: string,
): Promise<{ token: string | null; request: RequestRow | null }> {
  await countTries(visit, [['codeCaller', callerOf(visit.ip)]]);
  const current = await sittingOf(visit);
  return visit.work((ctx) => proveControl(ctx, code, current));
}

/** Opens the centre with the password of the account. Refuses: rights.wrongPassword, rights.confirmAddressFirst, identity.tooManyAttempts. */
export async function unlock(
  visit: Visit,
  accountId: AccountId,
  password: string,
): Promise<{ token: string; sitting: Sitting }> {
  await countTries(visit, [['passwordOf', accountId]]);
  return visit.work((ctx) => enterWithPassword(ctx, accountId, password));
}

export type Ask = Pick<Asking, 'kind'> & {
  readonly text?: string | undefined;
  readonly value?: string | undefined;
  readonly was?: string | undefined;
  readonly wish?: Asking['wish'] | undefined;
};

/** Takes a request from somebody who has shown who they are. Refuses: as openRequest. */
export function askAs(visit: Visit, sitting: Sitting, ask: Ask): Promise<RequestRow | undefined> {
  const [email = ''] = sitting.addresses;
  const door = sitting.accountId === null ? 'privacy centre' : 'account';
  return visit.work((ctx) =>
    openRequest(ctx, { ...partsOf(ask), door, email, sitting, origin: originOf(visit) }),
  );
}

/** Takes a request from somebody who names an address; a link goes there. Refuses: as openRequest, identity.tooManyAttempts. */
export async function askUnproven(visit: Visit, ask: Ask & { readonly email: string }): Promise<void> {
  await countTries(visit, [
    ['mailTo', ask.email],
    ['mailCaller', callerOf(visit.ip)],
  ]);
  await visit.work((ctx: Context) =>
    openRequest(ctx, { ...partsOf(ask), door: 'privacy centre', email: ask.email, origin: originOf(visit) }),
  );
}

const partsOf = ({ kind, text, value, was, wish }: Ask) => ({
  kind,
  ...(text !== undefined && { text }),
  ...(value !== undefined && { value }),
  ...(was !== undefined && { was }),
  ...(wish !== undefined && { wish }),
});
