import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OfferId } from '#modules/catalog/index.ts';
import { aBuyer } from '#modules/checkout/index.ts';
import type { CartView } from '#modules/checkout/index.ts';
import { aSet, someGoods } from '#testing/furnished-shop.ts';
import { aSite } from './processes.ts';
import type { Program, Site } from './processes.ts';

interface Wish {
  readonly offerId: OfferId;
  readonly quantity: number;
}

/** Everybody fills a cart, then all press the button in the same moment, in turns at either process. */
async function allAtOnce(webs: readonly Program[], wishes: readonly Wish[]) {
  const ready: { press: () => Promise<{ status: number; body: Pressed }>; cart: CartView }[] = [];
  for (let from = 0; from < wishes.length; from += 10) {
    const some = wishes.slice(from, from + 10).map(async (wish, index) => {
      const web = webs[(from + index) % webs.length];
      assert.ok(web);
      const buyer = aBuyer(web.ask, `buyer-${from + index}@example.org`);
      const cart = await buyer.fill([wish], { provider: 'bank-transfer' });
      return { cart, press: async () => (await buyer.press(cart)) as { status: number; body: Pressed } };
    });
    ready.push(...(await Promise.all(some)));
  }
  return Promise.all(ready.map(({ press }) => press()));
}

interface Pressed {
  readonly state?: string;
  readonly code?: string;
  readonly detail?: string;
}

function assertNothingBroke(site: Site): void {
  const bad = /deadlock|FATAL|PANIC|could not serialize/i;
  assert.deepEqual(
    site.databaseLog.filter((line) => bad.test(line)),
    [],
    'what PostgreSQL complained about',
  );
  assert.deepEqual(
    site.log.filter((line) => line.includes('a request failed')),
    [],
    'requests that failed on our side',
  );
}

test('two hundred buyers at two processes want the last fifty mugs: fifty are sold and everybody else hears a clear no', async (t) => {
  const site = await aSite(t);
  const mug = await someGoods(site.house, site.tenant, { title: 'The last mugs', sku: 'LAST', stock: 50 });
  const [offerId] = mug.offers;
  assert.ok(offerId);
  const webs = [await site.web(), await site.web()];
  await site.worker();

  const answers = await allAtOnce(
    webs,
    Array.from({ length: 200 }, () => ({ offerId, quantity: 1 })),
  );

  const sold = answers.filter(({ status, body }) => status === 200 && body.state === 'placed');
  const refused = answers.filter(({ status, body }) => status === 409 && body.code === 'checkout.short');
  assert.deepEqual(
    { sold: sold.length, refused: refused.length },
    { sold: 50, refused: 150 },
    JSON.stringify(answers.find((one) => ![200, 409].includes(one.status))),
  );
  const verified = await site.run('verify', '--json');
  assert.equal(verified.code, 0, verified.out);
  assertNothingBroke(site);
});

test('buyers of single mugs and of pairs share sixty mugs: none is sold twice and none is left over', async (t) => {
  const site = await aSite(t);
  const mug = await someGoods(site.house, site.tenant, { title: 'Mug', sku: 'MUG', stock: 60 });
  const [single] = mug.offers;
  assert.ok(single);
  const pair = await aSet(
    site.house,
    site.tenant,
    { title: 'Pair of mugs', sku: 'PAIR', priceMinor: 4500n },
    [{ offerId: single, quantity: 2 }],
  );
  const [set] = pair.offers;
  assert.ok(set);
  const webs = [await site.web(), await site.web()];
  const wishes = Array.from({ length: 100 }, (_, index) =>
    index % 2 === 0 ? { offerId: single, quantity: 1 } : { offerId: set, quantity: 1 },
  );

  const answers = await allAtOnce(webs, wishes);

  const mugsSold = answers.reduce(
    (sum, { status }, index) => sum + (status === 200 ? (index % 2 === 0 ? 1 : 2) : 0),
    0,
  );
  const pairsRefused = answers.filter(({ status }, index) => index % 2 === 1 && status === 409).length;
  assert.deepEqual(
    [...new Set(answers.map(({ status, body }) => `${status} ${body.code ?? body.state}`))].toSorted(),
    ['200 placed', '409 checkout.short'],
  );
  assert.ok(mugsSold === 60 || (mugsSold === 59 && pairsRefused > 0), `${mugsSold} mugs were sold`);
  const verified = await site.run('verify', '--json');
  assert.equal(verified.code, 0, verified.out);
  assertNothingBroke(site);
});
