import { Type } from 'typebox';
import { IdText, Instant, Nullable, Shape } from '#kernel/http.ts';
import { locationKinds } from './location.ts';
import { reservationStates } from './reservation.ts';
import { entryKinds, reasons } from './stock.ts';

export const Quantity = Type.Integer({ minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER });
const Above = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 });
export const FromZero = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });
const words = <const T extends string[]>(all: readonly [...T]) => Type.Enum([...all]);
export const ReasonShape = words(reasons);
export const EntryKindShape = words(entryKinds);
export const IdemKey = Type.String({ pattern: '^[A-Za-z0-9._:-]{1,150}$' });

const PictureShape = Shape({
  id: Type.String(),
  alt: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
  urls: Shape({ small: Type.String(), medium: Type.String(), large: Type.String() }),
});
const OfferShape = Shape({
  sku: Nullable(Type.String()),
  slug: Type.String(),
  title: Type.String(),
  variantTitle: Type.String(),
  picture: Nullable(PictureShape),
});

const level = {
  itemId: IdText,
  offerId: IdText,
  scale: Type.Integer(),
  lowAt: Quantity,
  safety: Quantity,
  onHand: Quantity,
  reserved: Quantity,
  free: Quantity,
  isLow: Type.Boolean(),
  shelves: Type.Array(Shape({ locationId: IdText, onHand: Quantity, reserved: Quantity })),
};
export const NamedLevelShape = Shape({ ...level, offer: Nullable(OfferShape) });

const movement = {
  entryId: IdText,
  line: Type.Integer(),
  kind: EntryKindShape,
  reason: Nullable(ReasonShape),
  sourceType: Type.String(),
  sourceId: Type.String(),
  occurredAt: Instant,
  recordedAt: Instant,
  itemId: IdText,
  offerId: IdText,
  locationId: IdText,
  quantity: Quantity,
};
export const NamedMovementShape = Shape({ ...movement, offer: Nullable(OfferShape) });

export const StockCardShape = Shape({
  offerId: IdText,
  offer: OfferShape,
  free: Quantity,
  level: Nullable(Shape(level)),
  parts: Type.Array(
    Shape({ offerId: IdText, itemId: IdText, quantity: Quantity, offer: Nullable(OfferShape) }),
  ),
  inKits: Type.Array(Shape({ offerId: IdText, quantity: Quantity, offer: Nullable(OfferShape) })),
  reservations: Type.Array(
    Shape({
      id: IdText,
      lineRef: IdText,
      offerId: IdText,
      locationId: IdText,
      open: Quantity,
      state: words(reservationStates),
      pinned: Type.Boolean(),
      expiresAt: Nullable(Instant),
      createdAt: Instant,
    }),
  ),
  movements: Type.Array(Shape(movement)),
});

export const PostedShape = Shape({ kind: words(['posted', 'replayed']), entryId: IdText });
export const LinesShape = Type.Array(Shape({ offerId: IdText, quantity: Above }), {
  minItems: 1,
  maxItems: 500,
});

export const LocationKindShape = words(locationKinds);
export const LocationShape = Shape({
  id: IdText,
  code: Type.String(),
  name: Type.String(),
  kind: LocationKindShape,
  parentId: Nullable(IdText),
  physical: Type.Boolean(),
  sells: Type.Boolean(),
  priority: Type.Integer(),
  archivedAt: Nullable(Instant),
  version: Type.Integer(),
});
