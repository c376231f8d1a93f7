import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import pg from 'pg';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { listProducts } from './list-products.ts';
import { refreshListing } from './queries-listing.ts';
import { getProduct } from './get-product.ts';
import type { ProductId } from './tables.ts';

const materials = ['Stoneware', 'Oak', 'Linen', 'Brass', 'Glass', 'Wool'];

/** A shop with 2,000 products, written in bulk; the listing is made by the catalogue's own statement. */
async function aFullShop(t: TestContext): Promise<TestHouse> {
  const shop = await aHouse(t);
  const admin = new pg.Client({ connectionString: shop.adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ id: ProductId }>(
      `insert into catalog.product (tenant_id, id, slug, title, description_html, vendor, tags, status, condition, version, created_at, updated_at)
       select $1, gen_random_uuid(), 'p-' || n, (array['Mug','Bowl','Board','Towel','Lamp','Vase','Plate','Jar'])[n % 8 + 1] || ' ' || md5(n::text),
         '<p>' || repeat(md5(n::text) || ' ', 20) || '</p>', 'Maker ' || n % 40, '{}', 'active', 'new', 1, now() - n * interval '1 minute', now()
       from generate_series(1, 2000) n returning id`,
      [shop.tenant.id],
    );
    await admin.query(
      `insert into catalog.attribute_definition (tenant_id, id, code, label, kind, choices, filterable, position)
       values ($1, gen_random_uuid(), 'material', 'Material', 'text', '{}', true, 0)`,
      [shop.tenant.id],
    );
    await admin.query(
      `insert into catalog.product_attribute (tenant_id, product_id, attribute_id, value)
       select p.tenant_id, p.id, d.id, ($1::text[])[1 + abs(hashtext(p.slug)) % 6] from catalog.product p, catalog.attribute_definition d`,
      [materials],
    );
    await shop.work((ctx) =>
      refreshListing(
        ctx,
        rows.map(({ id }) => id),
      ),
    );
    await admin.query('vacuum analyze catalog.listing');
    await admin.query('analyze');
  } finally {
    await admin.end();
  }
  return shop;
}

/** The plans of everything that `run` asks, as the runtime role makes them. */
async function plansOf(
  shop: TestHouse,
  run: Parameters<TestHouse['work']>[0],
): Promise<{ text: string; plan: string }[]> {
  const asked: { text: string; values: unknown[] }[] = [];
  const own = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query');
  const ask = Reflect.get(pg.Client.prototype, 'query') as (...given: unknown[]) => unknown;
  pg.Client.prototype.query = function spy(
    this: pg.Client,
    config: { text?: string; values?: unknown[] },
    ...rest: unknown[]
  ) {
    if (typeof config === 'object' && config.text?.includes('catalog.'))
      asked.push({ text: config.text, values: config.values ?? [] });
    return Reflect.apply(ask, this, [config, ...rest]);
  } as typeof pg.Client.prototype.query;
  try {
    await shop.work(run);
  } finally {
    if (own) Object.defineProperty(pg.Client.prototype, 'query', own);
  }
  const plans: { text: string; plan: string }[] = [];
  const client = await shop.house.db.pool.connect();
  try {
    for (const { text, values } of asked) {
      await client.query(`begin; select tenancy.enter('${shop.tenant.id}')`);
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
      await client.query('rollback');
      plans.push({ text, plan: rows.map((row) => row['QUERY PLAN']).join('\n') });
    }
  } finally {
    client.release();
  }
  return plans;
}

test('browsing, searching, filtering and looking use indexes in a shop of 2,000 products, in three statements at most', async (t) => {
  const shop = await aFullShop(t);
  const plan = async (run: Parameters<TestHouse['work']>[0]) => {
    const plans = await plansOf(shop, run);
    assert.ok(plans.length <= 3, `${plans.length} statements`);
    // The second statement counts everything that is meant; of a whole shop that is every row, however it is read.
    const [first] = plans;
    assert.doesNotMatch(first?.plan ?? '', /Seq Scan on (listing|product)\b/, first?.text);
    return first?.plan ?? '';
  };

  assert.match(await plan((ctx) => listProducts(ctx, { limit: 24 })), /listing_newest/);
  assert.match(await plan((ctx) => listProducts(ctx, { limit: 24, sort: 'price-asc' })), /listing_cheapest/);
  assert.match(await plan((ctx) => listProducts(ctx, { limit: 24, sort: 'price-desc' })), /listing_dearest/);
  assert.match(await plan((ctx) => listProducts(ctx, { limit: 24, sort: 'title' })), /listing_title/);
  assert.match(
    await plan((ctx) => listProducts(ctx, { q: 'c4ca4238a0b923820dcc509a6f75849b' })),
    /listing_search/,
  );
  assert.match(
    await plan((ctx) => listProducts(ctx, { facets: { material: ['Stoneware'] }, q: 'c4ca4238' })),
    /listing_(search|facets)/,
  );
  assert.match(await plan((ctx) => getProduct(ctx, 'p-77')), /product_slug/);
});
