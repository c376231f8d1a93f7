import type { Tenant } from '#kernel/context.ts';
import type { Visitor } from '#kernel/http.ts';
import type { House } from '#kernel/house.ts';
import { sessionSeconds } from './account.ts';
import type { AccountKind } from './account.ts';
import { tokenIn } from './cookies.ts';
import { findSessionVisitor } from './queries-sessions.ts';
import type { FoundVisitor } from './queries-sessions.ts';
import { hashOfToken } from './sessions.ts';
import { rememberVisitor, rememberedVisitor, visitorGeneration } from './visitor-cache.ts';

const guest: Visitor = { kind: 'guest' };

/**
 * Who is asking, from the cookies of a request: one statement, or none within 0.9 seconds of the last.
 *
 * A browser may carry both cookies, as buyer and as colleague: `side` says which one the route is for. Without it the
 * staff cookie counts first. A revoked session ends at once in this process and within a second in every other.
 */
export async function findVisitor(
  house: House,
  tenant: Tenant,
  cookies: Readonly<Record<string, string | undefined>>,
  side?: AccountKind,
): Promise<Visitor> {
  for (const one of side ? [side] : (['staff', 'buyer'] as const)) {
    const token = tokenIn(cookies, one, house.settings.publicUrl);
    if (token === undefined) continue;
    const visitor = await visitorOf(house, tenant, one, token);
    if (visitor.kind !== 'guest') return visitor;
  }
  return guest;
}

async function visitorOf(house: House, tenant: Tenant, side: AccountKind, token: string): Promise<Visitor> {
  const hash = await hashOfToken({ keys: house.keys, tenant }, token);
  const key = `${tenant.id} ${hash.toString('base64')}`;
  const now = performance.now();
  const remembered = rememberedVisitor(key, now);
  if (remembered) return remembered;
  const asOf = visitorGeneration();
  const found = await findSessionVisitor(house, tenant.id, hash, side, sessionSeconds[side]);
  const visitor = found ? presentVisitor(found, side, house.clock()) : guest;
  if (found) rememberVisitor(key, visitor, now, asOf);
  return visitor;
}

function presentVisitor(
  { accountId, subjectId: subject, emailVerified, permissions, sessionId, unmaskUntil }: FoundVisitor,
  side: AccountKind,
  now: Date,
): Visitor {
  const who = { subject, accountId, sessionId };
  if (side === 'buyer') return { kind: 'buyer', ...who, emailVerified };
  // Whoever's promise or training has run out sees masks, whatever their role. Source: clause KC-37.
  const held = permissions.filter((one) => one !== 'people.reveal' || unmaskUntil > now);
  return { kind: 'staff', ...who, permissions: new Set(held) };
}
