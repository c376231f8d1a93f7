import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { goodsForSale, openForBusiness } from '#modules/checkout/index.ts';
import { aServer } from '#testing/server.ts';

test('the example program buys something from a running shop', async (t) => {
  const shop = await aServer(t);
  await shop.work(openForBusiness);
  await shop.work((ctx) => goodsForSale(ctx, { title: 'Blue mug', stock: 3 }));
  // outside of a browser not every system knows names below localhost
  await shop.house.db.statement(
    `insert into tenancy.host (host, tenant, created_at) values ('127.0.0.1', $1, now())`,
    [shop.tenant.id],
  );
  const address = (await shop.listen()).replace('shop.localhost', '127.0.0.1');

  const example = new URL('../../examples/buy-something.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [example, address, 'mug'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise((resolve) => child.once('exit', resolve));

  assert.equal(code, 0, said);
  assert.match(said, /Bought Blue mug for [\d.]+ EUR\.\nOrder \d+: http/);
});
