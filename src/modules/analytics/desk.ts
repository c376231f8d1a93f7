import { randomUUID } from 'node:crypto';
import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import type { TenantId } from '#kernel/ids.ts';
import type { Tally } from './tally.ts';

/** What this process counted and has not told the database for good. */
export interface Desk {
  readonly process: string;
  readonly shops: Map<TenantId, { readonly tenant: Tenant; readonly tallies: Map<string, Tally> }>;
  readonly salts: Map<string, Promise<Buffer>>;
  salt: { readonly day: string; readonly bytes: Buffer } | undefined;
  waiting: number;
  isFlushPlanned: boolean;
}

const desks = new WeakMap<House, Desk>();
/** The desk of this process; a process that is started anew counts under another random name. */
export function deskOf(house: House): Desk {
  const known = desks.get(house);
  if (known) return known;
  const made: Desk = {
    process: randomUUID(),
    shops: new Map(),
    salts: new Map(),
    salt: undefined,
    waiting: 0,
    isFlushPlanned: false,
  };
  desks.set(house, made);
  return made;
}
