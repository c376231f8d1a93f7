import type { Context } from '#kernel/context.ts';
import { upsertProduct } from '#modules/catalog/index.ts';
import type { OfferId, ProductInput } from '#modules/catalog/index.ts';
import { receiveStock, seedLocations } from '#modules/inventory/index.ts';
import { aDeliveryMethod, setPrices } from '#modules/pricing/index.ts';
import type { CartView } from './present-cart.ts';
import type { Completion } from './complete.ts';

/** A product on sale for tests: priced, and so many in stock. */
export async function goodsForSale(
  ctx: Context,
  wish: { priceMinor?: bigint; stock?: number; title?: string; taxClass?: string } = {},
): Promise<OfferId> {
  const { priceMinor = 1990n, stock = 10, title = 'Stoneware mug', taxClass = 'standard' } = wish;
  const input: ProductInput = {
    title,
    status: 'active',
    variants: [{ options: [], taxClass, weightGrams: 400 }],
  };
  const { offers } = await upsertProduct(ctx, input);
  const offerId = offers[0]?.offerId;
  if (!offerId) throw new RangeError('a product has an offer');
  await setPrices(ctx, [{ offerId, currency: ctx.tenant.currency, amountMinor: priceMinor }]);
  if (stock > 0) await receiveStock(ctx, { lines: [{ offerId, quantity: stock }] });
  return offerId;
}

/** What a shop needs before it can sell: places for stock and a way of delivery at 4.90. */
export async function openForBusiness(ctx: Context): Promise<void> {
  await seedLocations(ctx);
  await aDeliveryMethod(ctx, { countries: [ctx.tenant.country, 'AT'] });
}

export const anAddress = {
  name: 'Mara Lindqvist',
  line1: 'Lange Reihe 7',
  postcode: '20099',
  city: 'Hamburg',
  country: 'DE',
};

interface Answer {
  readonly statusCode: number;
  readonly body: string;
}
type Inject = (request: {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  payload?: object;
  headers?: Record<string, string>;
}) => Promise<Answer>;

/** A buyer for tests, who speaks HTTP and nothing else. */
export function aBuyer(inject: Inject, email = 'mara@example.org') {
  const ask = async <T>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
    headers?: Record<string, string>,
  ) => {
    const answer = await inject({ method, url, ...(payload && { payload }), ...(headers && { headers }) });
    const body: unknown = JSON.parse(answer.body);
    return { status: answer.statusCode, body: body as T };
  };
  const good = async <T>(...asked: Parameters<typeof ask>): Promise<T> => {
    const { status, body } = await ask<T>(...asked);
    if (status >= 300) throw new Error(`${asked[0]} ${asked[1]} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };
  const carts = '/api/store/carts';
  return {
    ask,
    good,
    /** Fills a cart up to the last button. */
    async fill(
      lines: readonly { offerId: OfferId; quantity: number }[],
      pay: { provider: string; option?: string },
      address: object = anAddress,
    ): Promise<CartView> {
      const [first, ...more] = lines;
      const { id } = await good<CartView>('POST', carts, { line: first });
      for (const line of more) await good('POST', `${carts}/${id}/lines`, line);
      await good('PUT', `${carts}/${id}/contact`, { email, shippingAddress: address });
      const { items } = await good<{ items: { id: string }[] }>('GET', `${carts}/${id}/shipping-options`);
      await good('PUT', `${carts}/${id}/shipping`, { optionId: items[0]?.id });
      return (await good<{ cart: CartView }>('POST', `${carts}/${id}/payment`, pay)).cart;
    },
    press: (cart: CartView, key: string = crypto.randomUUID()) =>
      ask<Completion & { code?: string; lines?: unknown }>(
        'POST',
        `${carts}/${cart.id}/complete`,
        { expectedTotal: cart.totals.total },
        { 'idempotency-key': key },
      ),
  };
}
