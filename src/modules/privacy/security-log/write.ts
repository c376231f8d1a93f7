import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { newId } from '#kernel/ids.ts';
import type { TenantId } from '#kernel/ids.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { insertSecurityEntries } from './queries.ts';
import type { SealedEntry } from './queries.ts';
import { wrapWith } from '../root-key.ts';
import { dayOfEntry, placeOf } from './security-log.ts';
import type { Noticed, SecurityEntryId } from './security-log.ts';

/** What this process noticed and has not stored yet. */
interface Notebook {
  readonly shops: Map<TenantId, { readonly tenant: Tenant; readonly noticed: Noticed[] }>;
  isStoringPlanned: boolean;
  left: number;
}

const notebooks = new WeakMap<House, Notebook>();
const storeEveryMs = 5_000;
/** A shop under attack remembers this many requests per process and round; the rest are counted in the log. */
const mostNoticed = 1_000;

function notebookOf(house: House): Notebook {
  const known = notebooks.get(house);
  if (known) return known;
  const made: Notebook = { shops: new Map(), isStoringPlanned: false, left: 0 };
  notebooks.set(house, made);
  return made;
}

/** Remembers a request that matters for security; it is stored within seconds, and the request waits for nothing. */
export function noticeRequest(house: House, tenant: Tenant, noticed: Noticed): void {
  const book = notebookOf(house);
  const shop = book.shops.get(tenant.id) ?? { tenant, noticed: [] };
  book.shops.set(tenant.id, shop);
  if (shop.noticed.length < mostNoticed) shop.noticed.push(noticed);
  else book.left += 1;
  if (book.isStoringPlanned) return;
  book.isStoringPlanned = true;
  setTimeout(() => {
    book.isStoringPlanned = false;
    storeNoticed(house).catch((error: unknown) =>
      house.log.warn({ err: error }, 'the security log could not be written and is kept for the next time'),
    );
  }, storeEveryMs).unref();
}

/** Seals what was noticed with the keys of their days and stores it, in one statement a shop. */
export async function storeNoticed(house: House): Promise<void> {
  const book = notebookOf(house);
  if (book.left > 0)
    house.log.warn({ entries: book.left }, 'the security log left out requests: too many at once');
  book.left = 0;
  for (const { tenant, noticed } of book.shops.values()) {
    const some = noticed.splice(0);
    if (some.length === 0) continue;
    try {
      const entries = await sealEntries(house, tenant, some);
      await unitOfWork(
        house,
        { tenant, actor: { kind: 'system', id: 'privacy.security-log', purpose: 'security' } },
        (ctx) => insertSecurityEntries(ctx, entries),
      );
    } catch (error) {
      noticed.unshift(...some);
      throw error;
    }
  }
}

async function sealEntries(
  house: House,
  tenant: Tenant,
  noticed: readonly Noticed[],
): Promise<SealedEntry[]> {
  const keys = new Map<string, Buffer>();
  for (const day of new Set(noticed.map(({ at }) => dayOfEntry(at))))
    keys.set(day, await house.keys.days.make('security-log', day));
  return noticed.flatMap(({ at, route, status, sender }) => {
    const key = keys.get(dayOfEntry(at));
    if (!key) return [];
    const id = newId<SecurityEntryId>();
    const bytes = wrapWith(key, Buffer.from(JSON.stringify(sender)), placeOf(tenant.id, id));
    return [{ id, happenedAt: at, route, status, sender: bytes }];
  });
}
