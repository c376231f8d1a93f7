import { findSkusInUse, findSlugsInUse, freeSlug, slugOf } from '#modules/catalog/index.ts';
import type { Context } from '#kernel/context.ts';
import { slugFor, text } from './assemble-shopify.ts';
import type { Note } from './assembled.ts';
import { headingOf } from './columns.ts';
import { readExtras } from './extras.ts';
import type { Work } from './import-run.ts';
import { countRejected, insertNotes, updateRun } from './queries.ts';
import {
  countProductLines,
  headsAfter,
  joinBlocks,
  joinParents,
  markRepeatedSkus,
  setAddresses,
} from './queries-match.ts';
import type { ProductHead } from './queries-match.ts';
import type { Format, ImportId } from './tables.ts';

/**
 * Decides, before anything is written, which rows are one product, which address it gets and which SKUs are taken.
 *
 * All of it is decided against the shop as it is now, so that a dry run and the real one say the same.
 */
export async function matchRows(work: Work, runId: ImportId, format: Format): Promise<void> {
  await work(async (ctx) => {
    const stray =
      format === 'woocommerce' ? await orphans(ctx, runId) : await laterBlocks(ctx, runId, format);
    await insertNotes(ctx, runId, stray);
    await markRepeatedSkus(ctx, runId);
    await updateRun(ctx, runId, {
      products: await countProductLines(ctx, runId),
      rejected: await countRejected(ctx, runId),
    });
  });
  const given = new Set<string>();
  let position = 0;
  for (;;) {
    const heads = await work(async (ctx) => {
      const some = await headsAfter(ctx, runId, position, 500);
      if (some.length > 0) await addressAll(ctx, runId, format, some, given);
      return some;
    });
    position = heads.at(-1)?.productLine ?? position;
    if (heads.length === 0) break;
  }
  await work((ctx) => updateRun(ctx, runId, { state: 'writing', position: 0 }));
}

async function laterBlocks(ctx: Context, runId: ImportId, format: Format): Promise<Note[]> {
  return (await joinBlocks(ctx, runId)).map(({ line, first, handle }) => ({
    line,
    heading: headingOf(format, 'handle'),
    severity: 'reject',
    code: 'handle.again',
    says: `The rows of "${handle.slice(0, 60)}" began in line ${first} and ended before; these later ones were left out.`,
  }));
}

async function orphans(ctx: Context, runId: ImportId): Promise<Note[]> {
  return (await joinParents(ctx, runId)).map(({ line, parentRef }) => ({
    line,
    heading: 'Parent',
    severity: 'reject',
    code: 'parent.missing',
    says:
      parentRef === ''
        ? 'The variation does not say whose it is.'
        : `Its product "${parentRef.slice(0, 60)}" is not in the file.`,
  }));
}

async function addressAll(
  ctx: Context,
  runId: ImportId,
  format: Format,
  heads: readonly ProductHead[],
  given: Set<string>,
): Promise<void> {
  const owners = await findSkusInUse(
    ctx,
    heads.flatMap(({ skus }) => skus.map(({ sku }) => sku)),
  );
  const wished = new Map(heads.map((head) => [head, wishOf(head, format)]));
  const taken = await findSlugsInUse(
    ctx,
    [...wished.values()].map(({ slug }) => slug),
  );
  const addresses: { line: number; slug: string }[] = [];
  const clashes: { line: number; clash: string }[] = [];
  for (const [head, { slug: wish, isSure }] of wished) {
    const owner = isSure
      ? undefined
      : head.skus.map(({ sku }) => owners.get(sku)).find((slug) => slug !== undefined);
    // A name alone does not make two products the same when both have SKUs that differ.
    const isStranger = !isSure && owner === undefined && head.skus.length > 0 && taken.has(wish);
    const slug =
      owner !== undefined && !given.has(owner)
        ? owner
        : freeSlug(wish, isStranger ? new Set([...given, wish]) : given);
    given.add(slug);
    addresses.push({ line: head.productLine, slug });
    for (const { line, sku } of head.skus) {
      const other = owners.get(sku);
      if (other !== undefined && other !== slug)
        clashes.push({
          line,
          clash: `The SKU "${sku.slice(0, 60)}" belongs to another product of this shop, "${other}".`,
        });
    }
  }
  await setAddresses(ctx, runId, addresses, clashes);
}

/** The address that a product asks for, and whether that says for sure which product it is. */
function wishOf({ cells, productLine }: ProductHead, format: Format): { slug: string; isSure: boolean } {
  const row = { line: productLine, cells, clash: null };
  if (format !== 'woocommerce')
    return {
      slug: slugFor(text(row, 'handle') ?? slugOf(text(row, 'title') ?? '')) || 'product',
      isSure: true,
    };
  const ours = readExtras(cells['extras'])?.slug;
  if (ours !== undefined && slugFor(ours) === ours) return { slug: ours, isSure: true };
  return { slug: slugOf(text(row, 'name') ?? '') || 'product', isSure: false };
}
