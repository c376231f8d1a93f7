import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import { aHouse } from '#testing/house.ts';

test('the keystore remembers whose keys it destroyed, apart from the data, also when it is told twice', async (t) => {
  const { house, tenant, otherTenant } = await aHouse(t);
  const [early, late] = [newId<SubjectId>(), newId<SubjectId>()];
  const other = await otherTenant();
  const [monday, friday] = [new Date('2026-01-05T10:00:00Z'), new Date('2026-01-09T10:00:00Z')];

  await house.keys.noteErasure(tenant.id, { subject: early, classes: ['service'], at: monday });
  await house.keys.noteErasure(tenant.id, { subject: early, classes: ['security', 'service'], at: monday });
  await house.keys.noteErasure(tenant.id, [{ subject: late, classes: ['marketing'], at: friday }]);

  const all = await house.keys.erasuresSince(tenant.id, null);
  assert.deepEqual(all, [
    { subject: early, classes: ['security', 'service'], at: monday },
    { subject: late, classes: ['marketing'], at: friday },
  ]);
  assert.deepEqual(await house.keys.erasuresSince(tenant.id, friday), all.slice(1));
  assert.deepEqual(await house.keys.erasuresSince(other.id, null), []);
});

test('a key that is made for somebody restricted is restricted too, and free again with them', async (t) => {
  const { house, tenant, work } = await aHouse(t);
  const subject = await work((ctx) => vault.newSubject(ctx, 'buyer', ['service']));
  const ask = async (evenIfRestricted: boolean) =>
    (await house.keys.dataKeys(tenant.id, [{ subject, class: 'marketing', evenIfRestricted }])).size;

  await house.keys.restrictSubject(tenant.id, subject, true);
  await house.keys.makeDataKeys(tenant.id, subject, ['marketing']);
  const during = [await ask(false), await ask(true)];
  await house.keys.restrictSubject(tenant.id, subject, false);

  assert.deepEqual(during, [0, 1]);
  assert.equal(await ask(false), 1);
});

test('one key of a person is destroyed and the others still open', async (t) => {
  const { house, tenant, work } = await aHouse(t);
  const subject = await work((ctx) => vault.newSubject(ctx, 'buyer', ['service', 'legal', 'marketing']));

  await house.keys.destroyDataKeys(tenant.id, subject, ['service', 'marketing']);

  assert.deepEqual(await house.keys.classesOf(tenant.id, [subject]), new Map([[subject, ['legal']]]));
  const keys = await house.keys.dataKeys(tenant.id, [
    { subject, class: 'service' },
    { subject, class: 'legal' },
  ]);
  assert.equal(keys.size, 1);
});
