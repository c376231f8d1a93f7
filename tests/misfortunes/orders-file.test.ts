import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { refundLines } from '#modules/orders/index.ts';
import { aSale, asColleague, byCard } from './a-sale.ts';

type Row = Readonly<Record<string, string>>;

const cents = (text: string | undefined): number => Math.round(Number(text) * 100);
const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((so, row) => so + cents(row[column]), 0);

test('the file for the bookkeeper adds up to what the order brought, and names nobody', async (t) => {
  const { shop, orderId, show, mugs } = await aSale(t, byCard);
  await shop.work((ctx) =>
    refundLines(
      ctx,
      orderId,
      { lines: [{ orderLineId: mugs, quantity: 1 }], delivery: false },
      { reason: 'damaged', restock: true },
    ),
  );
  const ask = await asColleague(shop, 'finance');

  const file = await ask('GET', '/api/admin/exports/orders.csv');

  assert.equal(file.statusCode, 200);
  assert.match(String(file.headers['content-type']), /^text\/csv/);
  const rows = parse(file.body, { columns: true }) as Row[];
  assert.deepEqual(
    rows.map((row) => [row['Row'], row['Quantity'], row['Gross'], row['Tax rate']]),
    [
      ['goods', '3', '59.97', '19.00'],
      ['goods', '2', '66.66', '19.00'],
      ['delivery', '1', '4.90', '19.00'],
      ['refund', '', '-19.99', ''],
    ],
  );
  const { totals } = await show();
  assert.equal(sum(rows, 'Gross'), totals.total.amountMinor - totals.refunded.amountMinor);
  assert.equal(sum(rows, 'Net') + sum(rows, 'Tax'), sum(rows, 'Gross'));
  assert.doesNotMatch(file.body, /@|example|Lindqvist/);
});

test('the file for the bookkeeper takes the filters of the list, and a month without sales has only headings', async (t) => {
  const { shop } = await aSale(t, byCard);
  const ask = await asColleague(shop, 'finance');
  const linesOf = async (query: string): Promise<number> =>
    (await ask('GET', `/api/admin/exports/orders.csv${query}`)).body.trim().split('\n').length;

  assert.equal(await linesOf('?state=placed'), 4);
  assert.equal(await linesOf('?state=cancelled'), 1);
  assert.equal(await linesOf('?to=2020-01-01T00:00:00Z'), 1);
  assert.equal((await ask('GET', '/api/admin/exports/orders.csv?state=lost')).statusCode, 400);
});

test('a list of orders says how many there are to whoever asks, however short its page', async (t) => {
  const { shop } = await aSale(t, byCard);
  const ask = await asColleague(shop, 'finance');
  const listed = async (query: string) =>
    (await ask('GET', `/api/admin/orders?limit=1${query}`)).json<{ items: unknown[]; count?: number }>();

  assert.equal((await listed('')).count, undefined, 'counting is dear, so nobody is told unasked');
  assert.equal((await listed('&count=exact')).count, 1);
  assert.equal((await listed('&count=exact&state=cancelled')).count, 0);
  assert.equal((await listed('&count=exact&q=999999')).count, 0);
  assert.equal((await ask('GET', '/api/admin/orders?count=about')).statusCode, 400);
});
