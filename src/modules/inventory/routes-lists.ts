import { Type } from 'typebox';
import { IdText, PageOf, pageQuery, Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { getStockCard, listLevels, listMovements } from './list-stock.ts';
import type { Movement } from './queries-levels.ts';
import { EntryKindShape, NamedLevelShape, NamedMovementShape, StockCardShape } from './shapes.ts';
import type { LocationId } from './stock.ts';

const read = { audience: { staff: 'stock.read' }, purpose: 'administer' } as const;
const offerIn = (text: string | undefined): OfferId | undefined =>
  text === undefined ? undefined : asId<OfferId>(text);
const placeIn = (text: string | undefined): LocationId | undefined =>
  text === undefined ? undefined : asId<LocationId>(text);
const presentMovement = <M extends Movement>(movement: M) => ({
  ...movement,
  occurredAt: movement.occurredAt.toISOString(),
  recordedAt: movement.recordedAt.toISOString(),
});

/** What staff look at: levels, movements, one offer's card. */
export function listRoutes(http: Http): void {
  http.get(
    '/api/admin/stock/levels',
    {
      config: { ...read, says: 'Lists stock levels; by SKU or title, by place, or only what is low.' },
      schema: {
        querystring: Shape({
          ...pageQuery,
          q: Type.Optional(Type.String({ maxLength: 100 })),
          locationId: Type.Optional(IdText),
          low: Type.Optional(Type.Boolean()),
        }),
        response: { 200: PageOf(NamedLevelShape) },
      },
    },
    async (request) => {
      const { locationId, ...asked } = request.query;
      const page = await request.work((ctx) =>
        listLevels(ctx, { ...asked, locationId: placeIn(locationId) }),
      );
      return {
        items: page.items.map((level) => ({ ...level, shelves: [...level.shelves] })),
        next: page.next,
      };
    },
  );

  http.get(
    '/api/admin/stock/movements',
    {
      config: { ...read, says: 'Lists what was moved, latest first; by offer, place or kind.' },
      schema: {
        querystring: Shape({
          ...pageQuery,
          offerId: Type.Optional(IdText),
          locationId: Type.Optional(IdText),
          kind: Type.Optional(EntryKindShape),
        }),
        response: { 200: PageOf(NamedMovementShape) },
      },
    },
    async (request) => {
      const { offerId, locationId, ...asked } = request.query;
      const where = { ...asked, offerId: offerIn(offerId), locationId: placeIn(locationId) };
      const page = await request.work((ctx) => listMovements(ctx, where));
      return { items: page.items.map(presentMovement), next: page.next };
    },
  );

  http.get(
    '/api/admin/stock/offers/:offerId',
    {
      config: {
        ...read,
        says: 'Shows the stock card of one offer: levels, what is promised, what was moved, kits.',
      },
      schema: { params: Shape({ offerId: IdText }), response: { 200: StockCardShape } },
    },
    async (request) => {
      const offerId = asId<OfferId>(request.params.offerId);
      const card = await request.work((ctx) => getStockCard(ctx, offerId));
      return {
        ...card,
        level: card.level && { ...card.level, shelves: [...card.level.shelves] },
        parts: [...card.parts],
        inKits: [...card.inKits],
        reservations: card.reservations.map((one) => ({
          ...one,
          createdAt: one.createdAt.toISOString(),
          expiresAt: one.expiresAt?.toISOString() ?? null,
        })),
        movements: card.movements.map(presentMovement),
      };
    },
  );
}
