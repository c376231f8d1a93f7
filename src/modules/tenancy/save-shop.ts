import type { Context } from '#kernel/context.ts';
import { checkShop } from './check-shop.ts';
import { selectShop, updateShop } from './queries.ts';
import { refuse } from './refuse.ts';
import type { Shop, ShopChange } from './shop.ts';

/** How the shop is set up now. */
export const getShop = (ctx: Context): Promise<Shop> => selectShop(ctx);

/**
 * Changes the shop's settings when nobody else did meanwhile.
 *
 * Refuses: tenancy.shopChanged, tenancy.unknownCountry, tenancy.badIban.
 */
export async function saveShop(ctx: Context, change: ShopChange, expectedVersion: number): Promise<Shop> {
  checkShop(change);
  const saved = await updateShop(ctx, change, expectedVersion);
  if (!saved) throw refuse.shopChanged();
  ctx.audit({
    action: 'tenancy.shopSaved',
    on: { table: 'tenancy.shop', id: ctx.tenant.id },
    details: { fields: Object.keys(change).join(' ') },
  });
  return saved;
}
