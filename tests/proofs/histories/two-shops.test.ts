import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBuyer, goodsForSale, openForBusiness } from '#modules/checkout/index.ts';
import { aColleague, anAccount, goodPassword } from '#modules/identity/index.ts';
import { findPersons } from '#modules/persons/index.ts';
import { aRequest } from '#modules/rights/index.ts';
import { asOwner } from '#testing/every-row.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { newId } from '#kernel/ids.ts';
import { addressOf, marksOf } from '../../persons/a-person.ts';

// P23. Made from the running route table: what the owner of one shop is told about the things of another is, letter for
// letter, what they are told about things that never were.

/** Every random key that another shop's rows have, a few of each table. */
async function keysOf(shop: TestServer, tenant: string): Promise<string[]> {
  const tables = await asOwner(
    shop.adminUrl,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
     where column_name = 'id' and data_type = 'uuid' and table_schema not in ('kernel', 'pgboss', 'information_schema')
       and exists (select from information_schema.columns c where c.column_name = 'tenant_id' and c.table_schema = columns.table_schema and c.table_name = columns.table_name)`,
  );
  const keys: string[] = [];
  for (const { name } of tables) {
    const rows = await asOwner(
      shop.adminUrl,
      `select id from ${String(name)} where tenant_id = '${tenant}' limit 2`,
    );
    keys.push(...rows.map(({ id }) => String(id)));
  }
  // Every shop has places under the same well-known keys.
  return keys.filter((key) => !key.startsWith('00000000-'));
}

/** What answers say without what is random in each: the key that was asked for, numbers of requests, instants. */
const told = (answer: { statusCode: number; body: string }, key: string): string =>
  `${answer.statusCode} ${answer.body
    .replaceAll(key, 'KEY')
    .replaceAll(/"(instance|requestId|at|now|madeAt)":"[^"]*"/g, '"$1":""')
    .replaceAll(/nonce="[^"]*"/g, '')}`;

test('P23: the owner of a shop learns nothing about another one: not by any key of its rows, not by its lists, not by its people’s addresses', async (t) => {
  const shop = await aServer(t);
  await shop.work(openForBusiness);
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { title: 'Quokkamug', stock: 10 }));
  const mira = marksOf('Mira');
  const buyer = aBuyer(shop.inject, mira.email);
  await buyer.press(
    await buyer.fill([{ offerId, quantity: 1 }], { provider: 'bank-transfer' }, addressOf(mira)),
  );
  await shop.work((ctx) => anAccount(ctx, { email: mira.email, name: mira.name }));
  await shop.work((ctx) => aRequest(ctx, { kind: 'question', email: mira.email }), { purpose: 'rights' });
  const other = await shop.otherTenant('other');
  await shop.work((ctx) => aColleague(ctx, { email: 'owner@other.example', role: 'owner' }), {
    tenant: other,
  });
  const ask = (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    cookie?: string,
    payload?: object,
  ) =>
    shop.inject({
      method,
      url,
      tenantHost: 'other.localhost',
      headers: { ...(cookie && { cookie }) },
      ...(payload && { payload }),
    });
  const login = { email: 'owner@other.example', password: goodPassword };
  const signedIn = await ask('POST', '/api/admin/sign-in', undefined, login);
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  const foreign = await keysOf(shop, shop.tenant.id);
  const asked = shop.app.routes.filter(
    ({ url, config }) =>
      url.startsWith('/api/') && config?.audience !== undefined && !url.endsWith('/sign-out'),
  );

  const faults: string[] = [];
  let asks = 0;
  for (const { method, url } of asked) {
    const isKeyed = url.includes('/:');
    const verb = [method].flat()[0] as 'GET';
    if (verb !== 'GET' && !isKeyed) continue;
    const never = newId<never>() as string;
    const at = (key: string): string => url.replaceAll(/:\w+(\([^)]*\))?/g, key).replace('*', key);
    const answerFor = async (key: string): Promise<string> =>
      told(await ask(verb, at(key), cookie, verb === 'GET' ? undefined : {}), key);
    if (isKeyed) {
      const expected = await answerFor(never);
      // Six keys for each route, the next six for the next: keys of every kind come by each kind of route.
      for (let turn = 0; turn < 6; turn += 1) {
        const key = foreign[(asks += 1) % foreign.length] ?? assert.fail();
        const answer = await answerFor(key);
        if (answer !== expected)
          faults.push(`${verb} ${url}: ${answer.slice(0, 120)} and not ${expected.slice(0, 120)}`);
      }
    } else {
      const { body } = await ask(verb, url, cookie);
      for (const secret of [...Object.values(mira), 'Quokkamug', ...foreign])
        if (body.includes(secret)) faults.push(`${verb} ${url} says ${secret}`);
    }
  }

  assert.deepEqual(faults, []);
  assert.ok(asks > 300 && foreign.length > 25, `${asks} questions about ${foreign.length} keys`);
  for (const email of [mira.email, 'nobody@example.org']) {
    const found = await shop.work((ctx) => findPersons(ctx, { email }), { tenant: other, purpose: 'rights' });
    assert.deepEqual(found, []);
  }
  const signUp = async (email: string) => {
    const asking = { email, name: 'Ada', password: goodPassword, oldEnough: true };
    return told(await ask('POST', '/api/store/account/sign-up', undefined, asking), email);
  };
  assert.equal(await signUp(mira.email), await signUp('nobody@example.org'));
  t.diagnostic(`${asks} questions with ${foreign.length} keys of another shop`);
});
