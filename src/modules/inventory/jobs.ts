import type { TimedJob } from '#kernel/module.ts';
import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { selectItemsChangedSince } from './queries-window.ts';
import { refreshWindow } from './refresh-window.ts';
import type { ItemId } from './stock.ts';
import { sweepReservations } from './sweep-reservations.ts';

const actor = (id: string) => ({ kind: 'system', id, purpose: 'administer' }) as const;

/** How far back the window is looked at again; longer than a worker may be away. */
const lookBackMs = 15 * 60_000;
const itemsPerLook = 200;

export const jobs: readonly TimedJob[] = [
  { name: 'inventory.sweep-reservations', everySeconds: 30, leaseSeconds: 60, run: sweepAll },
  { name: 'inventory.refresh-window', everySeconds: 120, run: refreshAll },
];

async function sweepAll(house: House, tenant: Tenant): Promise<void> {
  const who = { tenant, actor: actor('inventory.sweep-reservations') };
  while ((await unitOfWork(house, who, (ctx) => sweepReservations(ctx))) > 0);
}

async function refreshAll(house: House, tenant: Tenant): Promise<void> {
  const who = { tenant, actor: actor('inventory.refresh-window') };
  let after: ItemId | undefined;
  do {
    after = await unitOfWork(house, who, async (ctx) => {
      const since = new Date(ctx.now.getTime() - lookBackMs);
      const itemIds = await selectItemsChangedSince(ctx, since, after, itemsPerLook);
      if (itemIds.length > 0) await refreshWindow(ctx, itemIds);
      return itemIds.at(-1);
    });
  } while (after !== undefined);
}
