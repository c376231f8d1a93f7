import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHouse } from '#testing/house.ts';
import { vault } from './index.ts';

test('a new person gets keys, and a secret link names only what it was made for', async (t) => {
  const shop = await aHouse(t);

  const [subject, code] = await shop.work(async (ctx) => {
    const made = await vault.newSubject(ctx, 'buyer', ['service', 'legal']);
    return [made, await vault.linkCode(ctx, 'order', made)] as const;
  });

  assert.equal(await shop.work((ctx) => vault.readLinkCode(ctx, 'order', code)), subject);
  assert.equal(await shop.work((ctx) => vault.readLinkCode(ctx, 'invitation', code)), undefined);
});
