import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { anAccount, saveAddress } from '#modules/identity/index.ts';
import { copyOf, importCopy, zipOf } from '#modules/persons/index.ts';
import type { PersonCopy } from '#modules/persons/index.ts';
import { aHouse } from '#testing/house.ts';

const work = { purpose: 'rights' } as const;

/** What another shop takes over, as its schema marks it: everything but which person it is here. */
const taken = ({ sections }: PersonCopy): unknown[] =>
  sections
    .filter(({ columns }) => columns.some(({ importable }) => importable))
    .map(({ table, columns, rows }) => ({
      table,
      rows: rows
        .map(({ values }) =>
          columns.flatMap(({ name, importable }) => (importable ? [[name, values[name]]] : [])),
        )
        .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    }));

/** Texts as people have them: letters of any script, no blanks around them. */
const words = fc
  .array(
    fc.constantFrom(
      'Ada',
      'Zoë',
      'Ngũgĩ',
      'Łukasz',
      '李小龍',
      'O’Neil',
      'Straße',
      '"',
      'a,b',
      '<b>',
      '=1+1',
      '7',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => `Mo ${parts.join(' ')}`);

test('P31: whoever moves from shop to shop with the copy of their data comes out of each as they went in', async (t) => {
  const shop = await aHouse(t);
  const [second, third] = [await shop.otherTenant(), await shop.otherTenant()];
  let number = 0;

  await fc.assert(
    fc.asyncProperty(
      words,
      fc.array(fc.record({ name: words, line1: words }), { maxLength: 3 }),
      async (name, addresses) => {
        number += 1;
        const { subject } = await shop.work(async (ctx) => {
          const made = await anAccount(ctx, { email: `mover${number}@burrow.example`, name });
          for (const [index, address] of addresses.entries())
            await saveAddress(
              ctx,
              made,
              { ...address, postcode: '20095', city: 'Hamburg', country: 'DE' },
              index === 0,
            );
          return made;
        });
        const first = await shop.work((ctx) => copyOf(ctx, [subject]), work);

        let copy = first;
        for (const tenant of [second, third]) {
          const zip = await zipOf(copy, { locale: 'de' });
          const here = await shop.work((ctx) => importCopy(ctx, zip), { ...work, tenant });
          copy = await shop.work((ctx) => copyOf(ctx, [here.subject]), { ...work, tenant });
          assert.deepEqual(taken(copy), taken(first), `as they came to ${tenant.slug}`);
        }

        assert.equal(
          first.sections.find(({ table }) => table === 'identity.address')?.rows.length ?? 0,
          addresses.length,
        );
      },
    ),
    { numRuns: 15 },
  );
});
