import type { Context } from '#kernel/context.ts';
import { badPlace, cursorOf, placeAfter } from '#kernel/cursor.ts';
import { pictureOf, priceOf } from './product.ts';
import { countByStatus, findStaffRows } from './queries-staff.ts';
import type { StaffSort } from './queries-staff.ts';
import type { ProductStatus } from './tables.ts';

/** All products with their status for the desk, last changed first unless told otherwise. Shape: `next` is null on the last page. */
export async function listForStaff(
  ctx: Context,
  query: {
    readonly q?: string;
    readonly status?: ProductStatus;
    readonly sort?: StaffSort;
    readonly limit?: number;
    readonly after?: string;
  },
) {
  const { sort = 'updated', limit = 50 } = query;
  const place = placeAfter(query.after, 'text', sort === 'title' ? 'text' : 'timestamptz', 'id');
  if (place && place[0] !== sort) throw badPlace();
  const after = place && { key: place[1], id: place[2] };
  const rows = await findStaffRows(ctx, {
    q: query.q?.trim() || undefined,
    status: query.status,
    sort,
    after,
    limit,
  });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ sortKey: _key, low, high, picture, updatedAt, ...row }) => ({
      ...row,
      picture: picture && pictureOf(picture),
      price: priceOf(low, ctx.tenant.currency),
      priceTo: high === low ? null : priceOf(high, ctx.tenant.currency),
      updatedAt: updatedAt.toISOString(),
    })),
    next: last ? cursorOf([sort, last.sortKey, last.id]) : null,
    counts: await countByStatus(ctx),
  };
}
