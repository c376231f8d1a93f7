import { Type } from 'typebox';
import { IdText, Instant, Nullable, Shape, oneOf } from '#kernel/http.ts';
import { grounds, legalStates } from './legal-request.ts';
import { Categories, CategoryCode, LogShape, Text } from './shapes.ts';

export const NewLegalBody = Shape({
  ground: oneOf(grounds),
  authority: Type.String({ maxLength: 300 }),
  reference: Type.Optional(Type.String({ maxLength: 200 })),
  reason: Text,
  subjects: Type.Optional(Type.Array(IdText, { maxItems: 1_000 })),
  emails: Type.Optional(Type.Array(Type.String({ maxLength: 320 }), { maxItems: 100 })),
  categories: Type.Array(CategoryCode),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
  forbidden: Type.Optional(Shape({ until: Instant, because: Text })),
});

export const DecisionBody = Shape({ yes: Type.Boolean(), reason: Text });

const legalFields = {
  id: IdText,
  number: Type.String(),
  ground: oneOf(grounds),
  state: oneOf(legalStates),
  authority: Type.String(),
  reference: Type.String(),
  reason: Type.String(),
  forbiddenBecause: Type.String(),
  categories: Categories,
  from: Nullable(Instant),
  to: Nullable(Instant),
  informing: oneOf(['inform', 'forbidden']),
  forbiddenUntil: Nullable(Instant),
  openedBy: Nullable(IdText),
  decidedBy: Nullable(IdText),
  decidedAt: Nullable(Instant),
  disclosedAt: Nullable(Instant),
  valuesDisclosed: Nullable(Type.Integer()),
  createdAt: Instant,
};
export const LegalShape = Shape(legalFields);
export const WholeLegalShape = Shape({
  ...legalFields,
  hash: Nullable(Type.String()),
  people: Type.Array(
    Shape({ subject: IdText, informedAt: Nullable(Instant), informedHow: Nullable(Type.String()) }),
  ),
  events: LogShape(Type.String()),
});

export const ExportShape = Shape({
  number: Type.String(),
  takenAt: Instant,
  ground: oneOf(grounds),
  categories: Categories,
  from: Nullable(Instant),
  to: Nullable(Instant),
  values: Type.Array(
    Shape({
      subject: IdText,
      table: Type.String(),
      row: Type.String(),
      field: Type.String(),
      category: CategoryCode,
      value: Type.Unknown(),
      at: Nullable(Instant),
    }),
  ),
});
