import { Type } from 'typebox';
import { IdText, Instant, MoneyShape, Nullable, Shape } from '#kernel/http.ts';
import { ConditionShape, PictureShape, StatusShape } from './shapes.ts';

/** The desk's words for products; what the staff verbs return has exactly these fields. */
export const StaffListShape = Shape({
  items: Type.Array(
    Shape({
      id: IdText,
      slug: Type.String(),
      title: Type.String(),
      vendor: Nullable(Type.String()),
      status: StatusShape,
      version: Type.Integer(),
      updatedAt: Instant,
      picture: Nullable(PictureShape),
      variants: Type.Integer(),
      available: Type.Boolean(),
      price: Nullable(MoneyShape),
      priceTo: Nullable(MoneyShape),
    }),
  ),
  next: Nullable(Type.String()),
  counts: Shape({ draft: Type.Integer(), active: Type.Integer(), archived: Type.Integer() }),
});

const DeskPicture = Shape({
  id: IdText,
  alt: Type.String(),
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
  state: Type.Enum(['ready', 'pending']),
  sourceUrl: Nullable(Type.String()),
  urls: Nullable(PictureShape.properties.urls),
});

const DeskVariant = Shape({
  id: IdText,
  offerId: IdText,
  title: Type.String(),
  options: Type.Array(Type.String()),
  sku: Nullable(Type.String()),
  gtin: Nullable(Type.String()),
  weightGrams: Type.Integer(),
  requiresShipping: Type.Boolean(),
  taxClass: Type.String(),
  price: Nullable(MoneyShape),
  compareAt: Nullable(MoneyShape),
  lowest30: Nullable(MoneyShape),
  available: Type.Boolean(),
  left: Nullable(Type.Integer()),
  pictureId: Nullable(IdText),
});

const Kind = Type.Enum(['text', 'number', 'boolean', 'choice']);
const Named = Shape({ slug: Type.String(), title: Type.String() });

export const StaffProductShape = Shape({
  id: IdText,
  slug: Type.String(),
  title: Type.String(),
  descriptionHtml: Type.String(),
  vendor: Nullable(Type.String()),
  productType: Nullable(Type.String()),
  tags: Type.Array(Type.String()),
  status: StatusShape,
  condition: ConditionShape,
  seoTitle: Nullable(Type.String()),
  seoDescription: Nullable(Type.String()),
  version: Type.Integer(),
  createdAt: Instant,
  updatedAt: Instant,
  pictures: Type.Array(DeskPicture),
  options: Type.Array(Shape({ name: Type.String(), values: Type.Array(Type.String()) })),
  variants: Type.Array(DeskVariant),
  attributes: Type.Array(
    Shape({
      name: Type.String(),
      label: Type.String(),
      kind: Kind,
      unit: Nullable(Type.String()),
      filterable: Type.Boolean(),
      value: Type.Union([Type.String(), Type.Number(), Type.Boolean()]),
    }),
  ),
  category: Type.Array(Named),
  collections: Type.Array(Named),
});

export const ShelvesShape = Shape({
  categories: Type.Array(
    Shape({
      id: IdText,
      parentId: Nullable(IdText),
      slug: Type.String(),
      title: Type.String(),
      position: Type.Integer(),
    }),
  ),
  collections: Type.Array(
    Shape({
      id: IdText,
      slug: Type.String(),
      title: Type.String(),
      description: Type.String(),
      pictureId: Nullable(IdText),
      position: Type.Integer(),
    }),
  ),
});

export const AttributesShape = Shape({
  items: Type.Array(
    Shape({
      id: IdText,
      code: Type.String(),
      label: Type.String(),
      kind: Kind,
      unit: Nullable(Type.String()),
      choices: Type.Array(Type.String()),
      filterable: Type.Boolean(),
      position: Type.Integer(),
    }),
  ),
});

/** What was made: its key, and the address it got. */
export const MadeShape = Shape({ id: IdText, slug: Type.String() });
