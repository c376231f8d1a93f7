import { Type } from 'typebox';
import { Nullable, MoneyShape, Shape } from '#kernel/http.ts';
import { conditions, statuses } from './product.ts';

/** The store API's words for products; what the faces return has exactly these fields. */
export const PictureShape = Shape({
  id: Type.String(),
  alt: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
  urls: Shape({ small: Type.String(), medium: Type.String(), large: Type.String() }),
});

export const CardShape = Shape({
  id: Type.String(),
  slug: Type.String(),
  title: Type.String(),
  vendor: Nullable(Type.String()),
  picture: Nullable(PictureShape),
  price: Nullable(MoneyShape),
  priceTo: Nullable(MoneyShape),
  compareAt: Nullable(MoneyShape),
  lowest30: Nullable(MoneyShape),
  available: Type.Boolean(),
  condition: Type.String(),
});

export const ListingShape = Shape({
  items: Type.Array(CardShape),
  next: Nullable(Type.String()),
  count: Type.Integer({ maximum: 1001 }),
  facets: Type.Array(
    Shape({
      name: Type.String(),
      label: Type.String(),
      values: Type.Array(
        Shape({
          value: Type.String(),
          label: Type.String(),
          count: Type.Integer(),
          selected: Type.Boolean(),
        }),
      ),
    }),
  ),
});

const Named = Shape({ slug: Type.String(), title: Type.String() });

export const ProductShape = Shape({
  id: Type.String(),
  slug: Type.String(),
  title: Type.String(),
  descriptionHtml: Type.String(),
  vendor: Nullable(Type.String()),
  pictures: Type.Array(PictureShape),
  options: Type.Array(Shape({ name: Type.String(), values: Type.Array(Type.String()) })),
  variants: Type.Array(
    Shape({
      id: Type.String(),
      offerId: Type.String(),
      title: Type.String(),
      options: Type.Array(Type.String()),
      sku: Nullable(Type.String()),
      gtin: Nullable(Type.String()),
      price: Nullable(MoneyShape),
      compareAt: Nullable(MoneyShape),
      lowest30: Nullable(MoneyShape),
      available: Type.Boolean(),
      left: Nullable(Type.Integer()),
      weightGrams: Type.Integer(),
      pictureId: Nullable(Type.String()),
    }),
  ),
  attributes: Type.Array(Shape({ name: Type.String(), label: Type.String(), value: Type.String() })),
  category: Type.Array(Named),
  collections: Type.Array(Named),
  tags: Type.Array(Type.String()),
  seoTitle: Nullable(Type.String()),
  seoDescription: Nullable(Type.String()),
  condition: Type.String(),
  updatedAt: Type.String(),
});

export const CollectionCards = Shape({
  items: Type.Array(
    Shape({
      slug: Type.String(),
      title: Type.String(),
      description: Type.String(),
      picture: Nullable(PictureShape),
      products: Type.Integer(),
    }),
  ),
});

export const StatusShape = Type.Enum([...statuses]);
export const ConditionShape = Type.Enum([...conditions]);

const Text = (maxLength: number) => Type.String({ maxLength });

export const headProperties = {
  slug: Type.Optional(Text(200)),
  descriptionHtml: Type.Optional(Text(500_000)),
  vendor: Type.Optional(Nullable(Text(300))),
  productType: Type.Optional(Nullable(Text(300))),
  tags: Type.Optional(Type.Array(Text(255), { maxItems: 250 })),
  status: Type.Optional(StatusShape),
  condition: Type.Optional(ConditionShape),
  seoTitle: Type.Optional(Nullable(Text(300))),
  seoDescription: Type.Optional(Nullable(Text(2000))),
  category: Type.Optional(
    Type.Array(Text(200), { maxItems: 10, description: 'Titles from the root down; missing ones are made.' }),
  ),
  collections: Type.Optional(
    Type.Array(Text(200), { maxItems: 100, description: 'Addresses or titles; missing ones are made.' }),
  ),
  attributes: Type.Optional(
    Type.Record(
      Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,62}$' }),
      Type.Union([Text(1000), Type.Number(), Type.Boolean()]),
    ),
  ),
};

export const OptionsShape = Type.Array(
  Shape({ name: Text(255), values: Type.Optional(Type.Array(Text(255), { maxItems: 2048 })) }),
  { maxItems: 3 },
);

const variantProperties = {
  options: Type.Array(Text(255), { maxItems: 3 }),
  sku: Type.Optional(Nullable(Text(120))),
  gtin: Type.Optional(Nullable(Text(64))),
  weightGrams: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000_000_000 })),
  requiresShipping: Type.Optional(Type.Boolean()),
  taxClass: Type.Optional(Text(41)),
};

export const NewVariant = Shape(variantProperties);
export const ChangedVariant = Shape({
  ...variantProperties,
  id: Type.Optional(Type.String({ format: 'uuid' })),
  picture: Type.Optional(
    Nullable(Type.Integer({ minimum: 0, description: 'Which of the product’s pictures shows it, from 0.' })),
  ),
});
