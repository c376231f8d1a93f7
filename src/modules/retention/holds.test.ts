import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSale, byCard } from '#tests/misfortunes/a-sale.ts';
import { aStandingShop, adminOf, dayMs, daysOldIn, someCarts } from '#testing/old-carts.ts';
import { refusedWith } from '#testing/refused-with.ts';
import {
  approveHold,
  askForRelease,
  forgetPeople,
  heldRows,
  placeHold,
  releaseHold,
  runClocks,
} from './index.ts';

test('a row under a hold stays when its time is over, and goes when the hold is gone', async (t) => {
  const shop = await aStandingShop(t);
  await someCarts(shop, [40, 41, 5]);
  const rowsOf = await adminOf(shop);
  const [held] = await rowsOf<{ id: string }>('select id from checkout.cart order by updated_at limit 1');
  const staff = (id: string) => ({ actor: { kind: 'staff' as const, id } });
  const [anna, bert] = [crypto.randomUUID(), crypto.randomUUID()];
  const id = await shop.work(
    (ctx) =>
      placeHold(ctx, {
        table: 'checkout.cart',
        rowId: held?.id ?? '',
        fields: [],
        ground: 'court',
        reference: 'Landgericht, 12 O 34/26, Quokkamann',
      }),
    staff(anna),
  );

  await runClocks(shop.house, shop.tenant);
  const whileHeld = await daysOldIn(shop);
  await assert.rejects(
    shop.work((ctx) => approveHold(ctx, id), staff(anna)),
    refusedWith('retention.sameColleague'),
  );
  await shop.work((ctx) => approveHold(ctx, id), staff(bert));
  await assert.rejects(
    shop.work((ctx) => releaseHold(ctx, id), staff(bert)),
    refusedWith('retention.notAsked'),
  );
  await shop.work((ctx) => askForRelease(ctx, id), staff(anna));
  await assert.rejects(
    shop.work((ctx) => releaseHold(ctx, id), staff(anna)),
    refusedWith('retention.sameColleague'),
  );
  await shop.work((ctx) => releaseHold(ctx, id), staff(bert));
  await assert.rejects(
    shop.work((ctx) => releaseHold(ctx, id), staff(bert)),
    refusedWith('retention.noSuchHold'),
  );
  await runClocks(shop.house, shop.tenant);

  assert.deepEqual(whileHeld, [5, 41]);
  assert.deepEqual(await daysOldIn(shop), [5]);
  const [fact] = await rowsOf<{ body: { table: string; rowId: string } }>(
    `select body from kernel.fact where name = 'retention.holdReleased'`,
  );
  assert.equal(fact?.body.rowId, held?.id);
  const stored = await rowsOf<{ row: string }>('select h::text as row from retention.hold h');
  assert.doesNotMatch(JSON.stringify(stored), /Quokkamann/, 'what the case is called lies sealed');
});

test('an account, or a column that is no personal data, cannot be held', async (t) => {
  const shop = await aStandingShop(t);
  const hold = (table: string, fields: string[]) =>
    shop.work((ctx) =>
      placeHold(ctx, { table, rowId: crypto.randomUUID(), fields, ground: 'claim', reference: 'x' }),
    );

  await assert.rejects(hold('identity.account', []), refusedWith('retention.notHoldable'));
  await assert.rejects(hold('catalog.product', []), refusedWith('retention.notHoldable'));
  await assert.rejects(hold('checkout.cart', ['country']), refusedWith('retention.notHoldable'));
  await assert.rejects(hold('checkout.cart', ['contact']), refusedWith('retention.notHere'));
});

test('a hold on one field keeps that field and its key, and lets the rest of the row go', async (t) => {
  const { shop } = await aSale(t, byCard);
  const rowsOf = await adminOf(shop);
  const [party] = await rowsOf<{ id: string }>(
    `select id from orders.party where contact is not null and role = 'recipient' limit 1`,
  );
  await shop.work((ctx) =>
    placeHold(ctx, {
      table: 'orders.party',
      rowId: party?.id ?? '',
      fields: ['contact'],
      ground: 'claim',
      reference: 'x',
    }),
  );
  const held = await shop.work((ctx) => heldRows(ctx, 'orders.party', [party?.id ?? '']));

  shop.at(new Date(Date.now() + 4 * 366 * dayMs));
  await runClocks(shop.house, shop.tenant);
  await forgetPeople(shop.house, shop.tenant);
  shop.at(new Date(shop.house.clock().getTime() + 10 * 60_000));
  await forgetPeople(shop.house, shop.tenant);

  assert.equal(held.size, 1);
  const left = await rowsOf<{ id: string }>('select id from orders.party where contact is not null');
  assert.deepEqual(left, [party]);
  const opened = await shop.work((ctx) => ctx.keys.classesOf(ctx.tenant.id, []));
  assert.equal(opened.size, 0);
});
