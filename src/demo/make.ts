import { flat, picture, standing, type Family, type Thing } from './drawing/sheet.ts';
import type { DemoPicture, DemoProduct, DemoVariant } from './types.ts';

/** A GTIN-13 of our own numbering (prefix 260 is reserved for use inside a company), with its check digit. */
export function barcode(number: number): string {
  const digits = `260${String(number).padStart(9, '0')}`;
  const sum = Array.from(digits).reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** One value of an option: its short code in the SKU and what it adds to price and weight. */
interface Choice {
  value: string;
  code: string;
  plus?: bigint;
  heavier?: number;
}

/** What the variants of a product start from. Units: cents with tax, grams, pieces in stock in the order of the grid. */
interface Base {
  price: bigint;
  grams: number;
  stock: readonly number[];
  barcodesFrom?: number;
  was?: Readonly<Record<string, bigint>>;
}

/** Every combination of the choices as a variant: the first option turns slowest. */
export function grid(stem: string, axes: readonly (readonly Choice[])[], base: Base): readonly DemoVariant[] {
  let rows: readonly (readonly Choice[])[] = [[]];
  for (const axis of axes) rows = rows.flatMap((row) => axis.map((choice) => [...row, choice]));
  return rows.map((row, index) => {
    const sku = [stem, ...row.map((choice) => choice.code)].join('-');
    const compareAtMinor = base.was?.[sku];
    return {
      sku,
      options: row.map((choice) => choice.value),
      priceMinor: row.reduce((sum, choice) => sum + (choice.plus ?? 0n), base.price),
      ...(compareAtMinor === undefined ? {} : { compareAtMinor }),
      weightGrams: row.reduce((sum, choice) => sum + (choice.heavier ?? 0), base.grams),
      ...(base.barcodesFrom === undefined ? {} : { gtin: barcode(base.barcodesFrom + index) }),
      stock: base.stock[index] ?? 0,
    };
  });
}

/** A product with no options: one variant whose SKU is the stem itself. */
export function single(sku: string, base: Base): readonly DemoVariant[] {
  return grid(sku, [], base);
}

/** Catalogue prose: paragraphs, and a list of facts if the last argument is one. */
export function prose(...parts: readonly (string | readonly string[])[]): string {
  return parts
    .map((part) =>
      typeof part === 'string'
        ? `<p>${part}</p>`
        : `<ul>${part.map((fact) => `<li>${fact}</li>`).join('')}</ul>`,
    )
    .join('');
}

/** Hands out a collection's pictures: on the table, or flat against wall or desk. */
export function studio(family: Family, shelf: string) {
  return {
    onTable: (seed: string, alt: string, thing: Thing): DemoPicture => ({
      alt,
      svg: picture(family, standing, `${shelf}/${seed}`, thing),
    }),
    flat: (seed: string, alt: string, thing: Thing): DemoPicture => ({
      alt,
      svg: picture(family, flat, `${shelf}/${seed}`, thing),
    }),
    atTable: (horizon: number, seed: string, alt: string, thing: Thing): DemoPicture => ({
      alt,
      svg: picture(family, { ...standing, horizon }, `${shelf}/${seed}`, thing),
    }),
  };
}

/** A product that is on sale unless it says otherwise. */
export function product(
  fields: Omit<DemoProduct, 'status'> & { status?: DemoProduct['status'] },
): DemoProduct {
  return { status: 'active', ...fields };
}
