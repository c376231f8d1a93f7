import type { Context } from '#kernel/context.ts';
import { freeAfter, noticeChange } from './refresh-window.ts';
import { shelfKey } from './stock.ts';
import type { ItemId, LocationId, LockedItem } from './stock.ts';

export interface HoldChange {
  readonly itemId: ItemId;
  readonly locationId: LocationId;
  readonly reserved: number;
}

interface OnShelf {
  readonly itemId: ItemId;
  readonly locationId: LocationId;
  readonly quantity: number;
}

/** Per shelf, how much more or less is promised. Shape: only shelves for which something changes, summed once each. */
export function shelfChanges(given: readonly OnShelf[], taken: readonly OnShelf[]): HoldChange[] {
  const changes = new Map<string, HoldChange>();
  const add = ({ itemId, locationId }: OnShelf, by: number): void => {
    const key = shelfKey({ itemId, locationId });
    changes.set(key, { itemId, locationId, reserved: (changes.get(key)?.reserved ?? 0) + by });
  };
  for (const row of given) add(row, -row.quantity);
  for (const row of taken) add(row, row.quantity);
  return [...changes.values()].filter(({ reserved }) => reserved !== 0);
}

/** Tells the shop window and staff what a change of promises means for what can be sold. */
export async function noticeHolds(
  ctx: Context,
  items: ReadonlyMap<ItemId, LockedItem>,
  shelves: readonly HoldChange[],
): Promise<void> {
  const after = new Map<ItemId, number>();
  for (const [itemId, mine] of Map.groupBy(shelves, (shelf) => shelf.itemId)) {
    const item = items.get(itemId);
    if (!item) continue;
    const sold = mine.filter(
      ({ locationId }) => item.shelves.find((s) => s.locationId === locationId)?.sells,
    );
    after.set(itemId, freeAfter(item, -sold.reduce((sum, { reserved }) => sum + reserved, 0)));
  }
  await noticeChange(ctx, items, after);
}
