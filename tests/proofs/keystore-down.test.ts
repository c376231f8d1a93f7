import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBuyer } from '#modules/checkout/index.ts';
import { someGoods } from '#testing/furnished-shop.ts';
import { eventually } from '#testing/eventually.ts';
import { aSite } from './processes.ts';
import type { Program, Site } from './processes.ts';

async function keystore(site: Site, state: 'away' | 'back'): Promise<void> {
  const name = new URL(site.keysUrl).pathname.slice(1);
  await site.rows(`alter database ${name} with allow_connections ${state === 'back'}`);
  if (state === 'away')
    await site.rows('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
}

/** How many rows there are of everything that a half done purchase or sign-up would leave behind. */
const traces = (site: Site) =>
  site.rows(`select
    (select count(*)::int from orders."order") as orders,
    (select count(*)::int from checkout.checkout_attempt) as attempts,
    (select count(*)::int from payments.payment) as payments,
    (select count(*)::int from inventory.reservation) as holds,
    (select count(*)::int from privacy.subject) as people,
    (select count(*)::int from identity.account) as accounts,
    (select count(*)::int from notifications.mail) as mails`);

const statusOf = async (
  web: Program,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  payload?: object,
): Promise<number> => (await web.ask({ method, url, ...(payload && { payload }) })).statusCode;

test('while the keystore is away, people hear "not now", nothing is half done, and browsing goes on; then all goes on', async (t) => {
  const site = await aSite(t);
  const goods = await someGoods(site.house, site.tenant, { title: 'Mug', sku: 'MUG', stock: 5 });
  const [offerId] = goods.offers;
  assert.ok(offerId);
  // One process has the keys of this cart on lease, the other has none.
  const [warm, cold] = [await site.web(), await site.web()];
  const cart = await aBuyer(warm.ask).fill([{ offerId, quantity: 1 }], { provider: 'bank-transfer' });
  const other = await aBuyer(warm.ask).good<{ id: string }>('POST', '/api/store/carts', {
    line: { offerId, quantity: 1 },
  });
  const before = await traces(site);
  const someone = {
    email: 'away@example.org',
    name: 'Ada Away',
    password: 'lantern-over-quiet-harbour',
    oldEnough: true,
  };
  const contact = {
    email: 'ada@example.org',
    shippingAddress: {
      name: 'Ada',
      line1: 'Marktplatz 1',
      postcode: '20095',
      city: 'Hamburg',
      country: 'DE',
    },
  };

  await keystore(site, 'away');
  const answers = {
    ready: await statusOf(cold, 'GET', '/health/ready'),
    browse: await statusOf(cold, 'GET', `/products/${goods.slug}`),
    contact: await statusOf(cold, 'PUT', `/api/store/carts/${other.id}/contact`, contact),
    signUp: await statusOf(cold, 'POST', '/api/store/account/sign-up', someone),
    press: (await aBuyer(cold.ask).press(cart, 'pressed-while-away')).status,
  };
  const during = await traces(site);
  await keystore(site, 'back');
  await eventually('the keystore', async () =>
    (await statusOf(cold, 'GET', '/health/ready')) === 200 ? true : undefined,
  );
  const again = await eventually('the order', async () => {
    const answer = await aBuyer(cold.ask).press(cart, 'pressed-while-away');
    return answer.status === 200 ? answer : undefined;
  });

  assert.deepEqual(answers, { ready: 503, browse: 200, contact: 503, signUp: 503, press: 503 });
  assert.deepEqual(during, before);
  assert.equal(again.body.state, 'placed');
  assert.equal(await statusOf(cold, 'POST', '/api/store/account/sign-up', someone), 202);
  const verified = await site.run('verify', '--json');
  assert.equal(verified.code, 0, verified.out);
});
