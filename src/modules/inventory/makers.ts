import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { upsertProduct } from '#modules/catalog/index.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { commitReservations } from './commit-reservations.ts';
import { receiveStock } from './receive-stock.ts';
import { reserve } from './reserve.ts';
import { setKit } from './set-kit.ts';

/** An offer for tests, with so many in the main warehouse. */
export async function aStockedOffer(ctx: Context, quantity = 0): Promise<OfferId> {
  const title = `Mug ${newId<OfferId>()}`;
  const { offers } = await upsertProduct(ctx, { title, status: 'active', variants: [{ options: [] }] });
  const offerId = offers[0]?.offerId;
  if (!offerId) throw new RangeError('a product has an offer');
  if (quantity > 0) await receiveStock(ctx, { lines: [{ offerId, quantity }] });
  return offerId;
}

/** A kit for tests. */
export async function aKit(
  ctx: Context,
  parts: readonly { offerId: OfferId; quantity: number }[],
): Promise<OfferId> {
  const offerId = await aStockedOffer(ctx);
  await setKit(ctx, offerId, parts);
  return offerId;
}

/** A paid order of one line for tests: promised for good, nothing shipped. Shape: the holder and the line's ref. */
export async function aPromise(
  ctx: Context,
  offerId: OfferId,
  quantity: number,
): Promise<{ holder: string; ref: string }> {
  const holder: string = newId<never>();
  const ref: string = newId<never>();
  const reserved = await reserve(ctx, {
    holder,
    demand: [{ ref, offerId, quantity }],
    expiresAt: new Date(ctx.now.getTime() + 900_000),
  });
  if (reserved.kind !== 'reserved') throw new RangeError('a promise needs stock');
  await commitReservations(ctx, holder);
  return { holder, ref };
}
