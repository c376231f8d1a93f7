import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { Retention } from '#kernel/registry.ts';
import { refusedWith } from '#testing/refused-with.ts';
import { aStandingShop, adminOf, dayMs, daysOldIn, someCarts } from '#testing/old-carts.ts';
import { modules } from '../../modules.ts';
import { approveRun } from './approve-run.ts';
import { dueStretches } from './due.ts';
import { proveClocks } from './prove-clocks.ts';
import { clockFaults, clocksOf, keepOf, listClocks, placeHold, previewRun, runClocks } from './index.ts';

test('every personal column and every row with a retention has a clock that can be computed', () => {
  assert.ok(modules.length > 0);

  const tables = [...declaredTables().values()];

  assert.deepEqual(clockFaults(tables), []);
  const covered = new Set(
    clocksOf(tables).flatMap(({ table, columns }) => columns.map((one) => `${table.name}.${one}`)),
  );
  for (const { name, scope, columns } of tables) {
    if (scope !== 'tenant') continue;
    for (const [column, { spec }] of Object.entries(columns)) {
      const isPersonal = ['sealed', 'blindIndex', 'searchTokens', 'tenantSealed'].includes(spec.kind);
      if (isPersonal) assert.ok(covered.has(`${name}.${column}`), `${name}.${column} has a clock`);
    }
  }
});

test('every clock that a job of its module ends names a job that exists', () => {
  const jobs = new Set(modules.flatMap((module) => module.jobs ?? []).map((job) => job.name));

  for (const clock of clocksOf([...declaredTables().values()]))
    if (clock.endedBy) assert.ok(jobs.has(clock.endedBy.job), `${clock.name}: ${clock.endedBy.job}`);
});

test('an anchor is due exactly when its time is over, whatever the law pack and the promise say', () => {
  const classes: readonly Retention[] = [
    'mail',
    'cart',
    'order',
    'bookkeeping',
    'account',
    'session',
    'import',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...classes),
      fc.constantFrom('DE', 'DK', 'FR', 'GB', 'ZA', 'NG', 'MY', 'AT', 'US'),
      fc.integer({ min: Date.UTC(2008, 0, 1), max: Date.UTC(2040, 0, 1) }),
      fc.integer({ min: 0, max: 20 * 365 * dayMs }),
      (retention, country, nowMs, ageMs) => {
        const tenant = { country, profile: 'openkommerce' };
        const anchor = new Date(nowMs - ageMs);

        const isWithin = dueStretches(tenant, retention, new Date(nowMs)).some(
          ({ from, to }) => from <= anchor && anchor <= to,
        );

        const { until } = keepOf(tenant, retention, anchor);
        assert.equal(isWithin, until !== null && until.getTime() <= nowMs);
      },
    ),
    { numRuns: 1_500 },
  );
});

test('no cart outlives its thirty days and none goes before, and the preview says exactly what happens', async (t) => {
  const shop = await aStandingShop(t);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 }),
      async (daysOld) => {
        await (
          await adminOf(shop)
        )('delete from checkout.cart');
        await someCarts(shop, daysOld);

        // Thirty days back the clocks showed summer time: the thirtieth day is over an hour later.
        const preview = await shop.work((ctx) => previewRun(ctx));
        const done = await runClocks(shop.house, shop.tenant);

        assert.deepEqual(
          await daysOldIn(shop),
          daysOld.filter((days) => days <= 30).toSorted((a, b) => a - b),
        );
        assert.deepEqual(
          done.map(({ clock, does, rows }) => ({ clock, does, rows })),
          preview.filter(({ rows }) => rows > 0).map(({ clock, does, rows }) => ({ clock, does, rows })),
        );
      },
    ),
    { numRuns: 15 },
  );
});

test('a run that would end more than one percent of a table ends nothing of it until a person says yes', async (t) => {
  const shop = await aStandingShop(t);
  const rowsOf = await adminOf(shop);
  await someCarts(shop, [...Array<number>(60).fill(40), ...Array<number>(40).fill(5)]);

  const stopped = await runClocks(shop.house, shop.tenant);
  const kept = await daysOldIn(shop);
  await shop.work((ctx) => approveRun(ctx, 'checkout.cart'));
  const allowed = await runClocks(shop.house, shop.tenant);

  assert.deepEqual(
    stopped.map(({ clock, does, because, rows }) => ({ clock, does, because, rows })),
    [{ clock: 'checkout.cart', does: 'blocked', because: 'share', rows: 60 }],
  );
  assert.equal(kept.length, 100);
  assert.deepEqual(
    allowed.map(({ clock, does, rows }) => ({ clock, does, rows })),
    [{ clock: 'checkout.cart', does: 'deleted', rows: 60 }],
  );
  assert.equal((await daysOldIn(shop)).length, 40);
  const receipts = await rowsOf(
    'select clock, outcome, rows, cites, pack from retention.receipt order by id',
  );
  assert.deepEqual(receipts, [
    {
      clock: 'checkout.cart',
      outcome: 'blocked',
      rows: 60,
      cites: 'promise of the house',
      pack: receipts[0]?.['pack'],
    },
    {
      clock: 'checkout.cart',
      outcome: 'deleted',
      rows: 60,
      cites: 'promise of the house',
      pack: receipts[0]?.['pack'],
    },
  ]);
  await assert.rejects(
    shop.work((ctx) => approveRun(ctx, 'checkout.cart')),
    refusedWith('retention.notBlocked'),
  );
});

test('what a yes was given for is used up by one run', async (t) => {
  const shop = await aStandingShop(t);
  await someCarts(shop, Array<number>(60).fill(40));
  await runClocks(shop.house, shop.tenant);
  await shop.work((ctx) => approveRun(ctx, 'checkout.cart'));
  await runClocks(shop.house, shop.tenant);
  await someCarts(shop, Array<number>(60).fill(40));

  const again = await runClocks(shop.house, shop.tenant);

  assert.deepEqual(again, [], 'said to be blocked today already, so it is not said again');
  assert.equal((await daysOldIn(shop)).length, 60);
});

test('the desk sees what falls in which month, in the calendar of the shop', async (t) => {
  const shop = await aStandingShop(t);
  await someCarts(shop, [40, 29, 28, 2]);

  const clocks = await shop.work((ctx) => listClocks(ctx));

  const carts = clocks.find((clock) => clock.name === 'checkout.cart');
  assert.deepEqual(carts?.next, [
    { month: '2026-11', count: 3 },
    { month: '2026-12', count: 1 },
  ]);
  assert.equal(carts?.endedBy, 'retention.run');
});

test('what outlived its clock by a day is found by the prover, and what is held is not', async (t) => {
  const shop = await aStandingShop(t);
  await someCarts(shop, [40, 31, 5]);
  const rowsOf = await adminOf(shop);
  const [oldest] = await rowsOf<{ id: string }>('select id from checkout.cart order by updated_at limit 1');

  const before = await shop.work((ctx) => proveClocks(ctx));
  await shop.work((ctx) =>
    placeHold(ctx, {
      table: 'checkout.cart',
      rowId: oldest?.id ?? '',
      fields: [],
      ground: 'audit',
      reference: 'audit of 2026',
    }),
  );
  const held = await shop.work((ctx) => proveClocks(ctx));

  assert.deepEqual(
    before.map(({ says }) => says),
    ['checkout.cart: 1 rows are older than promise of the house allows'],
  );
  assert.deepEqual(held, []);
});
