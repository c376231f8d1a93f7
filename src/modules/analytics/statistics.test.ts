import assert from 'node:assert/strict';
import { createHmac, hash } from 'node:crypto';
import { test } from 'node:test';
import { asOwner, everyRow } from '#testing/every-row.ts';
import { aHouse } from '#testing/house.ts';
import type { House } from '#kernel/house.ts';
import { countVisit, foldDays, statisticsProver, visits, tellVisits } from './index.ts';
import { aHit, chrome, firefox, iphone } from './makers.ts';
import { retireDays } from './count-visit.ts';
import { deskOf } from './desk.ts';
import { declaredError } from './sketch.ts';
import type { Hit } from './visit.ts';

const monday = new Date('2026-11-23T10:00:00Z');
const tuesday = new Date('2026-11-24T10:00:00Z');
const thursday = new Date('2026-11-26T10:00:01Z');

test('a day of visitors is counted to the head while it is small, and within the declared error when it is large', async (t) => {
  const shop = await aHouse(t);
  shop.at(monday);
  for (let visitor = 0; visitor < 200; visitor += 1)
    for (let page = 0; page < 3; page += 1) countVisit(shop.house, shop.tenant, aHit(visitor));
  await tellVisits(shop.house);
  shop.at(tuesday);
  countVisit(shop.house, shop.tenant, aHit(0));
  await tellVisits(shop.house);
  for (let visitor = 1; visitor < 20_000; visitor += 1) countVisit(shop.house, shop.tenant, aHit(visitor));
  await tellVisits(shop.house);
  shop.at(thursday);
  await foldDays(shop.house, shop.tenant);

  const { days } = await shop.work((ctx) => visits(ctx, { from: '2026-11-22', to: '2026-11-24' }), {
    purpose: 'improve',
  });

  assert.deepEqual(days.slice(0, 2), [
    { day: '2026-11-22', kind: 'counted', visitors: 0, views: 0 },
    { day: '2026-11-23', kind: 'counted', visitors: 200, views: 600 },
  ]);
  const large = days[2];
  assert.ok(large?.kind === 'counted' && large.views === 20_000);
  assert.ok(Math.abs(large.visitors - 20_000) <= 20_000 * declaredError, `counted ${large.visitors}`);
});

test('several processes count the same visitors once, and a process that tells twice changes nothing', async (t) => {
  const shop = await aHouse(t);
  const processes: House[] = [shop.house, { ...shop.house }, { ...shop.house }];
  shop.at(monday);
  for (const [place, house] of processes.entries()) {
    for (let visitor = place * 10; visitor < place * 10 + 20; visitor += 1)
      countVisit(house, shop.tenant, aHit(visitor));
    await tellVisits(house);
    await tellVisits(house);
  }
  shop.at(tuesday);
  await foldDays(shop.house, shop.tenant);
  await foldDays(shop.house, shop.tenant);

  const { days } = await shop.work((ctx) => visits(ctx, { from: '2026-11-23', to: '2026-11-23' }), {
    purpose: 'improve',
  });

  assert.deepEqual(days, [{ day: '2026-11-23', kind: 'counted', visitors: 40, views: 60 }]);
});

test('a referrer that carries an e-mail address leaves only the domain of its site', async (t) => {
  const shop = await aHouse(t);
  const referrers = [
    'https://jane.marker.7391@webmail.example.com:8443/inbox/jane.marker.7391%40example.org?to=jane.marker.7391@example.org#jane.marker.7391',
    'https://janemarker7391.news.example.com/?u=janemarker7391',
  ];
  shop.at(monday);
  for (let visitor = 0; visitor < 12; visitor += 1)
    countVisit(shop.house, shop.tenant, aHit(visitor, { referrer: referrers[visitor % 2] }));
  await tellVisits(shop.house);

  const stored = JSON.stringify(await everyRow(shop.adminUrl, 'analytics.running'));

  assert.match(stored, /"key":"example\.com"/);
  assert.doesNotMatch(stored, /marker\.?7391/i);
  assert.doesNotMatch(shop.logged(), /marker\.?7391/i);
});

test('whatever a browser calls itself, only known families with a number are stored, and robots are not counted', async (t) => {
  const shop = await aHouse(t);
  const strange = [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) JaneMarker/4711.0',
    'Mozilla/5.0 (Jane Marker) Chrome/99999999.0',
  ];
  const robots = ['Googlebot/2.1 (+http://www.google.com/bot.html)', 'curl/8.1', '', undefined];
  shop.at(monday);
  for (const [visitor, userAgent] of [chrome, firefox, iphone, ...strange, ...robots].entries())
    countVisit(shop.house, shop.tenant, aHit(visitor, { userAgent }));
  await tellVisits(shop.house);

  const rows = await everyRow(shop.adminUrl, 'analytics.running');

  const keys = (dimension: string) =>
    rows
      .filter((row) => row['dimension'] === dimension)
      .map((row) => String(row['key']))
      .toSorted();
  assert.deepEqual(keys('browser'), ['Chrome', 'Chrome 131', 'Firefox 132', 'Safari 17', 'other']);
  assert.deepEqual(keys('device'), ['desktop', 'mobile', 'other']);
  assert.ok(rows.filter((row) => row['dimension'] === 'all').every((row) => Number(row['views']) === 5));
});

test('fewer than five is never told, neither of a day nor of a page, and today only in steps of five', async (t) => {
  const shop = await aHouse(t);
  shop.at(monday);
  for (let visitor = 0; visitor < 4; visitor += 1) countVisit(shop.house, shop.tenant, aHit(visitor));
  await tellVisits(shop.house);
  shop.at(tuesday);
  for (let visitor = 0; visitor < 13; visitor += 1)
    countVisit(
      shop.house,
      shop.tenant,
      aHit(visitor, { page: visitor < 9 ? '/products/mug' : '/products/bowl' }),
    );
  await tellVisits(shop.house);
  const whileRunning = await shop.work((ctx) => visits(ctx, { from: '2026-11-23', to: '2026-11-24' }), {
    purpose: 'improve',
  });
  shop.at(thursday);
  await foldDays(shop.house, shop.tenant);

  const after = await shop.work((ctx) => visits(ctx, { from: '2026-11-23', to: '2026-11-24' }), {
    purpose: 'improve',
  });

  assert.deepEqual(whileRunning.days, [{ day: '2026-11-23', kind: 'waiting' }]);
  assert.equal(whileRunning.todayAtLeast, 10);
  assert.deepEqual(whileRunning.headings.page, []);
  assert.deepEqual(after.days, [
    { day: '2026-11-23', kind: 'few' },
    { day: '2026-11-24', kind: 'counted', visitors: 13, views: 13 },
  ]);
  assert.deepEqual(after.headings.page, [{ key: 'other', visitors: null, views: 13, days: 1 }]);
});

test('the database itself refuses a count of one to four', async (t) => {
  const shop = await aHouse(t);

  const small = asOwner(
    shop.adminUrl,
    `insert into analytics.day (tenant_id, day, visitors, views, folded_at)
     values ('${shop.tenant.id}', '2026-11-23', 4, 9, now())`,
  );

  await assert.rejects(small, /check constraint/);
});

test('once a day is over, nobody with the whole database, the keystore and every secret can test who visited', async (t) => {
  const shop = await aHouse(t);
  shop.at(monday);
  for (let visitor = 0; visitor < 30; visitor += 1) countVisit(shop.house, shop.tenant, aHit(visitor));
  await tellVisits(shop.house);
  const backup = await everyRow(shop.adminUrl, 'analytics.running');
  const salt = await shop.house.keys.days.find('statistics', '2026-11-23');
  assert.ok(salt);
  const mayBeTold = (secret: Buffer): boolean => marksIn(backup).has(markOf(secret, shop.tenant.id, aHit(7)));
  assert.ok(
    mayBeTold(salt),
    'while the salt lives, a guess can be tested: the attack below is the right one',
  );

  shop.at(thursday);
  await foldDays(shop.house, shop.tenant);

  assert.deepEqual(await shop.house.keys.days.list('statistics'), []);
  assert.deepEqual(await everyRow(shop.adminUrl, 'analytics.running'), []);
  assert.deepEqual(await everyRow(shop.keysUrl, 'keys.statistics_salt'), []);
  const secrets = [
    await shop.house.keys.tenantSecret(shop.tenant.id),
    Buffer.from(await shop.house.keystore.derive('runtime'), 'base64url'),
    await shop.house.keys.days.make('statistics', '2026-11-23'),
  ];
  assert.deepEqual(secrets.map(mayBeTold), [false, false, false]);
});

test('two days of the same browser share no mark, nor do two headings of one day', async (t) => {
  const shop = await aHouse(t);
  for (const day of [monday, tuesday]) {
    shop.at(day);
    countVisit(shop.house, shop.tenant, aHit(1, { page: '/cart' }));
    countVisit(shop.house, shop.tenant, aHit(1, { page: '/products/mug' }));
    await tellVisits(shop.house);
  }

  const rows = await everyRow(shop.adminUrl, 'analytics.running');

  const marks = rows.map((row) => (row['sketch'] as Buffer).toString('hex'));
  assert.equal(new Set(rows.map((row) => String(row['day']))).size, 2);
  assert.equal(new Set(marks).size, rows.length);
});

test('salts are never written to the log of the keystore, where a backup would find them', async (t) => {
  const shop = await aHouse(t);

  const [table] = await everyRow(
    shop.keysUrl,
    `(select relpersistence from pg_class where oid = 'keys.statistics_salt'::regclass) as salts`,
  );

  assert.equal(table?.['relpersistence'], 'u');
});

test('the proof of statistics finds a salt that lived too long and counts that were not folded', async (t) => {
  const shop = await aHouse(t);
  shop.at(monday);
  countVisit(shop.house, shop.tenant, aHit(1));
  await tellVisits(shop.house);
  const inTime = await shop.work((ctx) => statisticsProver.prove(ctx));
  shop.at(thursday);

  const late = await shop.work((ctx) => statisticsProver.prove(ctx));

  assert.deepEqual(inTime, []);
  assert.deepEqual(
    late.map(({ says }) => says),
    ['salts of visitor counts are older than 48 hours', 'raw counts are older than 48 hours'],
  );
  await foldDays(shop.house, shop.tenant);
  assert.deepEqual(await shop.work((ctx) => statisticsProver.prove(ctx)), []);
});

/** What an attacker computes: the mark of a guessed address and browser under the heading of the whole day. */
function markOf(salt: Buffer, tenant: string, hit: Hit): string {
  const who = createHmac('sha256', salt).update(`${tenant}|${hit.ip}|${hit.userAgent}`).digest('base64url');
  return hash('sha256', `${who}|all|`, 'hex').slice(0, 12);
}

function marksIn(rows: readonly Record<string, unknown>[]): Set<string> {
  const marks = new Set<string>();
  for (const row of rows.filter(({ dimension }) => dimension === 'all')) {
    const hex = (row['sketch'] as Buffer).subarray(1).toString('hex');
    for (let at = 0; at < hex.length; at += 12) marks.add(hex.slice(at, at + 12));
  }
  return marks;
}

test('a process that nobody visits any more forgets the salt and the marks of its last day all the same', async (t) => {
  const shop = await aHouse(t);
  shop.at(monday);
  for (let visitor = 0; visitor < 9; visitor += 1) countVisit(shop.house, shop.tenant, aHit(visitor));
  await Promise.allSettled(deskOf(shop.house).salts.values());
  shop.at(tuesday);

  await retireDays(shop.house);

  const { salt, salts, shops } = deskOf(shop.house);
  const tallies = [...shops.values()].flatMap((one) => [...one.tallies.values()]);
  assert.deepEqual([salt, salts.size, tallies.length], [undefined, 0, 0]);
  await foldDays(shop.house, shop.tenant);
  const { days } = await shop.work((ctx) => visits(ctx, { from: '2026-11-23', to: '2026-11-23' }), {
    purpose: 'improve',
  });
  assert.deepEqual(days, [{ day: '2026-11-23', kind: 'counted', visitors: 9, views: 9 }]);
});
