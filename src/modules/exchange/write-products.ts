import type { Tenant } from '#kernel/context.ts';
import type { Context } from '#kernel/context.ts';
import { Refusal } from '#kernel/refusal.ts';
import { upsertProduct } from '#modules/catalog/index.ts';
import type { ProductId, SavedProduct } from '#modules/catalog/index.ts';
import { setStock } from '#modules/inventory/index.ts';
import { setPrices } from '#modules/pricing/index.ts';
import { assembleShopify } from './assemble-shopify.ts';
import { assembleWoo } from './assemble-woo.ts';
import type { Assembled, Note, StagedRow, VariantFigures } from './assembled.ts';
import type { Work } from './import-run.ts';
import { notePictures } from './pictures.ts';
import { countProduct, insertNotes, productLinesAfter, rowsOfProducts } from './queries.ts';
import type { ImportRun } from './queries.ts';
import { refuse } from './refuse.ts';
import type { Format } from './tables.ts';

/** Ends a dry run's transaction: everything was done, nothing is kept. */
class DryRunOver extends Error {
  readonly created: boolean;
  constructor(created: boolean) {
    super('dry run');
    this.created = created;
  }
}

/**
 * Writes the staged products one by one, each whole and in a transaction of its own, from where the run stands.
 *
 * The place to go on from moves in the product's transaction: killed at any moment, no product is missed or done twice.
 */
export async function writeProducts(
  work: Work,
  tenant: Tenant,
  run: ImportRun,
  onProduct: () => Promise<void>,
): Promise<void> {
  let { position } = run;
  for (;;) {
    const lines = await work((ctx) => productLinesAfter(ctx, run.id, position, 50));
    if (lines.length === 0) return;
    const rows = await work((ctx) => rowsOfProducts(ctx, run.id, lines));
    for (const line of lines) {
      const own = rows.filter((row) => row.productLine === line);
      const slug = own.find((row) => row.line === line)?.slug ?? 'product';
      const product = assemble(own, run.format ?? 'shopify', slug, tenant);
      await writeOne(work, run, { from: position, to: line }, product);
      position = line;
      await onProduct();
    }
  }
}

const assemble = (
  rows: readonly StagedRow[],
  format: Format,
  slug: string,
  { currency }: Tenant,
): Assembled =>
  format === 'woocommerce'
    ? assembleWoo(rows, slug, { currency })
    : assembleShopify(rows, format, slug, { currency });

interface Step {
  readonly from: number;
  readonly to: number;
}

async function writeOne(work: Work, run: ImportRun, step: Step, product: Assembled): Promise<void> {
  const isRejected = product.notes.some((note) => note.severity === 'reject');
  if (isRejected) return tell(work, run, step, product.notes, 'rejected');
  try {
    const created = await work(async (ctx) => {
      const saved = await storeProduct(ctx, product);
      if (run.dryRun) throw new DryRunOver(saved.created);
      await record(ctx, run, step, product.notes, saved.created ? 'created' : 'changed');
      await notePictures(ctx, run.id, step.to, saved.productId as ProductId);
      return saved.created;
    });
    return void created;
  } catch (error) {
    if (error instanceof DryRunOver)
      return tell(work, run, step, product.notes, error.created ? 'created' : 'changed');
    // What the shop refuses is told in the report. That the run was taken over is not about the product: it ends this process's part.
    if (!(error instanceof Refusal) || error.code === 'exchange.takenOver' || error.status >= 500)
      throw error;
    const note: Note = {
      line: step.to,
      heading: null,
      severity: 'reject',
      code: error.code,
      says: error.message,
    };
    return tell(work, run, step, [...product.notes, note], 'rejected');
  }
}

/** The product with its prices and stock, or none of it. */
async function storeProduct(ctx: Context, { input, figures }: Assembled): Promise<SavedProduct> {
  const saved = await upsertProduct(ctx, input);
  const pairs = saved.offers.flatMap(({ offerId }, index) =>
    figures[index] ? [{ offerId, figure: figures[index] }] : [],
  );
  await setPrices(
    ctx,
    pairs.flatMap(({ offerId, figure }) =>
      wishesOf(figure).map((wish) => ({ offerId, currency: ctx.tenant.currency, ...wish })),
    ),
  );
  await setStock(
    ctx,
    pairs.flatMap(({ offerId, figure }) =>
      figure.quantity === null ? [] : [{ offerId, quantity: figure.quantity }],
    ),
  );
  return saved;
}

function wishesOf({ price, compareAt, sale }: VariantFigures) {
  return [
    ...(price === null ? [] : [{ amountMinor: price, compareAtMinor: compareAt }]),
    ...(sale ? [{ amountMinor: sale.price, validFrom: sale.from, validTo: sale.to }] : []),
  ];
}

type Fate = 'created' | 'changed' | 'rejected';

const tell = (work: Work, run: ImportRun, step: Step, notes: readonly Note[], fate: Fate): Promise<void> =>
  work((ctx) => record(ctx, run, step, notes, fate));

async function record(
  ctx: Context,
  run: ImportRun,
  step: Step,
  notes: readonly Note[],
  fate: Fate,
): Promise<void> {
  const warnings = notes.filter((note) => note.severity === 'warn').length;
  const isOurs = await countProduct(ctx, run.id, step, {
    created: 0,
    changed: 0,
    rejected: 0,
    warnings,
    [fate]: 1,
  });
  if (!isOurs) throw refuse.takenOver();
  await insertNotes(ctx, run.id, notes);
}
