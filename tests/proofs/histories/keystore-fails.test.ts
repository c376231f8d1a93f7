import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context, KeyAccess } from '#kernel/context.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { fc } from '#testing/generated.ts';
import { anAccount } from '#modules/identity/index.ts';
import {
  correctPerson,
  erasePersons,
  mergePersons,
  planErasure,
  restrictPerson,
} from '#modules/persons/index.ts';
import { openRequest } from '#modules/rights/index.ts';
import { scanDatabase } from '#modules/privacy/index.ts';
import { openDatabase } from '#kernel/database.ts';
import { rowCounts } from '#testing/row-counts.ts';
import { addressOf, marksOf } from '../../persons/a-person.ts';
import { aBuyer } from '#modules/checkout/index.ts';
import { aTown } from './town.ts';

const rights = { kind: 'system', id: 'test', purpose: 'rights' } as const;

/** A keystore that answers so many questions and then none. */
function failingAfter(keys: KeyAccess, answers: number): { keys: KeyAccess; failed: () => boolean } {
  let left = answers;
  const guard = <T extends object>(whole: T): T =>
    new Proxy(whole, {
      get: (target, name, receiver) => {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== 'function')
          return typeof value === 'object' && value !== null ? guard(value) : value;
        return async (...asked: unknown[]): Promise<unknown> => {
          left -= 1;
          if (left < 0) throw new Error('the keystore is away');
          return (await (value as (...all: unknown[]) => unknown).apply(target, asked)) as unknown;
        };
      },
    });
  return { keys: guard(keys), failed: () => left < 0 };
}

test('P32: at whatever question the keystore fails, nothing of what was under way is stored, and nothing stands in plain', async (t) => {
  const town = await aTown(t);
  const { shop } = town;
  const mira = marksOf('Mira');
  const buyer = aBuyer(shop.inject, mira.email);
  await buyer.press(
    await buyer.fill(
      [{ offerId: town.offerId, quantity: 1 }],
      { provider: 'bank-transfer' },
      addressOf(mira),
    ),
  );
  await buyer.press(
    await buyer.fill(
      [{ offerId: town.offerId, quantity: 1 }],
      { provider: 'bank-transfer' },
      addressOf(mira),
    ),
  );
  const [one, two] = await town.find(mira.email);
  assert.ok(one && two);
  const deeds: Readonly<Record<string, (ctx: Context) => Promise<unknown>>> = {
    'an account is opened': (ctx) =>
      anAccount(ctx, { email: 'plainwombat@burrow.example', name: 'Plainwombat' }),
    'a request is opened': (ctx) =>
      openRequest(ctx, {
        kind: 'question',
        door: 'staff',
        email: 'plainwombat@burrow.example',
        text: 'Plainwombat',
        origin: 'http://shop.localhost',
      }),
    'a name is corrected': (ctx) =>
      correctPerson(ctx, [one], { field: 'identity.name', value: 'Plainwombat', evidence: 'Plainwombat' }),
    'two become one': (ctx) => mergePersons(ctx, one, two),
    'somebody is restricted': (ctx) => restrictPerson(ctx, [one], true),
  };
  let failures = 0;

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(deeds)), fc.nat({ max: 12 }), async (name, answers) => {
      const { keys, failed } = failingAfter(shop.house.keys, answers);
      const before = await rowCounts(shop);
      const copies = JSON.stringify((await town.copy([one, two])).sections);

      const done = await unitOfWork(
        { ...shop.house, keys },
        { tenant: shop.tenant, actor: rights },
        async (ctx) => {
          await deeds[name]?.(ctx);
          // What the keystore did not refuse is undone, so that each case begins alike.
          throw new Error('enough');
        },
      ).catch((error: unknown) => String(error));

      assert.ok(
        failed() ? !/enough/.test(String(done)) : /enough/.test(String(done)),
        `${name} after ${answers}: ${String(done)}`,
      );
      if (failed()) failures += 1;
      const after = await rowCounts(shop);
      // Keys are made before what they seal; a key that seals nothing is no data. Who came to the doors is written later.
      for (const counts of [before, after])
        for (const table of Object.keys(counts))
          if (table.startsWith('keys.') || table === 'privacy.security_entry') delete counts[table];
      assert.deepEqual(after, before, name);
      if (name === 'somebody is restricted')
        await shop.work((ctx) => ctx.keys.restrictSubject(ctx.tenant.id, one, false));
      assert.equal(JSON.stringify((await town.copy([one, two])).sections), copies);
    }),
    { numRuns: 30 },
  );

  const erasure = await shop.work((ctx) => planErasure(ctx, [one, two]), { purpose: 'rights' });
  for (let answers = 0; answers < 24; answers += 1) {
    const { keys } = failingAfter(shop.house.keys, answers);
    const end = await erasePersons({ ...shop.house, keys }, shop.tenant, erasure.id).catch(() => undefined);
    if (end?.state === 'fulfilled') break;
  }
  assert.equal((await erasePersons(shop.house, shop.tenant, erasure.id)).state, 'fulfilled');
  assert.ok(failures > 5, 'the keystore failed in the midst of things');
  const database = openDatabase(shop.adminUrl, { max: 1, onIdleError: () => undefined });
  const plain = await scanDatabase(database, ['plainwombat', ...Object.values(mira)]).finally(() =>
    database.close(),
  );
  assert.deepEqual(plain, []);
});
