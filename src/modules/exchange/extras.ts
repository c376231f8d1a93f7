import { Type } from 'typebox';
import { Check } from 'typebox/value';
import type { Static } from 'typebox';
import type { CatalogueEntry } from '#modules/catalog/index.ts';

const Short = Type.String({ maxLength: 1000 });
const Texts = Type.Array(Short, { maxItems: 3000 });
const MaybeText = Type.Optional(Type.String({ maxLength: 2000 }));

/** What the columns of other shops have no room for; travels in one column of our own. */
const Extras = Type.Object({
  slug: MaybeText,
  vendor: MaybeText,
  productType: MaybeText,
  status: Type.Optional(
    Type.Union([Type.Literal('draft'), Type.Literal('active'), Type.Literal('archived')]),
  ),
  condition: MaybeText,
  seoTitle: MaybeText,
  seoDescription: MaybeText,
  tags: Type.Optional(Texts),
  category: Type.Optional(Texts),
  collections: Type.Optional(Type.Array(Type.Object({ slug: Short, title: Short }), { maxItems: 500 })),
  attributes: Type.Optional(
    Type.Array(
      Type.Object({
        code: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,62}$' }),
        label: Short,
        kind: Type.Union([
          Type.Literal('text'),
          Type.Literal('number'),
          Type.Literal('boolean'),
          Type.Literal('choice'),
        ]),
        unit: Type.Optional(Short),
        filterable: Type.Boolean(),
        value: Short,
      }),
      { maxItems: 500 },
    ),
  ),
  options: Type.Optional(Type.Array(Type.Object({ name: Short, values: Texts }), { maxItems: 5 })),
  alts: Type.Optional(Texts),
  /** Which picture shows a product without variations, from 0. */
  shown: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type Extras = Static<typeof Extras>;

/** Reads our own column. Shape: undefined when someone else wrote it. */
export function readExtras(text: string | undefined): Extras | undefined {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    return Check(Extras, value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The extras that every format needs: shelves, kinds of attributes, the order of option values. */
export function extrasOf(entry: CatalogueEntry): Extras {
  const seen = entry.options.map((_option, index) => [
    ...new Set(entry.variants.map((variant) => variant.options[index] ?? '')),
  ]);
  const isOrdered = entry.options.every(
    ({ values }, index) => areListable(values) && JSON.stringify(values) === JSON.stringify(seen[index]),
  );
  return {
    ...(entry.collections.length > 0 && { collections: entry.collections }),
    ...(entry.attributes.length > 0 && {
      attributes: entry.attributes.map(({ name, label, kind, unit, filterable, value }) => ({
        code: name,
        label,
        kind,
        ...(unit !== null && { unit }),
        filterable,
        value,
      })),
    }),
    ...(!isOrdered && { options: entry.options.map(({ name, values }) => ({ name, values: [...values] })) }),
    ...(!areListable(entry.tags) && { tags: [...entry.tags] }),
    ...(!areListable(entry.category.map(({ title }) => title)) && {
      category: entry.category.map(({ title }) => title),
    }),
  };
}

/** Whether texts survive in one cell, parted by commas or ">". */
const areListable = (texts: readonly string[]): boolean =>
  texts.every((text) => !/[,\\>|\n]/.test(text) && text === text.trim());
