import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHouse } from '#testing/house.ts';
import { listProducts, suggestProducts } from './list-products.ts';
import { aProduct } from './makers.ts';
import { proveListing } from './prove-listing.ts';
import { upsertProduct } from './upsert-product.ts';

const titles = (list: { items: readonly { title: string }[] }): string[] =>
  list.items.map((item) => item.title);

test('a buyer finds goods without accents, with half a last word and with typing mistakes', async (t) => {
  const shop = await aHouse(t);
  await shop.work(async (ctx) => {
    await aProduct(ctx, {
      title: 'Crème brûlée dish',
      vendor: 'Töpferei Müller',
      variants: [{ options: [], sku: 'CB-001', gtin: '4012345000016' }],
    });
    await aProduct(ctx, { title: 'Stoneware mug', variants: [{ options: [], sku: 'MUG-1' }] });
    await aProduct(ctx, { title: 'Oak board', descriptionHtml: '<p>Goes well with a stoneware mug.</p>' });
  });

  const find = (q: string) => shop.work((ctx) => listProducts(ctx, { q }));

  assert.deepEqual(titles(await find('creme brulee')), ['Crème brûlée dish']);
  assert.deepEqual(titles(await find('TÖPFEREI mul')), ['Crème brûlée dish']);
  assert.deepEqual(titles(await find('stonew')), ['Stoneware mug', 'Oak board']);
  assert.equal(titles(await find('stonewear mug'))[0], 'Stoneware mug');
  assert.deepEqual(titles(await find('cb-001')), ['Crème brûlée dish']);
  assert.deepEqual(titles(await find('4012345000016')), ['Crème brûlée dish']);
  assert.deepEqual(titles(await find("it's ' \\ & | ! :* <-> ŉ ½")), []);
  assert.deepEqual(titles(await find('🧶')), []);
  assert.deepEqual(
    await shop.work((ctx) => suggestProducts(ctx, 'mu')).then((items) => items.map((item) => item.title)),
    ['Stoneware mug', 'Crème brûlée dish', 'Oak board'],
  );
});

test('a facet narrows the list, and its own counts still say what else could be chosen', async (t) => {
  const shop = await aHouse(t);
  await shop.work(async (ctx) => {
    await aProduct(ctx, { title: 'Mug', attributes: { material: 'Stoneware', colour: 'Blue' } });
    await aProduct(ctx, { title: 'Bowl', attributes: { material: 'Stoneware', colour: 'White' } });
    await aProduct(ctx, {
      title: 'Board',
      attributes: { material: 'Oak', colour: 'White', secret: { value: 'x', filterable: false } },
    });
  });

  const list = await shop.work((ctx) =>
    listProducts(ctx, { facets: { material: ['Stoneware'] }, sort: 'title' }),
  );
  const both = await shop.work((ctx) =>
    listProducts(ctx, { facets: { material: ['Stoneware', 'Oak'], colour: ['White'] }, sort: 'title' }),
  );

  const counts = (name: string) =>
    Object.fromEntries(
      list.facets.find((facet) => facet.name === name)?.values.map((value) => [value.value, value.count]) ??
        [],
    );
  assert.deepEqual(titles(list), ['Bowl', 'Mug']);
  assert.equal(list.count, 2);
  assert.deepEqual(counts('material'), { Stoneware: 2, Oak: 1 });
  assert.deepEqual(counts('colour'), { Blue: 1, White: 1 });
  assert.equal(
    list.facets.some((facet) => facet.name === 'secret'),
    false,
  );
  assert.deepEqual(titles(both), ['Board', 'Bowl']);
});

test('every way to sort shows every product once, page by page, and the unpriced last', async (t) => {
  const shop = await aHouse(t);
  await shop.work(async (ctx) => {
    for (let n = 0; n < 11; n += 1)
      await aProduct(ctx, { title: `Cup ${n % 4}`, priceMinor: BigInt(100 * (n % 3)) });
    await upsertProduct(ctx, { title: 'Cup without price', status: 'active', variants: [{ options: [] }] });
  });

  for (const sort of ['newest', 'price-asc', 'price-desc', 'title', 'relevance'] as const) {
    const seen: string[] = [];
    const prices: (number | undefined)[] = [];
    let after: string | undefined;
    do {
      const page = await shop.work((ctx) =>
        listProducts(ctx, {
          sort,
          limit: 5,
          ...(after && { after }),
          ...(sort === 'relevance' && { q: 'cup' }),
        }),
      );
      seen.push(...page.items.map((item) => item.id));
      prices.push(...page.items.map((item) => item.price?.amountMinor));
      assert.equal(page.count, 12);
      after = page.next ?? undefined;
    } while (after);
    assert.equal(new Set(seen).size, 12, sort);
    assert.equal(seen.length, 12, sort);
    if (sort.startsWith('price')) assert.equal(prices.at(-1), undefined);
    if (sort === 'price-asc')
      assert.deepEqual(
        prices.slice(0, -1),
        prices.slice(0, -1).toSorted((a, b) => Number(a) - Number(b)),
      );
  }
  assert.deepEqual(await shop.work((ctx) => proveListing.prove(ctx)), []);
});

test('another shop and drafts never show up in the list', async (t) => {
  const shop = await aHouse(t);
  const other = await shop.otherTenant();
  await shop.work((ctx) => aProduct(ctx, { title: 'Foreign mug' }), { tenant: other });
  await shop.work((ctx) => aProduct(ctx, { title: 'Draft mug', status: 'draft' }));

  const list = await shop.work((ctx) => listProducts(ctx, { q: 'mug' }));

  assert.deepEqual(list, { items: [], next: null, count: 0, facets: [] });
});
