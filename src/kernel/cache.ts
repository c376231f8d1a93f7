import { AsyncLocalStorage } from 'node:async_hooks';
import type { TenantId } from './ids.ts';

interface Entry {
  /** When the oldest thing in it was read. */
  bornAt: number;
  value?: Promise<unknown>;
}

const oldestMs = 900;
const mostEntries = 2_000;
const entries = new Map<string, Entry>();
const making = new AsyncLocalStorage<Entry>();

/**
 * Keeps what a tenant's public pages are made of for at most 900 ms, and what it has set about delivery and tax: under load a page is made once for many readers,
 * and no reader sees anything older than a second, in any process, whatever happened to whom.
 *
 * What is made out of something kept is as old as that, so the promise holds for pages made of kept products, too, if
 * they ask for them inside of `load`. Only public content goes in here: nothing about a person, a cart or an order.
 * Failures are not kept.
 */
export function cached<T>(tenant: TenantId | 'hosts', key: string, load: () => Promise<T>): Promise<T> {
  const name = `${tenant} ${key}`;
  const now = performance.now();
  const known = entries.get(name);
  if (known?.value && now - known.bornAt < oldestMs) return handOut<T>(known, known.value);

  const entry: Entry = { bornAt: now };
  const value = making.run(entry, load);
  entry.value = value;
  entries.delete(name);
  entries.set(name, entry);
  if (entries.size > mostEntries) dropOldest();
  value.catch(() => {
    if (entries.get(name) === entry) entries.delete(name); // whoever asked is told by what they were handed
  });
  return handOut<T>(entry, value);
}

/** Readers get it as it is; what is being made out of it first learns how old it is. */
function handOut<T>(entry: Entry, value: Promise<unknown>): Promise<T> {
  const outer = making.getStore();
  if (!outer || outer === entry) return value as Promise<T>;
  return value.then((made) => {
    ageWith(outer, entry);
    return made as T;
  });
}

/** Makes what is being made out of this entry at least as old. Asked when the entry is complete and its age is known. */
function ageWith(outer: Entry, entry: Entry): void {
  if (entry.bornAt < outer.bornAt) outer.bornAt = entry.bornAt;
}

function dropOldest(): void {
  const first = entries.keys().next();
  if (!first.done) entries.delete(first.value);
}

/** Forgets what this process keeps for a tenant under keys with this beginning. */
export function forget(tenant: TenantId, beginning: string): void {
  for (const name of entries.keys()) if (name.startsWith(`${tenant} ${beginning}`)) entries.delete(name);
}

/** Forgets everything; for tests that look at a change at once. */
export function dropCaches(): void {
  entries.clear();
}
