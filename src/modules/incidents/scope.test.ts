import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { aColleague, anAccount, goodPassword } from '#modules/identity/index.ts';
import { declaredTables } from '#kernel/registry.ts';
import { declareProcessor, egress, saveAgreement } from '#modules/privacy/index.ts';
import { aCompany } from '#tests/fakes/a-company.ts';
import { anAgreement } from '#tests/promises/an-agreement.ts';
import { aServer } from '#testing/server.ts';
import { aHouse } from '#testing/house.ts';
import type { AffectedPerson, ScopeQuery } from './incident.ts';
import { lookedAt } from './looked-at.ts';
import { aPerson, readAddresses, readCustomers } from './makers.ts';
import { scopeOf } from './scope-of.ts';

const courier = declareProcessor({
  name: 'test-courier',
  company: 'Courier Test Ltd',
  role: 'shipping',
  says: { en: 'carries parcels' },
  country: 'DE',
  mechanism: 'inside the EEA',
  purposes: ['support'],
  fields: { street: 'contact.address', name: 'identity.name' },
  erasure: 'api_sync',
});
const addressTable = () => declaredTables().get('identity.address') ?? assert.fail();

const span = { from: '2026-01-01T00:00:00Z', to: '2026-12-31T00:00:00Z' };
const start = Date.parse('2026-03-01T00:00:00Z');

// P30.
test('whatever the staff read meanwhile, the scope of a breach is exactly whose data the attacker read', async (t) => {
  const shop = await aHouse(t);
  shop.at(new Date(start));
  const people = await shop.work(async (ctx) => {
    const made = [];
    for (const name of ['Ada', 'Bea', 'Cleo', 'Dora', 'Emmy'])
      made.push(await aPerson(ctx, `${name} Marker`));
    return made;
  });
  const colleagues = [newId<SubjectId>(), newId<SubjectId>()];
  let clock = start;

  const reading = fc.record({
    colleague: fc.nat({ max: 1 }),
    session: fc.nat({ max: 1 }),
    person: fc.nat({ max: people.length - 1 }),
    table: fc.constantFrom('identity.address', 'identity.account'),
    isTheHouse: fc.boolean(),
    minutes: fc.nat({ max: 90 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(reading, { maxLength: 12 }), fc.nat({ max: 1 }), async (history, stolen) => {
      const sessions = [newId<never>(), newId<never>()];
      const begin = (clock += 86_400_000);
      const read: { person: SubjectId; colleague: SubjectId; session: string; table: string; at: number }[] =
        [];
      for (const { colleague, session, person, table, isTheHouse, minutes } of history) {
        const who = people[person] ?? assert.fail();
        const id = colleagues[colleague] ?? assert.fail();
        const inSession = sessions[session] ?? assert.fail();
        shop.at(new Date((clock += minutes * 60_000)));
        const actor = { kind: isTheHouse ? 'system' : 'staff', id, session: inSession } as const;
        const look = table === 'identity.address' ? readAddresses : readCustomers;
        await shop.work((ctx) => look(ctx, who.accountId), { actor });
        const seen = table === 'identity.address' ? [who] : people;
        if (!isTheHouse)
          for (const { subject } of seen)
            read.push({ person: subject, colleague: id, session: inSession, table, at: clock });
      }
      const half = begin + (clock - begin) / 2;
      const instant = (at: number) => new Date(at).toISOString();
      const whole = { from: instant(begin), to: instant(clock) };
      const ask = async (query: ScopeQuery): Promise<readonly AffectedPerson[]> =>
        shop.work((ctx) => scopeOf(ctx, query));
      const expected = (is: (one: (typeof read)[number]) => boolean): string[] =>
        [...new Set(read.filter(is).map(({ person }) => person))].toSorted();
      const keys = (found: readonly AffectedPerson[]): string[] => found.map(({ subject }) => subject);
      const session = sessions[stolen] ?? assert.fail();
      const colleague = colleagues[stolen] ?? assert.fail();

      const bySession = await ask({ session, ...whole });
      assert.deepEqual(
        keys(bySession),
        expected((one) => one.session === session),
      );
      assert.deepEqual(
        keys(await ask({ actor: colleague, ...whole })),
        expected((one) => one.colleague === colleague),
      );
      assert.deepEqual(
        keys(await ask({ actor: colleague, session, from: instant(half), to: whole.to })),
        expected((one) => one.colleague === colleague && one.session === session && one.at >= half),
      );
      assert.deepEqual(
        keys(await ask({ table: 'identity.address', ...whole })),
        expected((one) => one.table === 'identity.address'),
      );
      for (const { subject, categories, countries } of bySession) {
        const opened = read.filter((one) => one.person === subject && one.session === session);
        const sawAddress = opened.some(({ table }) => table === 'identity.address');
        assert.equal(categories.includes('contact.address'), sawAddress);
        assert.equal(
          categories.includes('contact.email'),
          opened.some(({ table }) => table === 'identity.account'),
        );
        assert.deepEqual(countries, ['DE']);
      }
    }),
    { numRuns: 25 },
  );
});

test('a stolen session of a colleague leads over the web to exactly the pages that were opened in it', async (t) => {
  const shop = await aServer(t);
  const people = await shop.work(async (ctx) => [
    await aPerson(ctx, 'Mara Lindqvist'),
    await aPerson(ctx, 'Jonas Ferber'),
  ]);
  await shop.work((ctx) => aColleague(ctx, { email: 'support@shop.example', role: 'support' }));
  const signIn = async () => {
    const answer = await shop.inject({
      method: 'POST',
      url: '/api/admin/sign-in',
      payload: { email: 'support@shop.example', password: goodPassword },
    });
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    return (url: string) => shop.inject({ url, headers: { cookie } });
  };
  const own = await signIn();
  const stolen = await signIn();
  await own('/api/admin/customers');
  await stolen(`/api/admin/customers/${people[1]?.accountId}`);
  const sessions = await shop.work(async (ctx) => {
    const { rows } = await ctx.tx.executeQuery<{ id: string }>({
      sql: 'select id from identity.session where tenant_id = $1 order by created_at, id',
      parameters: [shop.tenant.id],
      query: { kind: 'RawNode' },
      queryId: { queryId: 'sessions' },
    } as never);
    return rows.map(({ id }) => id);
  });

  const found = await shop.work((ctx) =>
    scopeOf(ctx, { session: sessions[1] ?? '', from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' }),
  );

  assert.deepEqual(
    found.map(({ subject }) => subject),
    [people[1]?.subject],
  );
});

test('a breach at a company concerns exactly those whose data it got, and the kinds of data it got', async (t) => {
  const shop = await aHouse(t);
  shop.at(new Date(start));
  const company = await aCompany(t);
  const people = await shop.work(async (ctx) => [
    await aPerson(ctx, 'Mara Lindqvist'),
    await aPerson(ctx, 'Jonas Ferber'),
    await aPerson(ctx, 'Tomke Harms'),
  ]);
  await shop.work((ctx) =>
    saveAgreement(
      ctx,
      anAgreement(courier.name, company.host, {
        purposes: ['support'],
        validFrom: new Date(start),
        reviewBy: new Date(start + 400 * 86_400_000),
      }),
    ),
  );
  for (const { subject, accountId } of people.slice(0, 2)) {
    const sent = await egress.send(shop.house, shop.tenant, {
      processor: courier.name,
      purpose: 'support',
      about: [subject],
      from: [{ table: addressTable(), column: 'address' }],
      fields: { street: 'Lange Reihe 1' },
      on: { table: 'identity.account', id: accountId },
      request: { method: 'POST', path: '/labels' },
    });
    assert.equal(sent.kind, 'answered', JSON.stringify(sent));
  }

  const found = await shop.work((ctx) => scopeOf(ctx, { processor: courier.name, ...span }));
  const later = await shop.work((ctx) =>
    scopeOf(ctx, { processor: courier.name, ...span, from: '2026-04-01T00:00:00Z' }),
  );

  assert.deepEqual(
    found,
    people
      .slice(0, 2)
      .map(({ subject }) => ({ subject, categories: ['contact.address'], countries: ['DE'] }))
      .toSorted((a, b) => (a.subject < b.subject ? -1 : 1)),
  );
  assert.deepEqual(later, []);
});

test('whose account was taken over is affected as well, and a scope without a condition finds nobody', async (t) => {
  const shop = await aHouse(t);
  shop.at(new Date(start));
  const { subject } = await shop.work((ctx) => anAccount(ctx));

  const found = await shop.work((ctx) => scopeOf(ctx, { actor: subject, isTakenOver: true, ...span }));

  assert.deepEqual(
    found.map((one) => one.subject),
    [subject],
  );
  await assert.rejects(
    shop.work((ctx) => scopeOf(ctx, span)),
    { code: 'incidents.scopeEmpty' },
  );
});

test('a person sees when they were looked at, in which role and why, and never by whom', async (t) => {
  const shop = await aHouse(t);
  shop.at(new Date(start));
  const person = await shop.work((ctx) => aPerson(ctx, 'Mara Lindqvist'));
  const { subject } = await shop.work((ctx) => aColleague(ctx, { role: 'support', name: 'Nosy Nora' }));
  const asNora = { actor: { kind: 'staff', id: subject } } as const;
  await shop.work((ctx) => readAddresses(ctx, person.accountId), asNora);
  shop.at(new Date(start + 60_000));
  await shop.work((ctx) => readCustomers(ctx), asNora);
  await shop.work((ctx) => readAddresses(ctx, person.accountId), { actor: { kind: 'system' } });

  const looks = await shop.work((ctx) => lookedAt(ctx, [person.subject]));

  assert.deepEqual(
    looks.map(({ at, role, purpose, table }) => [at.getTime() - start, role.code, purpose, table]),
    [
      [60_000, 'support', 'administer', 'identity.account'],
      [0, 'support', 'administer', 'identity.address'],
    ],
  );
  assert.ok(!JSON.stringify(looks).includes(subject), 'nobody is named');
  assert.ok(looks[1]?.categories.includes('contact.address'));
});
