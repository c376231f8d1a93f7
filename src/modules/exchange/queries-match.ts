import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { ImportId } from './tables.ts';

/** Shopify: the lines of a handle's first block are one product. Shape: where later blocks of a handle begin, with its first line. */
export async function joinBlocks(
  ctx: Context,
  runId: ImportId,
): Promise<{ line: number; first: number; handle: string }[]> {
  const tenant = ctx.tenant.id;
  await sql`
    with block as (
      select b.block, min(b.line) as first, row_number() over (partition by b.refs[1] order by b.block) as n
      from exchange.import_row b where b.tenant_id = ${tenant} and b.run_id = ${runId} group by b.block, b.refs[1]
    )
    update exchange.import_row r set product_line = block.first from block
    where r.tenant_id = ${tenant} and r.run_id = ${runId} and r.block = block.block and block.n = 1`.execute(
    ctx.tx,
  );
  const { rows: later } = await sql<{ line: number; first: number; handle: string }>`
    select min(r.line) as line, r.refs[1] as handle, (select min(f.line) from exchange.import_row f
      where f.tenant_id = ${tenant} and f.run_id = ${runId} and f.refs = r.refs) as first
    from exchange.import_row r where r.tenant_id = ${tenant} and r.run_id = ${runId} and r.product_line is null
    group by r.block, r.refs order by 1 limit 5000`.execute(ctx.tx);
  return later;
}

/** WooCommerce: variations join their parent, wherever it stands. Shape: variations whose parent is not in the file. */
export async function joinParents(
  ctx: Context,
  runId: ImportId,
): Promise<{ line: number; parentRef: string }[]> {
  const tenant = ctx.tenant.id;
  await sql`
    update exchange.import_row r set product_line = r.line where r.tenant_id = ${tenant} and r.run_id = ${runId} and r.parent_ref is null`.execute(
    ctx.tx,
  );
  await sql`
    with parent as (
      select ref, min(p.line) as line from exchange.import_row p, unnest(p.refs) ref
      where p.tenant_id = ${tenant} and p.run_id = ${runId} and p.parent_ref is null group by ref
    )
    update exchange.import_row r set product_line = parent.line from parent
    where r.tenant_id = ${tenant} and r.run_id = ${runId} and r.parent_ref = parent.ref`.execute(ctx.tx);
  const { rows: orphans } = await sql<{ line: number; parentRef: string }>`
    select line, parent_ref from exchange.import_row where tenant_id = ${tenant} and run_id = ${runId} and product_line is null order by line limit 5000`.execute(
    ctx.tx,
  );
  return orphans;
}

/** Marks rows whose SKU an earlier product of the file has, with the line where it stands. */
export async function markRepeatedSkus(ctx: Context, runId: ImportId): Promise<void> {
  await sql`
    with seen as (
      select f.sku, min(f.line) as line, (array_agg(f.product_line order by f.line))[1] as product_line from exchange.import_row f
      where f.tenant_id = ${ctx.tenant.id} and f.run_id = ${runId} and f.sku is not null and f.product_line is not null group by f.sku
    )
    update exchange.import_row r set clash = 'The SKU "' || left(r.sku, 60) || '" is already used in line ' || seen.line || '.' from seen
    where r.tenant_id = ${ctx.tenant.id} and r.run_id = ${runId} and r.sku = seen.sku and r.product_line <> seen.product_line`.execute(
    ctx.tx,
  );
}

export interface ProductHead {
  readonly productLine: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly skus: readonly { readonly line: number; readonly sku: string }[];
}

/** The first row of each product with the SKUs of all its rows, a portion at a time. */
export async function headsAfter(
  ctx: Context,
  runId: ImportId,
  position: number,
  limit: number,
): Promise<ProductHead[]> {
  const { rows: found } = await sql<ProductHead>`
    select h.line as product_line, h.cells, coalesce((select json_agg(json_build_object('line', r.line, 'sku', r.sku) order by r.line)
      from exchange.import_row r where r.tenant_id = ${ctx.tenant.id} and r.run_id = ${runId} and r.product_line = h.line and r.sku is not null
        and r.clash is null), '[]') as skus
    from exchange.import_row h where h.tenant_id = ${ctx.tenant.id} and h.run_id = ${runId} and h.product_line = h.line and h.line > ${position}
    order by h.line limit ${limit}`.execute(ctx.tx);
  return found;
}

export async function setAddresses(
  ctx: Context,
  runId: ImportId,
  heads: readonly { line: number; slug: string }[],
  clashes: readonly { line: number; clash: string }[],
): Promise<void> {
  await sql`
    update exchange.import_row r set slug = n.slug from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as n(line integer, slug text)
    where r.tenant_id = ${ctx.tenant.id} and r.run_id = ${runId} and r.line = n.line`.execute(ctx.tx);
  if (clashes.length === 0) return;
  await sql`
    update exchange.import_row r set clash = n.clash from jsonb_to_recordset(${JSON.stringify(clashes)}::jsonb) as n(line integer, clash text)
    where r.tenant_id = ${ctx.tenant.id} and r.run_id = ${runId} and r.line = n.line`.execute(ctx.tx);
}

export async function countProductLines(ctx: Context, runId: ImportId): Promise<number> {
  const { rows: found } = await sql<{ n: number }>`
    select count(distinct product_line)::int as n from exchange.import_row where tenant_id = ${ctx.tenant.id} and run_id = ${runId}`.execute(
    ctx.tx,
  );
  return found[0]?.n ?? 0;
}
