import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { fc } from '#testing/generated.ts';
import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { declaredTables } from '#kernel/registry.ts';
import { profiles } from '#profiles/profiles.ts';
import { proveAudit, sealAudit } from '#modules/privacy/index.ts';
import { aHouse } from '#testing/house.ts';
import { adminOf, dayMs } from '#testing/old-carts.ts';
import type { TestHouse } from '#testing/house.ts';
import { clocksOf, keepOf, lawPacks, listClocks, placeHold, previewRun, runClocks } from './index.ts';
import { selectLocks } from './queries-locks.ts';

/** Behind the time of any machine that runs this: a log ends only when the database's clock agrees. */
const now = new Date('2025-06-15T10:00:00Z');
const before = (years: number, days = 0): Date => new Date(Date.UTC(2025 - years, 5, 15, 10) - days * dayMs);

async function aShopWithLogs(t: TestContext) {
  const shop = await aHouse(t);
  shop.at(now);
  const rowsOf = await adminOf(shop);
  const tenant = shop.tenant.id;
  const aPerson = async (endedAt: Date | null = null): Promise<string> => {
    const id = newId();
    await rowsOf(
      `insert into privacy.subject (tenant_id, id, role, state, created_at, ended_at) values ($1, $2, 'buyer', $3, $4, $5)`,
      [tenant, id, endedAt ? 'erased' : 'active', before(20), endedAt],
    );
    return id;
  };
  const answers = async (person: string, given: readonly Date[], states: readonly string[] = ['granted']) => {
    let parent: string | null = null;
    for (const [index, at] of given.entries()) {
      const id = newId();
      await rowsOf(
        `insert into privacy.consent_event (tenant_id, id, subject_id, kind, topic, number, state, locale, ui, jurisdiction, actor_kind, evidence, parent_id, happened_at)
         values ($1, $2, $3, 'consent', 'marketing', $4, $5, 'en', 'choices', 'DE', 'buyer', '{}', $6, $7)`,
        [tenant, id, person, index + 1, states[index % states.length], parent, at],
      );
      parent = id;
    }
  };
  const left = (person: string) =>
    rowsOf<{ number: number }>(
      'select number from privacy.consent_event where subject_id = $1 order by number',
      [person],
    ).then((rows) => rows.map(({ number }) => number));
  return { shop, rowsOf, tenant, aPerson, answers, left };
}

const ends = (shop: TestHouse, named: string, by: string, keys: readonly string[]) =>
  shop.work((ctx) => sql`select retention.end_rows(${named}, ${by}, ${[...keys]}::uuid[])`.execute(ctx.tx));

/** An incident that was closed and whose last entry was written then. */
async function anIncident(
  { rowsOf, tenant, aPerson }: Awaited<ReturnType<typeof aShopWithLogs>>,
  number: number,
  closedAt: Date | null,
  written: Date,
) {
  const [id, event, person] = [newId(), newId(), await aPerson()];
  await rowsOf(
    `insert into incidents.incident (tenant_id, id, number, track, harms, role, is_drill, phase, authority, people, aware_at, story, categories, countries, closed_at, version, created_at, updated_at)
     values ($1, $2, $3, 'breach', '{}', 'controller', false, 'closed', 'undecided', 'undecided', $5, '\\x00', '{}', '{}', $4, 1, $5, $5)`,
    [tenant, id, number, closedAt, before(9)],
  );
  await rowsOf(
    `insert into incidents.event (tenant_id, id, incident_id, kind, happened_at, details) values ($1, $2, $3, 'opened', $4, '{}')`,
    [tenant, event, id, written],
  );
  await rowsOf(`insert into incidents.affected values ($1, $2, $3, '{}', '{}')`, [tenant, id, person]);
  await rowsOf(`insert into incidents.notice values ($1, $2, $3, 'mailed', null, $4)`, [
    tenant,
    id,
    person,
    before(8),
  ]);
  return { id, event };
}

test('an answer goes three years after another took its place, never before, and what holds stays', async (t) => {
  const there = await aShopWithLogs(t);
  const spanDays = (now.getTime() - before(3).getTime()) / dayMs;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 2_500 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('granted', 'withdrawn', 'objected'),
      async (daysOld, last) => {
        const given = daysOld.toSorted((a, b) => b - a);
        const person = await there.aPerson();
        await there.answers(
          person,
          given.map((days) => before(0, days)),
          [last, 'granted'],
        );

        const preview = await there.shop.work((ctx) => previewRun(ctx));
        const done = await runClocks(there.shop.house, there.shop.tenant);

        const stays = given.flatMap((_, index) => {
          const replaced = given[index + 1];
          return replaced === undefined || replaced < spanDays ? [index + 1] : [];
        });
        assert.deepEqual(await there.left(person), stays);
        const lines = (some: typeof done) =>
          some.filter(({ rows }) => rows > 0).map(({ clock, does, rows }) => ({ clock, does, rows }));
        assert.deepEqual(lines(done), lines(preview));
      },
    ),
    { numRuns: 15 },
  );
});

test('a yes of twenty years that still holds never falls; three years after its person was erased it does', async (t) => {
  const there = await aShopWithLogs(t);
  const [still, gone, lately] = [
    await there.aPerson(),
    await there.aPerson(before(3)),
    await there.aPerson(before(3, -1)),
  ];
  for (const person of [still, gone, lately]) await there.answers(person, [before(20)]);

  await runClocks(there.shop.house, there.shop.tenant);

  assert.deepEqual(await there.left(still), [1]);
  assert.deepEqual(await there.left(gone), []);
  assert.deepEqual(await there.left(lately), [1]);
  const ended = await there.rowsOf('select on_table, rows from retention.ended');
  assert.deepEqual(ended, [{ on_table: 'privacy.consent_event', rows: 1 }]);
  const receipts = await there.rowsOf('select clock, outcome, rows from retention.receipt');
  assert.deepEqual(receipts, [{ clock: 'privacy.consent_event', outcome: 'deleted', rows: 1 }]);
});

test('an incident goes with its log, three years after it was closed and nothing was written since', async (t) => {
  const there = await aShopWithLogs(t);
  const { rowsOf, shop } = there;
  const over = await anIncident(there, 1, before(3), before(3, 1));
  const written = await anIncident(there, 2, before(4), before(2));
  const open = await anIncident(there, 3, null, before(9));
  const held = await anIncident(there, 4, before(5), before(5));
  await shop.work((ctx) =>
    placeHold(ctx, {
      table: 'incidents.event',
      rowId: held.event,
      fields: [],
      ground: 'court',
      reference: 'file 7',
    }),
  );

  await runClocks(shop.house, shop.tenant);

  const kept = [written.id, open.id, held.id].toSorted();
  for (const [name, key] of [
    ['incident', 'id'],
    ['event', 'incident_id'],
    ['affected', 'incident_id'],
    ['notice', 'incident_id'],
  ]) {
    const rows = await rowsOf<{ of: string }>(`select ${key} as of from incidents.${name}`);
    assert.deepEqual(rows.map(({ of }) => of).toSorted(), kept, name);
  }
  assert.ok(!kept.includes(over.id));
});

test('the ledger of what left the house cannot be wiped or rewritten, and what is older than three years ends', async (t) => {
  const there = await aShopWithLogs(t);
  const { shop, rowsOf, tenant } = there;
  const aParcel = async (queuedAt: Date): Promise<string> => {
    const id = newId();
    await rowsOf(
      `insert into privacy.disclosure (tenant_id, id, processor, host, agreement_id, purpose, basis, country, mechanism, field_names, payload_hash, about_table, about_id, queued_at, at, outcome, attempts)
       values ($1, $2, 'mail', 'mail.example', $2, 'fulfil', 'contract', 'DE', 'inside the EEA', '{email}', '\\x00', 'orders.order', '1', $3, $3, 'sent', 1)`,
      [tenant, id, queuedAt],
    );
    await rowsOf(`insert into privacy.disclosure_subject values ($1, $2, $3, $4)`, [
      tenant,
      id,
      await there.aPerson(),
      queuedAt,
    ]);
    return id;
  };
  const [old, young] = [await aParcel(before(3, 1)), await aParcel(new Date(Date.now() - 1_000 * dayMs))];
  const ledgers = async () =>
    Promise.all(
      ['select id from privacy.disclosure', 'select disclosure_id as id from privacy.disclosure_subject'].map(
        async (query) => (await rowsOf<{ id: string }>(query)).map(({ id }) => id).toSorted(),
      ),
    );

  for (const statement of [
    sql`delete from privacy.disclosure as t where t.tenant_id = ${tenant}`,
    sql`delete from privacy.disclosure_subject as t where t.tenant_id = ${tenant}`,
    sql`update privacy.disclosure as t set queued_at = ${before(9)} where t.tenant_id = ${tenant}`,
    sql`update privacy.disclosure as t set field_names = '{}' where t.tenant_id = ${tenant}`,
    sql`update privacy.disclosure_subject as t set queued_at = ${before(9)} where t.tenant_id = ${tenant}`,
    sql`update privacy.disclosure_subject as t set subject_id = ${newId()} where t.tenant_id = ${tenant}`,
  ])
    await assert.rejects(
      shop.work((ctx) => statement.execute(ctx.tx)),
      /permission denied/,
    );
  await assert.rejects(ends(shop, 'privacy.disclosure', 'id', [young]), /never changed or removed/);
  await assert.rejects(
    ends(shop, 'privacy.disclosure_subject', 'disclosure_id', [young]),
    /never changed or removed/,
  );
  assert.deepEqual(await ledgers(), [[old, young].toSorted(), [old, young].toSorted()]);
  await runClocks(shop.house, shop.tenant);
  assert.deepEqual(await ledgers(), [[young], [young]]);
});

test('no clock is left to nobody', async (t) => {
  const { shop } = await aShopWithLogs(t);

  const clocks = await shop.work((ctx) => listClocks(ctx));

  assert.deepEqual(
    clocks.filter(({ endedBy }) => endedBy === 'nobody').map(({ name }) => name),
    [],
  );
});

test('whoever takes over the process cannot wipe a log: the audit log never ends, nothing young does, and nothing of another shop', async (t) => {
  const there = await aShopWithLogs(t);
  const { shop, rowsOf, tenant } = there;
  const young = await there.aPerson();
  await there.answers(young, [new Date(Date.now() - 1_000 * dayMs)]);
  const [old] = [await there.aPerson()];
  await there.answers(old, [before(9)]);
  await shop.work(async (ctx) =>
    ctx.audit({ action: 'test.done', on: { table: 'a.b', id: 'c' }, details: {} }),
  );
  await shop.work(sealAudit);

  for (const named of [
    'privacy.audit_entry',
    'privacy.audit_seal',
    'privacy.audit_sealed',
    'retention.receipt',
    'retention.ended',
    'ledger.journal',
    'checkout.cart',
  ])
    await assert.rejects(ends(shop, named, 'tenant_id', [tenant]), /never end/, named);
  await assert.rejects(
    ends(shop, 'privacy.consent_event', 'subject_id', [young]),
    /never changed or removed/,
  );
  for (const statement of [
    sql`delete from privacy.consent_event as t where t.tenant_id = ${tenant}`,
    sql`delete from privacy.audit_entry as t where t.tenant_id = ${tenant}`,
    sql`insert into retention.ended (tenant_id, id, on_table, rows, at) values (${tenant}, ${newId()}, 'a.b', 1, now())`,
  ])
    await assert.rejects(
      shop.work(async (ctx) => {
        await sql.raw(`set local kontor.ending = 'on'`).execute(ctx.tx);
        await statement.execute(ctx.tx);
      }),
      /permission denied/,
    );
  const other = await shop.otherTenant();
  await shop.house.db.transaction(other.id, (tx) =>
    tx.executeQuery({
      sql: `select retention.end_rows('privacy.consent_event', 'subject_id', $1::uuid[])`,
      parameters: [[old]],
      query: { kind: 'RawNode' },
      queryId: { queryId: 'end' },
    } as never),
  );

  assert.deepEqual(await there.left(young), [1]);
  assert.deepEqual(await there.left(old), [1]);
  await assert.rejects(rowsOf('delete from privacy.consent_event'), /never changed or removed/);
  await runClocks(shop.house, shop.tenant);
  assert.deepEqual(await shop.work(proveAudit), []);
});

test('a log may end no later than the database allows, whatever country and promise', async (t) => {
  const { shop, rowsOf } = await aShopWithLogs(t);
  const locks = await shop.work((ctx) => selectLocks(ctx));
  const endable = clocksOf([...declaredTables().values()]).filter(
    ({ table, end }) => end === 'delete row' && locks.get(table.name)?.agedBy,
  );

  const floors = await rowsOf<{ days: string }>(
    `select distinct split_part(encode(tgargs, 'escape'), '\\000', 2) as days from pg_trigger where tgname in ('never_changed', 'never_removed') and tgnargs = 2`,
  );

  assert.ok(endable.length > 0);
  assert.deepEqual(floors, [{ days: '1094 days' }]);
  for (const { name: profile } of profiles)
    for (const { country } of lawPacks)
      for (const { retention, name } of endable) {
        const { until } = keepOf({ country, profile }, retention, now);
        assert.ok(until === null || until.getTime() - now.getTime() >= 1094 * dayMs, `${name} ${country}`);
      }
});
