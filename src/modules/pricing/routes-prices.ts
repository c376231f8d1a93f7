import { Type } from 'typebox';
import type { Static } from 'typebox';
import {
  CurrencyCode,
  IdText,
  Instant,
  MoneyShape,
  Nullable,
  PageOf,
  pageQuery,
  presentMoney,
  Shape,
} from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import type { Context } from '#kernel/context.ts';
import { asId } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { endPrice } from './end-price.ts';
import { listPriceHistory, listPrices } from './list-prices.ts';
import type { PriceRow } from './price.ts';
import { pricesOf } from './prices-of.ts';
import { setOfferPrices } from './set-offer-prices.ts';
import type { PriceId } from './tables.ts';

const Minor = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

const PriceInput = Shape({
  currency: CurrencyCode,
  amountMinor: Minor,
  compareAtMinor: Type.Optional(Nullable(Minor)),
  validFrom: Type.Optional(Nullable(Instant)),
  validTo: Type.Optional(Nullable(Instant)),
  market: Type.Optional(Type.String({ maxLength: 40 })),
  priceList: Type.Optional(Type.String({ maxLength: 40 })),
  minQuantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
});

const PriceShape = Shape({
  id: IdText,
  price: MoneyShape,
  compareAt: Nullable(MoneyShape),
  temporary: Type.Boolean(),
  validFrom: Instant,
  validTo: Nullable(Instant),
  market: Type.String(),
  priceList: Type.String(),
  minQuantity: Type.Integer(),
  current: Type.Boolean(),
});

const PricesShape = Shape({
  items: Type.Array(PriceShape),
  now: Nullable(
    Shape({ price: MoneyShape, compareAt: Nullable(MoneyShape), lowest30: Nullable(MoneyShape) }),
  ),
});

const MomentShape = Shape({ price: MoneyShape, compareAt: Nullable(MoneyShape), effectiveAt: Instant });
const OfferPath = Shape({ id: IdText });

const read = { audience: { staff: 'catalog.read' }, purpose: 'administer' } as const;
const write = { audience: { staff: 'catalog.write' }, purpose: 'administer' } as const;

const amount = (minor: bigint, code: string) => presentMoney({ minor, currency: currency(code) });
const maybe = (minor: bigint | null, code: string) => (minor === null ? null : amount(minor, code));

function presentPrice(row: PriceRow & { current: boolean }): Static<typeof PriceShape> {
  return {
    id: row.id,
    price: amount(row.amountMinor, row.currency),
    compareAt: maybe(row.compareAtMinor, row.currency),
    temporary: row.layer === 'temporary',
    validFrom: row.from.toISOString(),
    validTo: row.to?.toISOString() ?? null,
    market: row.market,
    priceList: row.priceList,
    minQuantity: row.minQuantity,
    current: row.current,
  };
}

const present = async (request: Pick<FastifyRequest, 'tenant' | 'work'>, offerId: OfferId) => {
  const code = request.tenant.currency;
  return request.work(async (ctx: Context) => {
    const items = await listPrices(ctx, offerId);
    const now = (await pricesOf(ctx, [offerId], code)).get(offerId);
    return {
      items: items.map(presentPrice),
      now: now
        ? {
            price: amount(now.amountMinor, code),
            compareAt: maybe(now.compareAtMinor, code),
            lowest30: maybe(now.lowest30Minor, code),
          }
        : null,
    };
  });
};

export function priceRoutes(http: Http): void {
  http.get(
    '/api/admin/offers/:id/prices',
    {
      config: {
        ...read,
        says: 'Shows what an offer costs now and what is planned, with the lowest price of the last 30 days.',
      },
      schema: { params: OfferPath, response: { 200: PricesShape } },
    },
    async (request) => present(request, asId<OfferId>(request.params.id)),
  );

  http.put(
    '/api/admin/offers/:id/prices',
    {
      config: {
        ...write,
        says: 'Sets what an offer costs, from now or later on; with an end it is a temporary price.',
      },
      schema: {
        params: OfferPath,
        body: Shape({ prices: Type.Array(PriceInput, { minItems: 1, maxItems: 50 }) }),
        response: { 200: PricesShape },
      },
    },
    async (request) => {
      const offerId = asId<OfferId>(request.params.id);
      const wishes = request.body.prices.map(
        ({ amountMinor, compareAtMinor, validFrom, validTo, ...rest }) => ({
          ...rest,
          amountMinor: BigInt(amountMinor),
          compareAtMinor: compareAtMinor == null ? null : BigInt(compareAtMinor),
          validFrom: validFrom ? new Date(validFrom) : null,
          validTo: validTo ? new Date(validTo) : null,
        }),
      );
      await request.work((ctx) => setOfferPrices(ctx, offerId, wishes));
      return present(request, offerId);
    },
  );

  http.delete(
    '/api/admin/prices/:id',
    {
      config: { ...write, says: 'Ends a temporary price now, or forgets one that has not begun.' },
      schema: { params: OfferPath, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await request.work((ctx) => endPrice(ctx, asId<PriceId>(request.params.id)));
      return reply.code(204).send(null);
    },
  );

  http.get(
    '/api/admin/offers/:id/price-history',
    {
      config: { ...read, says: 'Shows what an offer cost over time, newest first.' },
      schema: {
        params: OfferPath,
        querystring: Shape({ ...pageQuery, currency: Type.Optional(CurrencyCode) }),
        response: { 200: PageOf(MomentShape) },
      },
    },
    async (request) => {
      const { limit, after, currency: code = request.tenant.currency } = request.query;
      const asked = { offerId: asId<OfferId>(request.params.id), currency: code, limit, after };
      const page = await request.work((ctx) => listPriceHistory(ctx, asked));
      return {
        items: page.items.map((moment) => ({
          price: amount(moment.amountMinor, code),
          compareAt: maybe(moment.compareAtMinor, code),
          effectiveAt: moment.effectiveAt.toISOString(),
        })),
        next: page.next,
      };
    },
  );
}
