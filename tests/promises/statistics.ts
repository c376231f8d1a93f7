import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { declaredBrowserItems } from '#kernel/browser-items.ts';
import { declaredTables } from '#kernel/registry.ts';
import {
  analyticsModule,
  countVisit,
  devices,
  families,
  foldDays,
  smallest,
  statisticsProver,
  tellVisits,
  visitFeature,
  visits,
} from '#modules/analytics/index.ts';
import type { Hit } from '#modules/analytics/index.ts';
import {
  privacyModule,
  readSecurityLog,
  storeNoticed,
  useFeature,
  writeChoices,
} from '#modules/privacy/index.ts';
import { everyRow, rowsOnce } from '#testing/every-row.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import type { Check } from './promise.ts';

const monday = new Date('2026-11-23T10:00:00Z');
const tuesday = new Date('2026-11-24T10:00:00Z');
const wednesday = new Date('2026-11-25T12:00:01Z');
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0';
const address = '203.0.113.77';

const aHit = (visitor: number, some: Partial<Hit> = {}): Hit => ({
  ip: `198.51.100.${visitor}`,
  userAgent: firefox,
  referrer: undefined,
  host: 'shop.localhost',
  page: '/',
  ...some,
});

/** Counts these page views on Monday, and what they came to once the day was over. */
async function aMonday(shop: TestHouse, hits: readonly Hit[]) {
  shop.at(monday);
  for (const hit of hits) countVisit(shop.house, shop.tenant, hit);
  await tellVisits(shop.house);
  const running = await everyRow(shop.adminUrl, 'analytics.running');
  shop.at(wednesday);
  await foldDays(shop.house, shop.tenant);
  const span = { from: '2026-11-23', to: '2026-11-23' };
  return { running, told: await shop.work((ctx) => visits(ctx, span), { purpose: 'improve' }) };
}

const people = (count: number, some: Partial<Hit> = {}): Hit[] =>
  Array.from({ length: count }, (_, visitor) => aHit(visitor, some));

const aTryAtTheDoor = (shop: TestServer) =>
  shop.inject({
    method: 'POST',
    url: '/account/sign-in',
    remoteAddress: address,
    headers: { 'user-agent': firefox, 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'email=nobody%40example.org&password=not-the-password',
  });

const securityLog = (shop: TestServer) =>
  rowsOnce(
    { url: shop.adminUrl, table: 'privacy.security_entry', settle: () => storeNoticed(shop.house) },
    (rows) => rows.length > 0,
  );

const read = (shop: TestServer, purpose: 'security' | 'marketing' | 'improve') =>
  shop.work((ctx) => readSecurityLog(ctx, { limit: 10 }), { purpose });

/** The address of who tries a door is there for security, with browser and device and no other field, and goes in time. */
async function addressesComeAndGo(t: TestContext): Promise<void> {
  const shop = await aServer(t);
  shop.at(monday);
  await aTryAtTheDoor(shop);
  await securityLog(shop);
  const { items } = await read(shop, 'security');
  assert.deepEqual(
    items.map(({ sender }) => sender),
    [{ ip: address, userAgent: firefox }],
  );

  shop.at(new Date('2027-03-01T10:00:00Z'));
  const forget = privacyModule.jobs?.find(({ name }) => name === 'forget-security-log');
  await forget?.run(shop.house, shop.tenant);

  assert.deepEqual((await read(shop, 'security')).items, []);
  assert.deepEqual(await everyRow(shop.keysUrl, 'keys.security_log_key'), []);
}

async function addressesServeSecurityAlone(t: TestContext): Promise<void> {
  const shop = await aServer(t);
  await aTryAtTheDoor(shop);
  await securityLog(shop);

  await assert.rejects(read(shop, 'marketing'), { code: 'privacy.wrongPurpose' });
  await assert.rejects(read(shop, 'improve'), { code: 'privacy.wrongPurpose' });
  assert.equal((await read(shop, 'security')).items.length, 1);
}

async function twoDaysAreUnlinkable(t: TestContext): Promise<void> {
  const shop = await aHouse(t);
  const marks: unknown[] = [];
  for (const day of [monday, tuesday]) {
    shop.at(day);
    countVisit(shop.house, shop.tenant, aHit(1));
    await tellVisits(shop.house);
  }
  for (const row of await everyRow(shop.adminUrl, 'analytics.running'))
    marks.push((row['sketch'] as Buffer).toString('hex'));

  assert.equal(new Set(marks).size, marks.length);
}

async function nobodyCanBeTested(t: TestContext): Promise<void> {
  const shop = await aHouse(t);
  const { running, told } = await aMonday(shop, [...people(9), aHit(1, { page: '/cart' })]);

  assert.ok(running.length > 0);
  assert.deepEqual(await everyRow(shop.adminUrl, 'analytics.running'), []);
  assert.deepEqual(await everyRow(shop.keysUrl, 'keys.statistics_salt'), []);
  assert.deepEqual(await shop.work((ctx) => statisticsProver.prove(ctx)), []);
  const numbers = Object.values(told.headings).flatMap((all) =>
    all.flatMap(({ visitors }) => visitors ?? []),
  );
  assert.ok(numbers.every((number) => number >= smallest));
  const kinds = Object.values(analyticsModule.tables).flatMap(({ columns }) =>
    Object.values(columns).map(({ spec }) => spec.kind),
  );
  assert.deepEqual([...new Set(kinds)], ['plain']);
}

async function visitorsAreCounted(t: TestContext): Promise<void> {
  const shop = await aHouse(t);
  const { told } = await aMonday(shop, [...people(100), ...people(40)]);

  assert.deepEqual(told.days, [{ day: '2026-11-23', kind: 'counted', visitors: 100, views: 140 }]);
}

async function pagesAreCounted(t: TestContext): Promise<void> {
  const shop = await aHouse(t);
  const { told } = await aMonday(shop, [...people(30), ...people(12, { page: '/products/mug' })]);

  assert.deepEqual(
    told.headings.page.map(({ key, visitors }) => [key, visitors]),
    [
      ['/', 30],
      ['/products/mug', 12],
    ],
  );
}

async function sitesAreDomains(t: TestContext): Promise<void> {
  const shop = await aHouse(t);
  const referrer = 'https://jane-marker-4711.mail.example.com/read?to=jane-marker-4711@example.org';
  const { running, told } = await aMonday(shop, people(10, { referrer }));

  assert.deepEqual(
    told.headings.site.map(({ key }) => key),
    ['example.com'],
  );
  assert.doesNotMatch(JSON.stringify(running), /jane-marker-4711/);
}

async function browsersAreBounded(t: TestContext): Promise<void> {
  const shop = await aHouse(t);
  const strange = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) JaneMarker/4711.0';
  const { running } = await aMonday(shop, [...people(10), ...people(10, { userAgent: strange })]);

  const known = new Set(Object.values(families));
  for (const { dimension, key } of running) {
    if (dimension === 'browser')
      assert.ok(key === 'other' || known.has(String(key).replace(/ \d{1,3}$/, '')), String(key));
    if (dimension === 'device') assert.ok(devices.some((device) => device === key));
  }
}

async function purposeIsBound(t: TestContext): Promise<void> {
  const shop = await aHouse(t);
  const span = { from: '2026-11-23', to: '2026-11-23' };

  await assert.rejects(
    shop.work((ctx) => visits(ctx, span), { purpose: 'marketing' }),
    { code: 'analytics.wrongPurpose' },
  );
  await shop.work((ctx) => visits(ctx, span), { purpose: 'improve' });
}

/** Nothing that follows a visit exists before a yes, nor after a no. */
async function followingAsksFirst(t: TestContext): Promise<void> {
  const shop = await aServer(t);
  await shop.work((ctx) => useFeature(ctx, visitFeature.name, true));
  const ask = async (settled?: 'granted' | 'refused') => {
    const choices = settled && {
      answers: new Map([['performance', settled]] as const),
      at: shop.house.clock(),
      notice: '0123456789ab',
    };
    const value = choices && (await writeChoices({ keys: shop.house.keys, tenant: shop.tenant }, choices));
    const cookie = value ? { cookie: `kontor_choices=${value}` } : {};
    const answer = await shop.inject({ url: '/', headers: { 'user-agent': firefox, ...cookie } });
    return answer.cookies.map(({ name }) => name);
  };

  assert.ok(!(await ask()).includes('kontor_visit'));
  assert.ok(!(await ask('refused')).includes('kontor_visit'));
  await tellVisits(shop.house);
  assert.deepEqual(await everyRow(shop.adminUrl, 'analytics.visit_page'), []);
  assert.ok((await ask('granted')).includes('kontor_visit'));
  const item = declaredBrowserItems().find(({ name }) => name === 'kontor_visit');
  assert.equal(item?.category, 'performance');
}

/** What is counted and what people tell us share no key, and nothing refers from one to the other. */
async function twoWaysNeverMeet(t: TestContext): Promise<void> {
  const shop = await aHouse(t);

  const references = await everyRow(
    shop.adminUrl,
    `(select conrelid::regclass::text as from_table, confrelid::regclass::text as to_table from pg_constraint
      where contype = 'f' and (conrelid::regclass::text like 'analytics.%') <> (confrelid::regclass::text like 'analytics.%')) as crossing`,
  );
  const keys = await everyRow(
    shop.adminUrl,
    `(select distinct column_name from information_schema.columns where table_schema = 'analytics' and data_type = 'uuid') as keys`,
  );

  assert.deepEqual(references, []);
  assert.deepEqual(keys.map((row) => String(row['column_name'])).toSorted(), ['process', 'tenant_id']);
}

/** Addresses and devices are nowhere but where the person can see them, and in the security log. */
function observedDataIsDeclared(): Promise<void> {
  const places = [...declaredTables().values()].flatMap((table) =>
    Object.entries(table.columns).flatMap(([column, { spec }]) => {
      const categories =
        spec.kind === 'sealed'
          ? Object.values(spec.fields)
          : spec.kind === 'tenantSealed'
            ? Object.values(spec.holds?.fields ?? {})
            : [];
      return categories.some((category) => category.startsWith('tech.')) ? [`${table.name}.${column}`] : [];
    }),
  );
  assert.deepEqual(places.toSorted(), ['identity.session.device', 'privacy.security_entry.sender']);
  return Promise.resolve();
}

/** What statistics and the security log promise, to be spread into the checks of each policy. */
export const statisticsChecks = {
  'OK-2': {
    tries: 'a try at the door is noted with address, browser and device alone, and gone after 90 days',
    run: addressesComeAndGo,
  },
  'OC-1': { tries: 'statistics share no key with anything that is told', run: twoWaysNeverMeet },
  'OC-16': { tries: 'two days of the same browser share nothing', run: twoDaysAreUnlinkable },
  'OC-17': { tries: 'a hundred visitors are a hundred', run: visitorsAreCounted },
  'OC-18': { tries: 'pages are counted each by itself', run: pagesAreCounted },
  'OC-19': { tries: 'a referrer with an address in it leaves its domain', run: sitesAreDomains },
  'OC-20': { tries: 'no browser can name itself into the list', run: browsersAreBounded },
  'OC-21': { tries: 'after the day nobody can be tested and nothing is below five', run: nobodyCanBeTested },
  'OC-22': { tries: 'statistics open for improving the shop alone', run: purposeIsBound },
  'OC-27': { tries: 'the log opens for security and not for marketing', run: addressesServeSecurityAlone },
  'K7-12': { tries: 'an address is gone after its time, its key too', run: addressesComeAndGo },
  'K7-13': { tries: 'devices are declared in two places and nowhere else', run: observedDataIsDeclared },
  'K7-14': { tries: 'without a yes there is no row about a visit', run: followingAsksFirst },
  'K7-15': { tries: 'devices are one of five words', run: browsersAreBounded },
  'K7-19': { tries: 'following a visit asks first', run: followingAsksFirst },
  'K7-32': { tries: 'no count below five, and no way back to a person', run: nobodyCanBeTested },
} satisfies Readonly<Record<string, Check>>;
