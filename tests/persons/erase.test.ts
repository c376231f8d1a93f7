import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { aBuyer, goodsForSale } from '#modules/checkout/index.ts';
import { erasePersons, findPersons, planErasure, residueOf } from '#modules/persons/index.ts';
import { scanDatabase } from '#modules/privacy/index.ts';
import { aSale, byTransfer, provesGreen } from '../misfortunes/a-sale.ts';
import { modules } from '../../src/modules.ts';

const work = { purpose: 'rights' } as const;

test('a guest who bought is forgotten: what the tax law keeps stays with its ground and end, and nothing else is found', async (t) => {
  const { shop, orderId } = await aSale(t, byTransfer);
  const before = await shop.work((ctx) => findPersons(ctx, { email: ' Mara@Example.org ' }), work);
  const plan = await shop.work((ctx) => planErasure(ctx, before), work);

  const done = await erasePersons(shop.house, shop.tenant, plan.id);

  assert.equal(before.length, 1);
  assert.equal(
    done.state,
    'fulfilled',
    JSON.stringify(
      done.nodes.filter(({ end }) => end === null),
      null,
      1,
    ),
  );
  assert.deepEqual(await residueOf(shop.house, shop.tenant, before), []);
  assert.deepEqual(await shop.work((ctx) => findPersons(ctx, { email: 'mara@example.org' }), work), []);
  const kept = done.nodes.filter(({ end }) => end?.kind === 'retained');
  for (const { end } of kept) assert.ok(end?.kind === 'retained' && end.until !== null && end.cites !== '');
  assert.ok(kept.some(({ target, part }) => target === 'orders.party' && part === 'invoice'));
  assert.ok(orderId);
});
