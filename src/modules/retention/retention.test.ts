import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { declaredTables } from '#kernel/registry.ts';
import type { KeyClass, Retention } from '#kernel/registry.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { aSale, asColleague, byCard, refusedWith } from '#tests/misfortunes/a-sale.ts';
import { vault } from '#modules/privacy/index.ts';
import { modules } from '../../modules.ts';
import { approveRun } from './approve-run.ts';
import { clockFaults, clocksOf } from './clock.ts';
import { dueStretches } from './due.ts';
import {
  approveHold,
  askForRelease,
  forgetPeople,
  heldRows,
  keepOf,
  listClocks,
  placeHold,
  previewRun,
  releaseHold,
  runClocks,
} from './index.ts';
import { proveClocks } from './prove-clocks.ts';

const dayMs = 86_400_000;
const start = new Date('2026-11-23T10:00:00Z');
const later = (days: number): Date => new Date(start.getTime() + days * dayMs);

async function adminOf(shop: TestHouse) {
  const admin = new pg.Client({ connectionString: shop.adminUrl });
  await admin.connect();
  shop.beforeEnd(() => admin.end());
  const rowsOf = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await admin.query<Row>(text, values)).rows;
  return rowsOf;
}

/** Carts that were last touched so many days before the start, with the hour in which they were. */
async function someCarts(shop: TestHouse, daysOld: readonly number[]): Promise<void> {
  const rowsOf = await adminOf(shop);
  await rowsOf(
    `insert into checkout.cart (tenant_id, id, version, state, currency, country, locale, quote, quoted_at, attempts, created_at, updated_at)
     select $1, uuidv7(), 1, 'open', 'EUR', 'DE', 'en', '{}', at, 0, at, at from unnest($2::timestamptz[]) as at`,
    [shop.tenant.id, daysOld.map((days) => later(-days))],
  );
}

const daysOldIn = async (shop: TestHouse): Promise<number[]> => {
  const rowsOf = await adminOf(shop);
  const rows = await rowsOf<{ at: Date }>('select updated_at as at from checkout.cart order by 1 desc');
  return rows.map(({ at }) => Math.round((start.getTime() - at.getTime()) / dayMs));
};

async function aShop(t: TestContext): Promise<TestHouse> {
  const shop = await aHouse(t);
  shop.at(start);
  return shop;
}

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
  const shop = await aShop(t);
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
  const shop = await aShop(t);
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
  const shop = await aShop(t);
  await someCarts(shop, Array<number>(60).fill(40));
  await runClocks(shop.house, shop.tenant);
  await shop.work((ctx) => approveRun(ctx, 'checkout.cart'));
  await runClocks(shop.house, shop.tenant);
  await someCarts(shop, Array<number>(60).fill(40));

  const again = await runClocks(shop.house, shop.tenant);

  assert.deepEqual(again, [], 'said to be blocked today already, so it is not said again');
  assert.equal((await daysOldIn(shop)).length, 60);
});

test('a row under a hold stays when its time is over, and goes when the hold is gone', async (t) => {
  const shop = await aShop(t);
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
  const shop = await aShop(t);
  const hold = (table: string, fields: string[]) =>
    shop.work((ctx) =>
      placeHold(ctx, { table, rowId: crypto.randomUUID(), fields, ground: 'claim', reference: 'x' }),
    );

  await assert.rejects(hold('identity.account', []), refusedWith('retention.notHoldable'));
  await assert.rejects(hold('catalog.product', []), refusedWith('retention.notHoldable'));
  await assert.rejects(hold('checkout.cart', ['country']), refusedWith('retention.notHoldable'));
  await assert.rejects(hold('checkout.cart', ['contact']), refusedWith('retention.notHere'));
});

test('the contact of an order goes after its time, the legal copy with the law, and then the person is forgotten', async (t) => {
  const { shop, show, orderId } = await aSale(t, byCard);
  const rowsOf = await adminOf(shop);
  const placed = new Date((await show()).placedAt ?? '');
  const after = (years: number, days = 0): Date =>
    new Date(Date.UTC(placed.getUTCFullYear() + years, placed.getUTCMonth(), placed.getUTCDate() + days + 1));
  const state = async () => {
    const [row] = await rowsOf<{ contacts: number; invoices: number; found: number; orders: number }>(
      `select count(contact)::int as contacts, count(invoice)::int as invoices, count(email_index)::int as found,
         (select count(*)::int from orders."order") as orders from orders.party`,
    );
    return row;
  };
  const settle = async (): Promise<void> => {
    await runClocks(shop.house, shop.tenant);
    shop.at(new Date(shop.house.clock().getTime() + 10 * 60_000));
    await forgetPeople(shop.house, shop.tenant);
    shop.at(new Date(shop.house.clock().getTime() + 10 * 60_000));
    await forgetPeople(shop.house, shop.tenant);
  };
  const keys = () =>
    shop.work(async (ctx) => {
      const [row] = await rowsOf<{ buyer: string; state: string }>(
        `select o.buyer_id as buyer, s.state from orders."order" o join privacy.subject s on s.id = o.buyer_id where o.id = $1`,
        [orderId],
      );
      const subject = row?.buyer as Parameters<typeof ctx.keys.classesOf>[1][number];
      return {
        state: row?.state,
        classes: (await ctx.keys.classesOf(ctx.tenant.id, [subject])).get(subject) ?? [],
      };
    });

  shop.at(after(2));
  await settle();
  const inTime = await state();
  shop.at(after(3));
  await settle();
  const served = { ...(await state()), ...(await keys()) };
  shop.at(after(10));
  await settle();
  const over = { ...(await state()), ...(await keys()) };

  assert.ok((inTime?.contacts ?? 0) > 0 && (inTime?.invoices ?? 0) > 0);
  assert.deepEqual(served, {
    contacts: 0,
    invoices: inTime?.invoices,
    found: 0,
    orders: 1,
    state: 'active',
    classes: ['legal'],
  });
  assert.deepEqual(over, { contacts: 0, invoices: 0, found: 0, orders: 1, state: 'erased', classes: [] });
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

test('the desk sees what falls in which month, in the calendar of the shop', async (t) => {
  const shop = await aShop(t);
  await someCarts(shop, [40, 29, 28, 2]);

  const clocks = await shop.work((ctx) => listClocks(ctx));

  const carts = clocks.find((clock) => clock.name === 'checkout.cart');
  assert.deepEqual(carts?.next, [
    { month: '2026-11', count: 3 },
    { month: '2026-12', count: 1 },
  ]);
  assert.equal(carts?.endedBy, 'retention.run');
});

/** What the routes of clocks and holds answer, as far as these tests look. */
interface Said {
  readonly id: string;
  readonly code: string;
  readonly pack: { readonly country: string };
  readonly clocks: readonly { readonly name: string }[];
  readonly items: readonly { clock: string; does: string; rows: number; called: string | null }[];
}

/** Asks the API as the owner of the shop. */
async function aDesk(shop: Awaited<ReturnType<typeof aSale>>['shop']) {
  const ask = await asColleague(shop, 'owner');
  return async (
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
  ): Promise<{ status: number; body: Said }> => {
    const answer = await ask(method, url, payload);
    return { status: answer.statusCode, body: JSON.parse(answer.body === '' ? '{}' : answer.body) as Said };
  };
}

test('somebody at the desk sees the clocks, runs them, and agrees to what was stopped', async (t) => {
  const { shop } = await aSale(t, byCard);
  const desk = await aDesk(shop);
  const rowsOf = await adminOf(shop);
  await someCarts(shop, Array<number>(60).fill(40));
  shop.at(start);

  const overview = await desk('GET', '/api/admin/privacy/clocks');
  const preview = await desk('GET', '/api/admin/privacy/clocks/preview');
  const stopped = await desk('POST', '/api/admin/privacy/clocks/run');
  const agreed = await desk('POST', '/api/admin/privacy/clocks/approve', { clock: 'checkout.cart' });
  const done = await desk('POST', '/api/admin/privacy/clocks/run');

  assert.equal(overview.status, 200);
  assert.equal(overview.body.pack.country, 'DE');
  assert.ok(overview.body.clocks.some((clock) => clock.name === 'orders.party.invoice'));
  const lineIn = (answer: { readonly body: Said }) =>
    answer.body.items.find(({ clock }) => clock === 'checkout.cart');
  assert.deepEqual([lineIn(preview)?.does, lineIn(preview)?.rows], ['blocked', 60]);
  assert.equal(lineIn(stopped)?.does, 'blocked');
  assert.equal(agreed.status, 204);
  assert.deepEqual([lineIn(done)?.does, lineIn(done)?.rows], ['deleted', 60]);
  const [run] = await rowsOf<{ by: string | null }>(
    'select started_by as by from retention.run order by started_at, id limit 1',
  );
  assert.ok(run?.by);
});

test('at the desk a hold is placed by one colleague and released by two', async (t) => {
  const { shop } = await aSale(t, byCard);
  const rowsOf = await adminOf(shop);
  const [party] = await rowsOf<{ id: string }>(
    'select id from orders.party where contact is not null limit 1',
  );
  const owner = await aDesk(shop);
  const body = {
    table: 'orders.party',
    rowId: party?.id,
    fields: ['contact'],
    ground: 'court',
    reference: 'file 12',
  };

  const placed = await owner('POST', '/api/admin/privacy/holds', body);
  const listed = await owner('GET', '/api/admin/privacy/holds');
  const self = await owner('POST', `/api/admin/privacy/holds/${placed.body.id}/approve`);
  await owner('POST', `/api/admin/privacy/holds/${placed.body.id}/ask-release`);
  const release = await owner('POST', `/api/admin/privacy/holds/${placed.body.id}/release`);

  assert.equal(placed.status, 201);
  assert.equal(listed.body.items[0]?.called, 'file 12');
  assert.deepEqual([self.status, self.body.code], [409, 'retention.sameColleague']);
  assert.deepEqual([release.status, release.body.code], [409, 'retention.sameColleague']);
});

test('a new epoch wraps every key anew, and the old wrapping key is gone', async (t) => {
  const { shop } = await aSale(t, byCard);
  const keys = new pg.Client({ connectionString: shop.keysUrl });
  await keys.connect();
  shop.beforeEnd(() => keys.end());
  const rowsIn = async <Row extends pg.QueryResultRow>(text: string) => (await keys.query<Row>(text)).rows;
  const stored = await rowsIn<{ subject: SubjectId; class: KeyClass }>(
    'select subject_id as subject, class from keys.subject_key',
  );
  const unwrapped = async () => {
    const fresh = await shop.withFreshKeys();
    return fresh((ctx) => ctx.keys.dataKeys(ctx.tenant.id, stored));
  };
  const before = await unwrapped();

  const early = await shop.house.keys.turnEpoch(shop.tenant.id, new Date(Date.now() - dayMs));
  const turned = await shop.house.keys.turnEpoch(shop.tenant.id, new Date(Date.now() + dayMs));

  assert.deepEqual([early, turned], [null, 2]);
  assert.ok(before.size >= 2);
  assert.deepEqual(await unwrapped(), before);
  assert.deepEqual(await rowsIn('select epoch from keys.tenant_key'), [{ epoch: 2 }]);
  assert.deepEqual(await rowsIn('select distinct epoch from keys.subject_key'), [{ epoch: 2 }]);
});

test('a process that still has the old wrapping key makes no key that is lost', async (t) => {
  const shop = await aShop(t);
  const slow = await shop.withFreshKeys();
  await slow((ctx) => vault.newSubject(ctx, 'buyer', ['service']));
  await shop.house.keys.turnEpoch(shop.tenant.id, new Date(Date.now() + dayMs));

  const subject = await slow((ctx) => vault.newSubject(ctx, 'buyer', ['service']));

  const quick = await shop.withFreshKeys();
  const found = await quick((ctx) => ctx.keys.dataKeys(ctx.tenant.id, [{ subject, class: 'service' }]));
  assert.equal(found.size, 1);
});

test('somebody who left nothing behind is forgotten, and somebody who just came is not', async (t) => {
  const shop = await aShop(t);
  const rowsOf = await adminOf(shop);
  const left = await shop.work((ctx) => vault.newSubject(ctx, 'buyer', ['service', 'security']));
  shop.at(later(2));
  const came = await shop.work((ctx) => vault.newSubject(ctx, 'buyer', ['service']));

  await forgetPeople(shop.house, shop.tenant);
  shop.at(new Date(later(2).getTime() + 10 * 60_000));
  const done = await forgetPeople(shop.house, shop.tenant);

  assert.deepEqual(done, { shredded: 2, forgotten: 1 });
  const states = await rowsOf<{ id: string; state: string }>(
    'select id, state from privacy.subject order by id',
  );
  assert.deepEqual(states, [
    { id: left, state: 'erased' },
    { id: came, state: 'active' },
  ]);
  const keys = await shop.work((ctx) => ctx.keys.classesOf(ctx.tenant.id, [left, came]));
  assert.deepEqual([...keys.keys()], [came]);
});

test('what outlived its clock by a day is found by the prover, and what is held is not', async (t) => {
  const shop = await aShop(t);
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
