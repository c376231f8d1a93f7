import type { Context } from '#kernel/context.ts';
import { isCurrency } from '#kernel/money.ts';
import { facts } from './facts.ts';
import { planPrices } from './price.ts';
import type { PriceWish } from './price.ts';
import { applyPlan, selectPriceRows, takeTurns } from './queries.ts';
import { refreshPrices } from './refresh-prices.ts';
import { refuse } from './refuse.ts';

/**
 * Sets what offers cost, from now or from a later moment on, and shows it in the listing in the same transaction.
 *
 * A price without an end lasts until the next one; a price with an end lies over the lasting one for that time and is
 * compared with it. Wishes are applied in order, each over what was planned before; a wish whose time is over changes
 * nothing, so that an import may bring its old sales along.
 * Units: minor units of the currency. Refuses: pricing.badAmount, pricing.badPeriod, pricing.unknownCurrency,
 * pricing.noLastingPrice. Announces: pricing.changed.
 */
export async function setPrices(ctx: Context, wishes: readonly PriceWish[]): Promise<void> {
  if (wishes.length === 0) return;
  wishes.forEach(checkWish);
  const offerIds = [...new Set(wishes.map(({ offerId }) => offerId))].toSorted();
  await takeTurns(ctx, offerIds);
  const plan = planPrices(await selectPriceRows(ctx, offerIds, ctx.now), wishes, ctx.now);
  for (const row of plan.adds) {
    const lasting = plan.rows.some(
      (other) =>
        other.layer === 'lasting' &&
        other.offerId === row.offerId &&
        other.currency === row.currency &&
        other.from <= row.from,
    );
    if (row.layer === 'temporary' && !lasting)
      throw refuse.noLastingPrice({ field: 'validTo', offerId: row.offerId });
  }
  await applyPlan(ctx, plan);
  await refreshPrices(ctx, offerIds, plan.rows, ctx.now);
  ctx.emit(facts.changed({ offerIds }));
  if (ctx.actor.kind === 'staff') for (const wish of wishes) noteIt(ctx, wish);
}

function checkWish(wish: PriceWish): void {
  const { amountMinor, compareAtMinor, validFrom, validTo } = wish;
  if (!isCurrency(wish.currency)) throw refuse.unknownCurrency({ field: 'currency' });
  if (amountMinor < 0n) throw refuse.badAmount({ field: 'amountMinor' });
  if (compareAtMinor != null && compareAtMinor <= amountMinor)
    throw refuse.badAmount({ field: 'compareAtMinor' });
  if (validFrom && validTo && validFrom >= validTo) throw refuse.badPeriod({ field: 'validTo' });
}

function noteIt(ctx: Context, wish: PriceWish): void {
  ctx.audit({
    action: 'pricing.priceSet',
    on: { table: 'catalog.offer', id: wish.offerId },
    details: {
      currency: wish.currency,
      amountMinor: wish.amountMinor.toString(),
      compareAtMinor: wish.compareAtMinor?.toString() ?? null,
      validFrom: wish.validFrom?.toISOString() ?? null,
      validTo: wish.validTo?.toISOString() ?? null,
    },
  });
}
