import { setTimeout as later } from 'node:timers';
import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { profileOf } from '#profiles/profiles.ts';
import { deskOf } from './desk.ts';
import type { Desk } from './desk.ts';
import { flushVisits } from './flush-visits.ts';
import { readerOf } from './reader.ts';
import { addHit, openTally } from './tally.ts';
import type { Tally } from './tally.ts';
import { dayOf } from './visit.ts';
import type { Hit } from './visit.ts';

const flushEveryMs = 10_000;
/** Page views that may wait for the first salt of a day; more than that are not counted. */
const mostWaiting = 2_000;

/**
 * Counts a page view, in memory: a process tells the database every ten seconds, and one that is killed loses as much.
 *
 * Robots are not counted, nor anything in a shop whose profile wants no statistics. Only the first page of a day asks
 * for something: the day's salt. Source: clauses OC-16 to OC-22.
 */
export function countVisit(house: House, tenant: Tenant, hit: Hit): void {
  const wanted = profileOf(tenant).statistics;
  if (wanted === 'off' || !readerOf(hit.userAgent)) return;
  const allowed = wanted === 'aggregate' ? { ...hit, isPathAllowed: false } : hit;
  const desk = deskOf(house);
  const day = dayOf(house.clock());
  if (desk.salt?.day === day) return add(house, desk, tenant, allowed, desk.salt);
  if (desk.waiting >= mostWaiting) return;
  desk.waiting += 1;
  saltOf(house, desk, day)
    .then((bytes) => {
      desk.salt = { day, bytes };
      add(house, desk, tenant, allowed, desk.salt);
    })
    .catch((error: unknown) => {
      house.log.warn({ err: error }, 'visits are not counted: the keystore gave no salt for the day');
    })
    .finally(() => {
      desk.waiting -= 1;
    });
}

function add(
  house: House,
  desk: Desk,
  tenant: Tenant,
  hit: Hit,
  salt: { readonly day: string; readonly bytes: Buffer },
): void {
  const shop = desk.shops.get(tenant.id) ?? { tenant, tallies: new Map<string, Tally>() };
  const tally = shop.tallies.get(salt.day) ?? openTally(salt.day, salt.bytes);
  shop.tallies.set(salt.day, tally);
  desk.shops.set(tenant.id, shop);
  addHit(tally, tenant.id, hit);
  planFlush(house, desk);
}

/** The day's salt, asked for once; the salts of the days before die at the same moment, here and in the keystore. */
function saltOf(house: House, desk: Desk, day: string): Promise<Buffer> {
  const known = desk.salts.get(day);
  if (known) return known;
  desk.salts.clear();
  const asked = house.keys.days
    .make('statistics', day)
    .then(async (salt) => {
      await house.keys.days.destroyBefore('statistics', day);
      return salt;
    })
    .catch((error: unknown) => {
      desk.salts.delete(day);
      throw error;
    });
  desk.salts.set(day, asked);
  return asked;
}

function planFlush(house: House, desk: Desk): void {
  if (desk.isFlushPlanned) return;
  desk.isFlushPlanned = true;
  later(() => {
    desk.isFlushPlanned = false;
    flushVisits(house, desk).catch((error: unknown) => {
      house.log.warn({ err: error }, 'visits could not be stored and are kept for the next time');
      planFlush(house, desk);
    });
  }, flushEveryMs).unref();
}
