import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSale, asColleague, byCard } from '#tests/misfortunes/a-sale.ts';
import { adminOf, someCarts, start } from '#testing/old-carts.ts';
import { recordDrill } from './drills.ts';

/** What the routes of clocks and holds answer, as far as these tests look. */
interface Said {
  readonly ids: readonly string[];
  readonly code: string;
  readonly pack: { readonly country: string };
  readonly clocks: readonly { readonly name: string }[];
  readonly items: readonly {
    readonly clock: string;
    readonly does: string;
    readonly rows: number;
    readonly called: string | null;
    readonly numbered: object | null;
    readonly number: string | null;
    readonly kinds: readonly string[];
    readonly table: string;
    readonly rowId: string;
    readonly field: string | null;
    readonly isHeld: boolean;
  }[];
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

test('a shop hears that a restore drill was held, when and how it went, and nothing of the installation behind it', async (t) => {
  const { shop } = await aSale(t, byCard);
  await recordDrill(shop.house.db, {
    startedAt: start,
    finishedAt: start,
    outcome: 'failed',
    says: 'not as it was: orders.party in the database db-7.internal.example',
    tables: 144,
    rows: 987_654_321n,
    durationMs: 61_234,
  });
  const desk = await asColleague(shop, 'owner');

  const answer = await desk('GET', '/api/admin/privacy/clocks');

  const { drills } = answer.json<{ drills: unknown }>();
  assert.deepEqual(drills, [{ startedAt: start.toISOString(), outcome: 'failed' }]);
  assert.doesNotMatch(answer.body, /db-7\.internal|987654321/);
});

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
    rows: [{ table: 'orders.party', rowId: party?.id, fields: ['contact'] }],
    ground: 'court',
    reference: 'file 12',
  };

  const placed = await owner('POST', '/api/admin/privacy/holds', body);
  const listed = await owner('GET', '/api/admin/privacy/holds');
  const self = await owner('POST', `/api/admin/privacy/holds/${placed.body.ids[0]}/approve`);
  await owner('POST', `/api/admin/privacy/holds/${placed.body.ids[0]}/ask-release`);
  const release = await owner('POST', `/api/admin/privacy/holds/${placed.body.ids[0]}/release`);

  assert.equal(placed.status, 201);
  const [hold] = listed.body.items;
  assert.equal(hold?.called, 'file 12');
  assert.deepEqual(hold?.numbered, { table: 'orders.order', number: '1001' });
  assert.deepEqual(hold?.kinds.includes('contact.address'), true);
  assert.deepEqual([self.status, self.body.code], [409, 'retention.sameColleague']);
  assert.deepEqual([release.status, release.body.code], [409, 'retention.sameColleague']);
});

test('at the desk an order shows what a hold could keep of it, and what is held already', async (t) => {
  const { shop, orderId } = await aSale(t, byCard);
  const owner = await aDesk(shop);
  const url = `/api/admin/privacy/holdable/orders/${orderId}`;

  const before = await owner('GET', url);
  const contact = before.body.items.find(
    ({ table, field }) => table === 'orders.party' && field === 'contact',
  );
  const placed = await owner('POST', '/api/admin/privacy/holds', {
    rows: [{ table: contact?.table, rowId: contact?.rowId, fields: ['contact'] }],
    ground: 'claim',
    reference: 'file 13',
  });
  const after = await owner('GET', url);
  const rows = await adminOf(shop);
  const [party] = await rows<{ id: string }>('select subject_id as id from orders.party limit 1');
  const ofPerson = await owner('GET', `/api/admin/privacy/holdable/people/${party?.id}`);
  const ofNobody = await owner('GET', `/api/admin/privacy/holdable/people/${crypto.randomUUID()}`);

  assert.equal(contact?.number, '1001');
  assert.ok(contact?.kinds.includes('contact.address'));
  assert.ok(before.body.items.some(({ table, field }) => table === 'orders.order' && field === null));
  assert.ok(before.body.items.every(({ isHeld }) => !isHeld));
  assert.equal(placed.status, 201);
  assert.deepEqual(
    after.body.items.filter(({ isHeld }) => isHeld).map(({ rowId, field }) => [rowId, field]),
    [[contact?.rowId, 'contact']],
  );
  assert.ok(ofPerson.body.items.some(({ rowId, isHeld }) => rowId === contact?.rowId && isHeld));
  assert.deepEqual([ofNobody.status, ofNobody.body.code], [404, 'persons.nothingToHold']);
});
