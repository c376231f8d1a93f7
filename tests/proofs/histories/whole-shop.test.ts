import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { scanFolder, scanText } from '#modules/privacy/index.ts';
import { asOwner } from '#testing/every-row.ts';
import { provesGreen } from '../../misfortunes/a-sale.ts';
import { happenings } from './commands.ts';
import { checkCopy, checkForgotten } from './oracle.ts';
import { aTown, everyText } from './town.ts';

const people = 3;

test('P2 to P8: whatever happens in a shop in whatever order, copies are whole, the forgotten are gone, and nobody else has changed', async (t) => {
  const town = await aTown(t);
  const happened = new Map<string, number>();

  await fc.assert(
    fc.asyncProperty(fc.commands(happenings(people), { maxCommands: 16, size: 'max' }), async (history) => {
      const model = town.someoneNew(people);
      await fc.asyncModelRun(() => ({ model, real: town }), history);
      for (const who of model.people) await checkCopy(town, model, who);
      await checkForgotten(town, model);
      for (const one of history) {
        const what = String(one).replace(/ in \d.*| \(person.*|^\d+ /gs, '');
        happened.set(what, (happened.get(what) ?? 0) + 1);
      }
    }),
    { numRuns: 8, endOnFailure: false },
  );

  const stems = ['qzwombatname', 'qzwombatstreet', 'qzwombatnote', 'qzwombataccount', 'qzwombat.run'];
  const dump = JSON.stringify(
    await asOwner(town.shop.adminUrl, 'select contact::text, invoice::text from orders.party'),
  );
  assert.deepEqual(scanText(dump, 'the parties', stems), []);
  assert.deepEqual(scanText(town.shop.logged(), 'the log', stems), []);
  assert.deepEqual(await scanFolder(town.shop.dataDir, stems), []);
  const facts = await asOwner(town.shop.adminUrl, 'select name, body from kernel.fact');
  const wordy = facts.filter(
    ({ body }) =>
      /"[^"]*[ @][^"]*"/.test(JSON.stringify(body)) || JSON.stringify(body).match(everyText) !== null,
  );
  assert.ok(facts.length > 0);
  assert.deepEqual(wordy, [], 'P1: facts carry keys and codes');
  await provesGreen(town.shop, 'audit');
  t.diagnostic(`${JSON.stringify(Object.fromEntries(happened))}`);
});
