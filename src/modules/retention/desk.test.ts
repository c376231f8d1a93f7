import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSale, asColleague, byCard } from '#tests/misfortunes/a-sale.ts';
import { adminOf, someCarts, start } from '#testing/old-carts.ts';

/** What the routes of clocks and holds answer, as far as these tests look. */
interface Said {
  readonly id: string;
  readonly code: string;
  readonly pack: { readonly country: string };
  readonly clocks: readonly { readonly name: string }[];
  readonly items: readonly { clock: string; does: string; rows: number; called: string | null }[];
}

/** Asks the API as the owner of the shop. */
async function aDesk(shop: Awaited<ReturnType<typeof aSale>>['shop']) {
  const ask = await asColleague(shop, 'owner');
  return async (
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
  ): Promise<{ status: number; body: Said }> => {
    const answer = await ask(method, url, payload);
    return { status: answer.statusCode, body: JSON.parse(answer.body === '' ? '{}' : answer.body) as Said };
  };
}

test('somebody at the desk sees the clocks, runs them, and agrees to what was stopped', async (t) => {
  const { shop } = await aSale(t, byCard);
  const desk = await aDesk(shop);
  const rowsOf = await adminOf(shop);
  await someCarts(shop, Array<number>(60).fill(40));
  shop.at(start);

  const overview = await desk('GET', '/api/admin/privacy/clocks');
  const preview = await desk('GET', '/api/admin/privacy/clocks/preview');
  const stopped = await desk('POST', '/api/admin/privacy/clocks/run');
  const agreed = await desk('POST', '/api/admin/privacy/clocks/approve', { clock: 'checkout.cart' });
  const done = await desk('POST', '/api/admin/privacy/clocks/run');

  assert.equal(overview.status, 200);
  assert.equal(overview.body.pack.country, 'DE');
  assert.ok(overview.body.clocks.some((clock) => clock.name === 'orders.party.invoice'));
  const lineIn = (answer: { readonly body: Said }) =>
    answer.body.items.find(({ clock }) => clock === 'checkout.cart');
  assert.deepEqual([lineIn(preview)?.does, lineIn(preview)?.rows], ['blocked', 60]);
  assert.equal(lineIn(stopped)?.does, 'blocked');
  assert.equal(agreed.status, 204);
  assert.deepEqual([lineIn(done)?.does, lineIn(done)?.rows], ['deleted', 60]);
  const [run] = await rowsOf<{ by: string | null }>(
    'select started_by as by from retention.run order by started_at, id limit 1',
  );
  assert.ok(run?.by);
});

test('at the desk a hold is placed by one colleague and released by two', async (t) => {
  const { shop } = await aSale(t, byCard);
  const rowsOf = await adminOf(shop);
  const [party] = await rowsOf<{ id: string }>(
    'select id from orders.party where contact is not null limit 1',
  );
  const owner = await aDesk(shop);
  const body = {
    table: 'orders.party',
    rowId: party?.id,
    fields: ['contact'],
    ground: 'court',
    reference: 'file 12',
  };

  const placed = await owner('POST', '/api/admin/privacy/holds', body);
  const listed = await owner('GET', '/api/admin/privacy/holds');
  const self = await owner('POST', `/api/admin/privacy/holds/${placed.body.id}/approve`);
  await owner('POST', `/api/admin/privacy/holds/${placed.body.id}/ask-release`);
  const release = await owner('POST', `/api/admin/privacy/holds/${placed.body.id}/release`);

  assert.equal(placed.status, 201);
  assert.equal(listed.body.items[0]?.called, 'file 12');
  assert.deepEqual([self.status, self.body.code], [409, 'retention.sameColleague']);
  assert.deepEqual([release.status, release.body.code], [409, 'retention.sameColleague']);
});
