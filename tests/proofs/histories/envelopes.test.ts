import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import type { Context, Tenant } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId, TenantId } from '#kernel/ids.ts';
import { keyClasses, plain, sealed, subject, table } from '#kernel/registry.ts';
import type { KeyClass } from '#kernel/registry.ts';
import { vault } from '#modules/privacy/index.ts';
import { aHouse } from '#testing/house.ts';

const kept = <const Class extends KeyClass>(of: Class) =>
  sealed<{ text: string }>()({
    of: 'personId',
    class: of,
    source: 'person',
    because: 'the proof needs one of each class',
    purposes: ['support'],
    fields: { text: 'content.freetext' },
    retention: 'order',
    onErase: 'delete-row',
  });

const drawer = table('envelopetest.drawer', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<string>('random key'),
  personId: subject('owner'),
  service: kept('service'),
  marketing: kept('marketing'),
  security: kept('security'),
  verification: kept('verification'),
  legal: kept('legal'),
});

interface Place {
  readonly tenant: Tenant;
  readonly personId: SubjectId;
  readonly id: string;
}

const open = (ctx: Context, { personId, id }: Place, column: KeyClass, envelope: unknown) =>
  vault.open(ctx, drawer, column, { id, personId, [column]: envelope } as never);

test('P10: an envelope opens in the row, the column and the shop that it was made for, and nowhere else', async (t) => {
  const shop = await aHouse(t);
  const tenants = [shop.tenant, await shop.otherTenant()] as const;
  const people = new Map<Tenant, SubjectId[]>();
  for (const tenant of tenants)
    people.set(
      tenant,
      await shop.work(
        async (ctx) => [
          await vault.newSubject(ctx, 'buyer', keyClasses),
          await vault.newSubject(ctx, 'buyer', keyClasses),
        ],
        { tenant },
      ),
    );
  const rows = [newId<never>(), newId<never>()] as readonly string[];
  const place = fc.record({
    tenant: fc.nat({ max: 1 }),
    person: fc.nat({ max: 1 }),
    row: fc.nat({ max: 1 }),
    column: fc.constantFrom(...keyClasses),
  });
  const placeOf = ({ tenant, person, row }: { tenant: number; person: number; row: number }): Place => {
    const where = tenants[tenant] ?? assert.fail();
    return {
      tenant: where,
      personId: people.get(where)?.[person] ?? assert.fail(),
      id: rows[row] ?? assert.fail(),
    };
  };

  await fc.assert(
    fc.asyncProperty(fc.string(), place, place, fc.option(fc.nat()), async (text, from, to, flipped) => {
      const [home, away] = [placeOf(from), placeOf(to)];
      const made = await shop.work((ctx) => vault.seal(ctx, drawer, from.column, home, { text }), {
        tenant: home.tenant,
      });
      const bytes = Buffer.from(made);
      if (flipped !== null)
        bytes[flipped % bytes.length] = (bytes[flipped % bytes.length] ?? 0) ^ (1 << (flipped % 8));

      const opening = shop.work((ctx) => open(ctx, away, to.column, bytes), {
        tenant: away.tenant,
        purpose: 'support',
      });

      const isHome = JSON.stringify(from) === JSON.stringify(to) && flipped === null;
      if (isHome) assert.deepEqual(await opening, { text });
      else await assert.rejects(opening);
    }),
    {
      numRuns: 120,
      examples: [
        [
          'x',
          { tenant: 0, person: 0, row: 0, column: 'legal' },
          { tenant: 0, person: 0, row: 0, column: 'legal' },
          null,
        ],
      ],
    },
  );
});

test('P9: whatever keys of a person end in whatever order, exactly what was held for those reasons is gone, in every process', async (t) => {
  const shop = await aHouse(t);
  const later = await shop.withFreshKeys();
  const end = fc.record({
    person: fc.nat({ max: 1 }),
    classes: fc.subarray([...keyClasses], { minLength: 1, maxLength: 2 }),
  });

  await fc.assert(
    fc.asyncProperty(fc.array(end, { maxLength: 4 }), async (ends) => {
      const people = await shop.work(async (ctx) => [
        await vault.newSubject(ctx, 'buyer', keyClasses),
        await vault.newSubject(ctx, 'buyer', keyClasses),
      ]);
      const made = await shop.work(async (ctx) => {
        const envelopes = [];
        for (const [person, personId] of people.entries())
          for (const column of keyClasses) {
            const row = { tenant: shop.tenant, personId, id: newId<never>() as string };
            const text = `${column} of ${person}`;
            envelopes.push({
              person,
              column,
              row,
              text,
              envelope: await vault.seal(ctx, drawer, column, row, { text }),
            });
          }
        return envelopes;
      });
      const ended = new Set<string>();
      for (const { person, classes } of ends) {
        await shop.work((ctx) =>
          ctx.keys.destroyDataKeys(ctx.tenant.id, people[person] ?? assert.fail(), classes),
        );
        for (const one of classes) ended.add(`${one} of ${person}`);
      }

      for (const work of [shop.work, later])
        for (const { column, row, text, envelope } of made) {
          const opening = work((ctx) => open(ctx, row, column, envelope), { purpose: 'support' });
          if (ended.has(text)) await assert.rejects(opening, { code: 'privacy.gone' });
          else assert.deepEqual(await opening, { text });
        }
    }),
    { numRuns: 12 },
  );
});
