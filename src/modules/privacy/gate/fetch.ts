import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { originOf } from '../egress-host.ts';
import { callOut } from '../egress.ts';
import type { Reply } from '../egress.ts';
import { check } from './check.ts';
import type { Parcel } from './check.ts';
import { begin, settle } from './disclosure-ledger.ts';
import type { Sent } from './send.ts';

interface Fetching {
  readonly processor: string;
  readonly url: string;
  /** The row that it is fetched for. */
  readonly on: Parcel['on'];
  /** Units: bytes. */
  readonly mostBytes: number;
}

const patienceMs = 20_000;
const mostHops = 3;

/**
 * Fetches something public, such as a product picture, from a host that was agreed on; nothing about anybody is sent.
 *
 * Every redirect is judged like the first address: it may lead only to hosts that were agreed on too.
 */
export async function fetchPublic(house: House, tenant: Tenant, fetching: Fetching): Promise<Sent> {
  let address = URL.canParse(fetching.url) ? new URL(fetching.url) : undefined;
  for (let hop = 0; address && hop <= mostHops; hop += 1) {
    const reply = await fetchOnce(house, tenant, fetching, address);
    const next = whereNext(reply, address);
    if (next === undefined) return reply;
    address = next === 'nowhere' ? undefined : next;
  }
  return { kind: 'unreachable', code: address ? 'too-many-redirects' : 'no-address' };
}

async function fetchOnce(
  house: House,
  tenant: Tenant,
  { processor, on, mostBytes }: Fetching,
  address: URL,
): Promise<Sent> {
  const host = hostOf(address);
  if (!originOf(host)) return { kind: 'unreachable', code: 'no-address' };
  const parcel: Parcel = { processor, host, purpose: 'administer', about: [], from: [], fields: {}, on };
  const who = { tenant, actor: { kind: 'system', id: 'privacy.egress', purpose: 'administer' } } as const;
  const decided = await unitOfWork(house, who, async (ctx) => {
    const verdict = await check(ctx, parcel);
    return verdict.kind === 'closed' ? verdict : { ...verdict, line: await begin(ctx, parcel, verdict) };
  });
  if (decided.kind === 'closed') return decided;
  const { reachesPrivate } = decided.agreement;
  const reply: Reply = await callOut({ url: address, method: 'GET', reachesPrivate, mostBytes, patienceMs });
  const isGood = reply.kind === 'answered' && reply.status < 400;
  const code = reply.kind === 'answered' ? `http-${reply.status}` : reply.code;
  await unitOfWork(house, who, (ctx) =>
    settle(ctx, decided.line, parcel, isGood ? 'sent' : 'failed', isGood ? null : code),
  );
  return reply;
}

/** How the register writes the host of an address: bare for HTTPS, with its scheme otherwise. */
export const hostOf = (address: URL): string =>
  address.protocol === 'https:' ? address.host : `${address.protocol}//${address.host}`;

function whereNext(reply: Sent, from: URL): URL | 'nowhere' | undefined {
  if (reply.kind !== 'answered' || ![301, 302, 303, 307, 308].includes(reply.status)) return undefined;
  const to = reply.headers['location'];
  return to !== undefined && URL.canParse(to, from) ? new URL(to, from) : 'nowhere';
}
