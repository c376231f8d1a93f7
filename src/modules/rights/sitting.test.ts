import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SubjectId } from '#kernel/ids.ts';
import { anAccount, goodPassword } from '#modules/identity/index.ts';
import { forgetPeople, runClocks } from '#modules/retention/index.ts';
import { aHouse } from '#testing/house.ts';
import { refusedWith } from '#testing/refused-with.ts';
import { expireRequest } from './close-request.ts';
import { watchClock } from './clock.ts';
import { sweepRights } from './jobs.ts';
import { aRequest } from './makers.ts';
import { lettersTo } from '#modules/notifications/index.ts';
import { findRequest } from './queries.ts';
import { askForLink, enterWithPassword, findSitting } from './sitting.ts';

test('the password of an account whose address was never confirmed opens nothing', async (t) => {
  const shop = await aHouse(t);
  const { accountId } = await shop.work((ctx) => anAccount(ctx, { verified: false }));

  await assert.rejects(
    shop.work((ctx) => enterWithPassword(ctx, accountId, goodPassword), { purpose: 'rights' }),
    refusedWith('rights.confirmAddressFirst'),
  );
});

test('what is over is swept: sittings, and with them the addresses that were shown in them', async (t) => {
  const shop = await aHouse(t);
  shop.at(new Date('2027-03-02T10:00:00Z'));
  const { accountId } = await shop.work((ctx) => anAccount(ctx));
  const { token } = await shop.work((ctx) => enterWithPassword(ctx, accountId, goodPassword), {
    purpose: 'rights',
  });
  shop.at(new Date('2027-03-02T10:40:00Z'));

  await sweepRights(shop.house, shop.tenant);

  assert.equal(await shop.work((ctx) => findSitting(ctx, token), { purpose: 'rights' }), undefined);
});

test('who never shows who they are gets one clear answer after a fortnight, and nothing else', async (t) => {
  const shop = await aHouse(t);
  shop.at(new Date('2027-03-02T10:00:00Z'));
  const row = await shop.work((ctx) => aRequest(ctx, { kind: 'erase', proven: false }), {
    purpose: 'rights',
  });
  shop.at(new Date('2027-03-17T10:00:00Z'));

  await watchClock(shop.house, shop.tenant);
  await watchClock(shop.house, shop.tenant);
  await shop.work((ctx) => expireRequest(ctx, row.id), { purpose: 'rights' });

  const closed = await shop.work((ctx) => findRequest(ctx, row.id));
  assert.equal(closed?.state, 'expired');
  const letters = await shop.work((ctx) => lettersTo(ctx, 'asker@example.org'));
  assert.deepEqual(letters.map(({ kind }) => kind).toSorted(), ['rights.expired', 'rights.receipt']);
});

test('whoever asks for a link and never follows it is forgotten, with the keys that were made for them', async (t) => {
  const shop = await aHouse(t);
  const asked = new Date('2027-03-02T10:00:00Z');
  shop.at(asked);
  await shop.work((ctx) => askForLink(ctx, { email: 'asker@example.org', origin: 'http://shop.localhost' }), {
    purpose: 'rights',
  });
  const asker = async () => {
    const found = await shop.work((ctx) =>
      ctx.tx.selectFrom('privacy.subject').select(['id', 'state']).where('role', '=', 'asker').execute(),
    );
    const [one] = found as { id: SubjectId; state: string }[];
    assert.ok(one);
    const classes = await shop.work((ctx) => ctx.keys.classesOf(ctx.tenant.id, [one.id]));
    return { state: one.state, keys: classes.get(one.id) ?? [] };
  };

  await runClocks(shop.house, shop.tenant);
  const waiting = await asker();
  for (const days of [2, 32, 33]) {
    shop.at(new Date(asked.getTime() + days * 86_400_000));
    await sweepRights(shop.house, shop.tenant);
    await runClocks(shop.house, shop.tenant);
    await forgetPeople(shop.house, shop.tenant);
  }

  assert.equal(waiting.state, 'active');
  assert.ok(waiting.keys.length > 0);
  assert.deepEqual(await asker(), { state: 'erased', keys: [] });
});
