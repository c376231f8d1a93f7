import { Type } from 'typebox';
import {
  Amount,
  CountryCode,
  CurrencyCode,
  IdText,
  Instant,
  MoneyShape,
  Nullable,
  Shape,
} from '#kernel/http.ts';

export const PictureShape = Shape({
  id: IdText,
  alt: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
  urls: Shape({ small: Type.String(), medium: Type.String(), large: Type.String() }),
});

export const AddressShape = Shape({
  name: Type.String(),
  company: Type.Optional(Type.String()),
  line1: Type.String(),
  line2: Type.Optional(Type.String()),
  postcode: Type.Optional(Type.String()),
  city: Type.String(),
  region: Type.Optional(Type.String()),
  country: CountryCode,
  phone: Type.Optional(Type.String()),
});

export const ContactShape = Nullable(
  Shape({
    email: Type.String(),
    name: Type.String(),
    shippingAddress: AddressShape,
    billingAddress: Nullable(AddressShape),
  }),
);

const LineQuantity = Shape({ orderLineId: IdText, quantity: Type.Integer() });

const orderFields = {
  number: Type.String(),
  token: Type.String(),
  placedAt: Instant,
  state: Type.String(),
  paymentState: Type.String(),
  fulfilmentState: Type.String(),
  currency: CurrencyCode,
  lines: Type.Array(
    Shape({
      id: IdText,
      title: Type.String(),
      variantTitle: Type.String(),
      slug: Type.String(),
      sku: Type.String(),
      picture: Nullable(PictureShape),
      quantity: Type.Integer(),
      unitPrice: MoneyShape,
      total: MoneyShape,
      shipped: Type.Integer(),
      refunded: Type.Integer(),
    }),
  ),
  totals: Shape({
    goods: MoneyShape,
    delivery: MoneyShape,
    tax: MoneyShape,
    taxIncluded: Type.Boolean(),
    total: MoneyShape,
    refunded: MoneyShape,
    taxes: Type.Array(Shape({ label: Type.String(), rateBp: Type.Integer(), tax: MoneyShape })),
  }),
  shipping: Shape({ name: Type.String() }),
  contact: ContactShape,
  payment: Shape({ provider: Type.String(), label: Type.String(), instructions: Nullable(Type.String()) }),
  fulfilments: Type.Array(
    Shape({
      id: IdText,
      carrier: Type.String(),
      trackingNumber: Nullable(Type.String()),
      trackingUrl: Nullable(Type.String()),
      shippedAt: Instant,
      deliveredAt: Nullable(Instant),
      lines: Type.Array(LineQuantity),
    }),
  ),
  refunds: Type.Array(
    Shape({ id: IdText, amount: MoneyShape, at: Instant, lines: Type.Array(LineQuantity) }),
  ),
  timeline: Type.Array(Shape({ at: Instant, what: Type.String() })),
  mayCancel: Type.Boolean(),
};

export const OrderShape = Shape(orderFields);

const ActorShape = Shape({
  kind: Type.String({ description: 'guest, buyer, staff, system or operator' }),
  colleagueId: Nullable(IdText),
});

export const StaffOrderShape = Shape({
  ...orderFields,
  timeline: Type.Array(Shape({ at: Instant, what: Type.String(), by: ActorShape })),
  id: IdText,
  masked: Type.Boolean(),
  version: Type.Integer(),
  notes: Type.Array(Shape({ id: IdText, text: Type.String(), at: Instant, by: ActorShape })),
});

const itemFields = {
  id: IdText,
  number: Type.String(),
  placedAt: Instant,
  state: Type.String(),
  paymentState: Type.String(),
  fulfilmentState: Type.String(),
  total: MoneyShape,
  refunded: MoneyShape,
  pieces: Type.Integer(),
  country: Type.String(),
  provider: Type.String(),
  buyer: Nullable(Shape({ name: Type.String(), email: Type.String() })),
};

export const OrderItemShape = Shape(itemFields);
export const AccountOrderShape = Shape({ ...itemFields, token: Type.String() });

export const RefundAskShape = Shape({
  everything: Type.Optional(Type.Boolean()),
  lines: Type.Optional(
    Type.Array(Shape({ orderLineId: IdText, quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }), {
      maxItems: 500,
    }),
  ),
  delivery: Type.Optional(Type.Boolean()),
  reason: Type.Union(
    ['returned', 'damaged', 'missing', 'goodwill', 'cancelled'].map((reason) =>
      Type.Literal(reason as 'returned'),
    ),
  ),
  restock: Type.Optional(Type.Boolean()),
  /** What the preview said; another amount is refused. */
  expectedMinor: Type.Optional(Amount),
});

export const RefundPreviewShape = Shape({
  amount: MoneyShape,
  tax: MoneyShape,
  delivery: MoneyShape,
  lines: Type.Array(Shape({ orderLineId: IdText, quantity: Type.Integer(), amount: MoneyShape })),
});
