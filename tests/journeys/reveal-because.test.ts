import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anAccount } from '#modules/identity/index.ts';
import { asColleague, aSale, byCard } from '../misfortunes/a-sale.ts';

interface Entry {
  action: string;
  on: { table: string; id: string };
  details: { because?: string };
}
interface Shown {
  contact: { name: string; email: string; shippingAddress: { line1: string; country: string } };
  timeline: { what: string; by: { kind: string; colleagueId: string | null } }[];
}

test('a colleague whose role masks people reads those of one order when they say why, and the reason is recorded', async (t) => {
  const { shop, orderId } = await aSale(t, byCard);
  const finance = await asColleague(shop, 'finance');
  const owner = await asColleague(shop, 'owner');

  const before = (await finance('GET', `/api/admin/orders/${orderId}`)).json<Shown>();
  const silent = await finance('POST', `/api/admin/orders/${orderId}/reveal`, {});
  const revealed = await finance('POST', `/api/admin/orders/${orderId}/reveal`, {
    because: 'payment-question',
  });
  const after = (await finance('GET', `/api/admin/orders/${orderId}`)).json<Shown>();

  assert.deepEqual(
    [before.contact.name, before.contact.email, before.contact.shippingAddress.line1],
    ['M••• L•••', 'm•••@e•••.org', '•••'],
  );
  assert.equal(silent.statusCode, 400);
  assert.equal(revealed.statusCode, 200, revealed.body);
  const { contact } = revealed.json<Shown>();
  assert.deepEqual([contact.name, contact.email], ['Mara Lindqvist', 'mara@example.org']);
  assert.equal(after.contact.name, before.contact.name, 'the next look is masked again');
  const about = async (query: string) =>
    (await owner('GET', `/api/admin/audit?${query}`)).json<{ items: Entry[] }>().items;
  const [entry, ...more] = await about(`action=orders.revealed&table=orders.order&id=${orderId}`);
  assert.deepEqual([entry?.details.because, more.length], ['payment-question', 0]);
  const openings = await about('action=privacy.opened&limit=100');
  assert.ok(openings.some(({ on }) => on.table === 'orders.party'));
});

test('the timeline of an order says who did what, and names a colleague only to those who work with colleagues', async (t) => {
  const { shop, orderId } = await aSale(t, byCard);
  const finance = await asColleague(shop, 'finance');
  const owner = await asColleague(shop, 'owner');
  const support = await asColleague(shop, 'support');
  await finance('POST', `/api/admin/orders/${orderId}/reveal`, { because: 'buyer-asked' });
  assert.equal((await owner('POST', `/api/admin/orders/${orderId}/cancel`)).statusCode, 200);
  const namesFor = async (ask: typeof owner) =>
    (await ask('GET', '/api/admin/colleagues')).json<{ items: { id: string; name: string }[] }>().items;

  const { timeline } = (await support('GET', `/api/admin/orders/${orderId}`)).json<Shown>();

  const by = (what: string) => timeline.find((moment) => moment.what === what)?.by ?? assert.fail(what);
  const colleagues = [by('Names and addresses read'), by('Cancelled')];
  assert.deepEqual(
    colleagues.map(({ kind }) => kind),
    ['staff', 'staff'],
  );
  assert.deepEqual([by('Ordered').kind === 'staff', by('Ordered').colleagueId], [false, null]);
  const names = new Map((await namesFor(owner)).map(({ id, name }) => [id, name]));
  assert.equal(new Set(colleagues.map(({ colleagueId }) => colleagueId)).size, 2);
  for (const { colleagueId } of colleagues) assert.ok(names.get(colleagueId ?? ''), 'the owner reads a name');
  assert.deepEqual(await namesFor(support), []);
});

test('reasons do not make a list: after twenty people within an hour, orders and customers together, reading ends until the hour is over', async (t) => {
  const { shop, orderId } = await aSale(t, byCard);
  const { accountId } = await shop.work((ctx) =>
    anAccount(ctx, { email: 'mara@example.org', name: 'Mara Lindqvist' }),
  );
  const owner = await asColleague(shop, 'owner');
  const rights = { name: 'Counter', permissions: ['orders.read', 'customers.read'] };
  assert.equal((await owner('POST', '/api/admin/roles', rights)).statusCode, 201);
  const counter = await asColleague(shop, 'counter');
  const reveal = async (path: string) => {
    const answer = await counter('POST', `/api/admin/${path}/reveal`, { because: 'delivery-problem' });
    return [
      answer.statusCode,
      answer.json<{ code?: string }>().code ?? answer.json<{ email?: string }>().email,
    ];
  };

  assert.deepEqual(await reveal(`customers/${accountId}`), [200, 'mara@example.org']);
  for (let more = 1; more < 20; more += 1) await reveal(`orders/${orderId}`);

  assert.deepEqual(await reveal(`orders/${orderId}`), [429, 'orders.tooManyReveals']);
  assert.deepEqual(await reveal(`customers/${accountId}`), [429, 'identity.tooManyReveals']);
  shop.at(new Date(Date.now() + 61 * 60_000));
  assert.deepEqual(await reveal(`customers/${accountId}`), [200, 'mara@example.org']);
});
