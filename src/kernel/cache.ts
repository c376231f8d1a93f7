import type { TenantId } from './ids.ts';

interface Entry {
  readonly bornAt: number;
  readonly value: Promise<unknown>;
}

const oldestMs = 900;
const mostEntries = 2_000;
const entries = new Map<string, Entry>();

/**
 * Keeps what a tenant's public pages are made of for at most 900 ms: under load a page is made once for many readers,
 * and no reader sees anything older than a second, in any process, whatever happened to whom.
 *
 * Only public content goes in here: nothing about a person, a cart or an order. Failures are not kept.
 */
export async function cached<T>(tenant: TenantId | 'hosts', key: string, load: () => Promise<T>): Promise<T> {
  const name = `${tenant} ${key}`;
  const now = performance.now();
  const known = entries.get(name);
  if (known && now - known.bornAt < oldestMs) return known.value as Promise<T>;

  const value = load();
  entries.delete(name);
  entries.set(name, { bornAt: now, value });
  if (entries.size > mostEntries) dropOldest();
  try {
    return await value;
  } catch (error) {
    entries.delete(name);
    throw error;
  }
}

function dropOldest(): void {
  const first = entries.keys().next();
  if (!first.done) entries.delete(first.value);
}

/** Forgets everything; for tests that look at a change at once. */
export function dropCaches(): void {
  entries.clear();
}
