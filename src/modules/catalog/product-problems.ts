import { conditions, statuses } from './product.ts';
import type { ProductInput, VariantInput } from './product.ts';

interface Problem {
  /** Where in the input, as a path: `variants.3.sku`. */
  readonly field: string;
  readonly says: string;
}

const mostVariants = 2048;
const longestText = 500_000;

/**
 * What is wrong with a product before it is stored. Shape: empty when it can be stored.
 *
 * Whether a slug or SKU belongs to another product is not asked here: only the database knows.
 */
export function productProblems(input: ProductInput): Problem[] {
  const problems: Problem[] = [];
  const refuseIf = (isWrong: boolean, field: string, says: string): void =>
    void (isWrong && problems.push({ field, says }));

  refuseIf(input.title.trim() === '', 'title', 'The title is missing.');
  refuseIf(input.title.length > 300, 'title', 'The title is longer than 300 characters.');
  refuseIf(
    input.slug !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,199}$/u.test(input.slug),
    'slug',
    'An address holds letters, digits, dashes and underscores.',
  );
  refuseIf(
    (input.descriptionHtml ?? '').length > longestText,
    'descriptionHtml',
    'The description is longer than 500,000 characters.',
  );
  refuseIf(
    input.status !== undefined && !statuses.includes(input.status),
    'status',
    'The status must be draft, active or archived.',
  );
  refuseIf(
    input.condition !== undefined && !conditions.includes(input.condition),
    'condition',
    `The condition must be one of ${conditions.join(', ')}.`,
  );
  refuseIf(
    (input.tags ?? []).length > 250 || (input.tags ?? []).some((tag) => tag.length > 255),
    'tags',
    'At most 250 tags of 255 characters.',
  );
  for (const field of ['vendor', 'productType', 'seoTitle'] as const)
    refuseIf((input[field] ?? '').length > 300, field, 'This is longer than 300 characters.');
  refuseIf(
    (input.seoDescription ?? '').length > 2000,
    'seoDescription',
    'This is longer than 2,000 characters.',
  );
  return [...problems, ...optionProblems(input), ...variantProblems(input)];
}

function optionProblems({ options = [] }: ProductInput): Problem[] {
  const names = options.map(({ name }) => name.trim().toLowerCase());
  if (options.length > 3) return [{ field: 'options', says: 'A product has at most three options.' }];
  if (names.includes('')) return [{ field: 'options', says: 'An option has no name.' }];
  if (new Set(names).size < names.length)
    return [{ field: 'options', says: 'Two options have the same name.' }];
  return [];
}

function variantProblems({ options = [], variants, pictures = [] }: ProductInput): Problem[] {
  if (variants.length === 0) return [{ field: 'variants', says: 'A product needs at least one variant.' }];
  if (variants.length > mostVariants)
    return [{ field: 'variants', says: `A product has at most ${mostVariants} variants.` }];
  const problems: Problem[] = [];
  const bySku = new Map<string, number>();
  const byOptions = new Map<string, number>();
  variants.forEach((variant, index) => {
    const add = (field: string, says: string): void =>
      void problems.push({ field: `variants.${index}.${field}`, says });
    if (variant.options.length !== options.length)
      add('options', `There are ${options.length} options and ${variant.options.length} values.`);
    if (variant.options.some((value) => value.trim() === '' || value.length > 255))
      add('options', 'An option value is empty or longer than 255 characters.');
    const twin = byOptions.get(JSON.stringify(variant.options));
    if (twin !== undefined)
      add(
        'options',
        options.length === 0
          ? 'Without options there is only one variant.'
          : `Variant ${twin + 1} has the same options.`,
      );
    byOptions.set(JSON.stringify(variant.options), twin ?? index);
    if (variant.sku) {
      const other = bySku.get(variant.sku);
      if (other !== undefined) add('sku', `Variant ${other + 1} has the same SKU.`);
      bySku.set(variant.sku, other ?? index);
    }
    problems.push(...fieldProblems(variant, index, pictures.length));
  });
  return problems;
}

function fieldProblems(variant: VariantInput, index: number, pictures: number): Problem[] {
  const problems: Problem[] = [];
  const refuseIf = (isWrong: boolean, field: string, says: string): void =>
    void (isWrong && problems.push({ field: `variants.${index}.${field}`, says }));
  const { sku, gtin, weightGrams: weight = 0, picture, taxClass = 'standard' } = variant;
  refuseIf(
    (sku ?? '').length > 120 || sku !== (sku?.trim() ?? sku),
    'sku',
    'A SKU has at most 120 characters and no blanks around it.',
  );
  refuseIf((gtin ?? '').length > 64, 'gtin', 'A trade number has at most 64 characters.');
  refuseIf(
    !Number.isInteger(weight) || weight < 0 || weight > 2_000_000_000,
    'weightGrams',
    'The weight is a whole number of grams, 0 or more.',
  );
  refuseIf(
    picture !== undefined && picture !== null && (picture < 0 || picture >= pictures),
    'picture',
    'There is no such picture.',
  );
  refuseIf(
    !/^[a-z][a-z0-9_-]{0,40}$/.test(taxClass),
    'taxClass',
    'A tax class is a short code in small letters.',
  );
  return problems;
}
