import { setTimeout as later } from 'node:timers';
import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { profileOf } from '#profiles/profiles.ts';
import { deskOf } from './desk.ts';
import type { Desk } from './desk.ts';
import { flushVisits } from './flush-visits.ts';
import { forgetReaders, readerOf } from './reader.ts';
import { addHit, addPath, openTally } from './tally.ts';
import type { Tally } from './tally.ts';
import { dayOf } from './visit.ts';
import type { Hit } from './visit.ts';

const flushEveryMs = 10_000;
/** After midnight, for answers that were on their way. */
const dayEndsAfterMs = 30_000;
/** Page views that may wait for the first salt of a day; more than that are not counted. */
const mostWaiting = 2_000;

/**
 * Counts a page view, in memory: a process tells the database every ten seconds, and one that is killed loses as much.
 *
 * Robots are not counted, nor anything in a shop whose profile wants no statistics. Only the first page of a day asks
 * for something: the day's salt. Source: clauses OC-16 to OC-22.
 */
export function countVisit(house: House, tenant: Tenant, hit: Hit): void {
  if (profileOf(tenant).statistics === 'off' || !readerOf(hit.userAgent)) return;
  const { visit, ...plain } = hit;
  const counted = mayFollow(tenant) ? { ...plain, visit } : plain;
  withTally(house, tenant, (tally) => addHit(tally, tenant.id, counted));
}

/** Forgets which pages a visit went through: its browser has taken its yes back. */
export function forgetVisit(house: House, tenant: Tenant, visit: string): void {
  withTally(house, tenant, (tally) => addPath(tally, tenant.id, visit, ''));
}

/** Whether this shop's profile knows statistics that ask first. */
export const mayFollow = (tenant: Tenant): boolean => profileOf(tenant).statistics.startsWith('consented');

/** Hands over today's tally of a shop, at once when the day's salt is known, else as soon as it is. */
function withTally(house: House, tenant: Tenant, use: (tally: Tally) => void): void {
  const desk = deskOf(house);
  const day = dayOf(house.clock());
  const useNow = (salt: Buffer): void => {
    use(tallyOf(desk, tenant, day, salt));
    planFlush(house, desk);
  };
  if (desk.salt?.day === day) return useNow(desk.salt.bytes);
  if (desk.waiting >= mostWaiting) return;
  desk.waiting += 1;
  saltOf(house, desk, day)
    .then((bytes) => {
      desk.salt = { day, bytes };
      useNow(bytes);
    })
    .catch((error: unknown) => {
      house.log.warn({ err: error }, 'visits are not counted: the keystore gave no salt for the day');
    })
    .finally(() => {
      desk.waiting -= 1;
    });
}

function tallyOf(desk: Desk, tenant: Tenant, day: string, salt: Buffer): Tally {
  const shop = desk.shops.get(tenant.id) ?? { tenant, tallies: new Map<string, Tally>() };
  const tally = shop.tallies.get(day) ?? openTally(day, salt);
  shop.tallies.set(day, tally);
  desk.shops.set(tenant.id, shop);
  return tally;
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
      later(() => void retireDays(house), untilTomorrow(house.clock()) + dayEndsAfterMs).unref();
      return salt;
    })
    .catch((error: unknown) => {
      desk.salts.delete(day);
      throw error;
    });
  desk.salts.set(day, asked);
  return asked;
}

const dayMs = 86_400_000;
const untilTomorrow = (now: Date): number => dayMs - (now.getTime() % dayMs);

/** Takes days that are over, their salts and the names of browsers out of this process's memory, visitors or not. */
export async function retireDays(house: House): Promise<void> {
  const desk = deskOf(house);
  const today = dayOf(house.clock());
  if (desk.salt && desk.salt.day < today) desk.salt = undefined;
  for (const day of desk.salts.keys()) if (day < today) desk.salts.delete(day);
  forgetReaders();
  await flushVisits(house, desk).catch((error: unknown) => {
    house.log.warn({ err: error }, 'visits could not be stored and are kept for the next time');
    planFlush(house, desk);
  });
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

/** Tells the database now what this process counted, instead of within ten seconds: before it ends, and for proofs. */
export async function tellVisits(house: House): Promise<void> {
  const desk = deskOf(house);
  await Promise.allSettled(desk.salts.values());
  await new Promise((resolve) => setImmediate(resolve));
  await flushVisits(house, desk);
}
