import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { getToday, listOrders } from '#modules/orders/index.ts';
import { aServer } from '#testing/server.ts';

const many = 100_000;

/** Orders as the books would have them after some years, written by hand because nobody can wait for that many sales. */
const rows = `
  insert into orders.order_group (tenant_id, id, cart_id, attempt_id, currency, total_minor, created_at, placed_at)
    select $1, md5('g' || n)::uuid, md5('c' || n)::uuid, md5('a' || n)::uuid, 'EUR', 1190, now(), now() from generate_series(1, ${many}) n;
  insert into orders."order" (tenant_id, id, group_id, number, state, payment_state, fulfilment_state, attempt_id, provider, buyer_id, locale, origin,
      country, currency, prices_include_tax, goods_minor, goods_net_minor, tax_minor, total_minor, refunded_minor, delivery_option_id, delivery_name,
      delivery_minor, delivery_tax_label, delivery_tax_rate_bp, delivery_net_minor, delivery_tax_minor, delivery_gross_minor, delivery_refunded_minor,
      pieces, version, created_at, placed_at)
    select $1, md5('o' || n)::uuid, md5('g' || n)::uuid, n, case when n % 50 = 0 then 'placed' else 'completed' end,
      case when n % 40 = 0 then 'pending' else 'captured' end, case when n % 50 = 0 then 'pending' else 'delivered' end, md5('a' || n)::uuid,
      'bank-transfer', md5('s' || n)::uuid, 'de', 'http://shop.localhost', 'DE', 'EUR', true, 1190, 1000, 190, 1190, 0, 'x', 'Parcel', 0, '', 0, 0, 0,
      0, 0, 1, 1, now(), now() - n * interval '10 minutes'
    from generate_series(1, ${many}) n;
  insert into orders.party (tenant_id, id, order_id, role, subject_id, country, postcode_prefix, email_index, name_tokens)
    select $1, md5('p' || n)::uuid, md5('o' || n)::uuid, 'buyer', md5('s' || n)::uuid, 'DE', '20', decode(md5('e' || n), 'hex'),
      array[decode(md5('n' || n), 'hex'), decode(md5('m' || n % 5000), 'hex')]
    from generate_series(1, ${many}) n;
  analyze orders."order", orders.party`;

test('lists and searches of a hundred thousand orders read no table from end to end', async (t) => {
  const shop = await aServer(t);
  const admin = new pg.Client({ connectionString: shop.adminUrl });
  await admin.connect();
  shop.beforeEnd(() => admin.end());
  for (const statement of rows.split(';'))
    await admin.query(statement.includes('$1') ? { text: statement, values: [shop.tenant.id] } : statement);
  const asked: { text: string; values: unknown[] }[] = [];
  // oxlint-disable-next-line typescript/unbound-method -- it is called with the client it belongs to
  const { query } = pg.Client.prototype;
  t.mock.method(pg.Client.prototype, 'query', function (this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | { text: string; values: unknown[] }];
    if (this !== admin && typeof first === 'object' && first.text.includes('orders')) asked.push(first);
    return Reflect.apply(query, this, args) as unknown;
  });
  const list = (more: object, filter: object = {}, mayReveal = false) =>
    shop.work((ctx) => listOrders(ctx, { filter, limit: 50, ...more }, mayReveal));

  const first = await list({});
  await list({ after: first.next });
  await list({}, { states: ['placed'] });
  await list({}, { paymentStates: ['pending'] });
  await list({}, { fulfilmentStates: ['pending'], from: new Date(Date.now() - 30 * 86_400_000) });
  await list({ q: '4711' });
  await list({ q: 'nobody@example.org' }, {}, true);
  await list({ q: 'Nobody' }, {}, true);
  await shop.work(getToday);

  assert.equal(first.items.length, 50);
  assert.ok(asked.length >= 9);
  for (const { text, values } of asked) {
    const { rows: plan } = await admin.query<{ 'QUERY PLAN': string }>({ text: `explain ${text}`, values });
    const lines = plan.map((row) => row['QUERY PLAN']);
    assert.ok(!lines.some((line) => /Seq Scan/.test(line)), `${text}\n${lines.join('\n')}`);
  }
});
