import { Type } from 'typebox';
import { CountryCode, CurrencyCode, IdText, MoneyShape, Nullable, Shape } from '#kernel/http.ts';

const PictureShape = Shape({
  id: IdText,
  alt: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
  urls: Shape({ small: Type.String(), medium: Type.String(), large: Type.String() }),
});

const AddressShape = Shape({
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

export const CartShape = Shape({
  id: IdText,
  version: Type.Integer(),
  currency: CurrencyCode,
  country: CountryCode,
  pricesIncludeTax: Type.Boolean(),
  lines: Type.Array(
    Shape({
      id: IdText,
      offerId: IdText,
      slug: Type.String(),
      title: Type.String(),
      variantTitle: Type.String(),
      sku: Type.String(),
      picture: Nullable(PictureShape),
      quantity: Type.Integer(),
      unitPrice: MoneyShape,
      total: MoneyShape,
      available: Type.Boolean(),
      problem: Nullable(Type.String()),
    }),
  ),
  contact: Nullable(
    Shape({
      email: Type.String(),
      name: Type.String(),
      shippingAddress: AddressShape,
      billingAddress: Nullable(AddressShape),
    }),
  ),
  shipping: Nullable(Shape({ optionId: Type.String(), name: Type.String(), price: MoneyShape })),
  payment: Nullable(
    Shape({ provider: Type.String(), label: Type.String(), option: Nullable(Type.String()) }),
  ),
  totals: Shape({
    goods: MoneyShape,
    delivery: Nullable(MoneyShape),
    tax: MoneyShape,
    taxIncluded: Type.Boolean(),
    total: MoneyShape,
    taxes: Type.Array(Shape({ label: Type.String(), rateBp: Type.Integer(), tax: MoneyShape })),
  }),
  missing: Type.Array(
    Type.Union([
      Type.Literal('lines'),
      Type.Literal('contact'),
      Type.Literal('shipping'),
      Type.Literal('payment'),
    ]),
  ),
  problems: Type.Array(Type.String()),
});

export const DeliveryOptionShape = Shape({
  id: Type.String(),
  name: Type.String(),
  price: MoneyShape,
  minDays: Type.Integer(),
  maxDays: Type.Integer(),
});

export const PaymentMethodShape = Shape({
  provider: Type.String(),
  label: Type.String(),
  options: Type.Array(Shape({ code: Type.String(), label: Type.String() })),
});

export const CompletionShape = Shape({
  state: Type.Union([
    Type.Literal('placed'),
    Type.Literal('needs_action'),
    Type.Literal('declined'),
    Type.Literal('pending'),
  ]),
  orderGroup: Type.String(),
  orders: Type.Array(Shape({ id: IdText, number: Type.String(), token: Type.String(), url: Type.String() })),
  action: Type.Optional(Shape({ url: Type.String() })),
  message: Type.Optional(Type.String()),
});

const text = (maxLength: number) => Type.Optional(Nullable(Type.String({ maxLength })));

/** An address as somebody typed it; `checkAddress` says what is wrong with it, in words. */
export const TypedAddressShape = Shape({
  name: text(300),
  company: text(300),
  line1: text(300),
  line2: text(300),
  postcode: text(50),
  city: text(300),
  region: text(300),
  country: text(10),
  phone: text(100),
});

export const ContactShape = Shape({
  email: Type.String({ maxLength: 320 }),
  name: text(300),
  shippingAddress: TypedAddressShape,
  billingAddress: Type.Optional(Nullable(TypedAddressShape)),
  oldEnough: Type.Optional(
    Type.Boolean({ description: 'whether the buyer has the age that this shop asks for, where it asks' }),
  ),
});
