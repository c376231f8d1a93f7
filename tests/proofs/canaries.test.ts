import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { openDatabase } from '#kernel/database.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { readSettings } from '#kernel/settings.ts';
import { erasePersons, planErasure } from '#modules/persons/index.ts';
import type { Plan } from '#modules/persons/index.ts';
import { scanDatabase, scanFolder, scanText } from '#modules/privacy/index.ts';
import { someGoods } from '#testing/furnished-shop.ts';
import { eventually } from '#testing/eventually.ts';
import { buildHouse, openLog, rootKeyOf } from '../../src/build-house.ts';
import { connect } from '../../src/connect.ts';
import * as lives from './canaries/lives.ts';
import type { Town } from './canaries/lives.ts';
import { everythingReadable, sealedColumns } from './canaries/everything.ts';
import type { Readable } from './canaries/everything.ts';
import { markedPerson, namedIn, stems } from './canaries/people.ts';
import type { Marked } from './canaries/people.ts';
import { aFolder, anEmptyMachine } from './machines.ts';
import { aSite, runToEnd } from './processes.ts';
import type { Site } from './processes.ts';

// Five hundred people live in a shop, with names that nobody else has. A backup is made; they are erased; the backup is put
// back. Then everything there is gets searched for them, and every envelope is tried with every key that is left.

const rights = { kind: 'system', id: 'test', purpose: 'rights' } as const;
const rootKey = randomBytes(32).toString('base64');
const everybody = Array.from({ length: 500 }, (_, number) => markedPerson(number));
/** The others are only written about, or come and go. */
const known = 390;
const between = (from: number, to: number): Marked[] => everybody.slice(from, to);
const stays = markedPerson(9999);

/** What no marked person can have here, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  'identity.staff_record.evidence': 'only colleagues who took their seat have one',
};

/** A few at a time, as in life. */
async function each(people: readonly Marked[], does: (who: Marked) => Promise<unknown>): Promise<void> {
  const waiting = [...people];
  const one = async (): Promise<void> => {
    for (let who = waiting.shift(); who; who = waiting.shift()) await does(who);
  };
  await Promise.all([one(), one(), one(), one()]);
}

async function everybodyLives(town: Town): Promise<void> {
  await each(between(0, 3), (who) => lives.goesThroughEveryDoor(town, who));
  await each(between(3, 20), async (who) => {
    const cookie = await lives.hasAnAccount(town, who);
    if (who.number < 8) await lives.buys(town, who, cookie);
  });
  const news = { topic: 'news', subject: 'New mugs', text: 'There are new mugs.' };
  await town.desk.ask('POST', '/api/admin/campaigns', news);
  await each(between(20, 60), async (who) => {
    const order = await lives.buys(town, who);
    if (who.number < 35) await lives.isServed(town, who, order);
  });
  await each(between(60, 110), (who) => lives.leavesABasket(town, who));
  await each(between(110, 220), (who) => lives.asksFromOutside(town, who));
  await lives.write(town, between(220, 320));
  await each(between(320, 370), (who) => lives.callsTheDesk(town, who));
  await each(between(370, known), (who) => lives.isInvited(town, who));
  for (const who of between(known, 410)) await lives.isWrittenAbout(town, who);
  await each(between(410, 500), (who) => lives.stumbles(town, who));
}

async function everyLetterIsSent(site: Site): Promise<void> {
  await eventually('the end of all letters', async () => {
    const [row] = await site.rows<{ left: number; news: number }>(
      `select (select count(*) from kernel.fact where relayed_at is null)::int + (select count(*) from notifications.mail where state not in ('sent', 'stopped', 'cancelled'))::int
                + (select count(*) from exchange.import_run where state not in ('done', 'failed'))::int as left,
              (select count(*) from notifications.mail where promotion is not null)::int as news`,
    );
    return row?.left === 0 && row.news > 0 ? true : undefined;
  });
}

/** As many at once as a busy day brings. */
async function erase(site: Site, people: readonly Marked[]): Promise<Plan> {
  const subjects = await lives.subjectsOf(site, people);
  assert.ok(subjects.length >= people.length, 'each of them is known by their address');
  const plan = await unitOfWork(site.house, { tenant: site.tenant, actor: rights }, (ctx) =>
    planErasure(ctx, subjects),
  );
  return erasePersons(site.house, site.tenant, plan.id);
}

const readable = (house: House, tenant: Tenant): Promise<Readable[]> =>
  unitOfWork(house, { tenant, actor: rights }, everythingReadable);

async function plainIn(urls: readonly string[], folders: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const url of urls) {
    const database = openDatabase(url, { max: 1, onIdleError: () => undefined });
    try {
      found.push(
        ...(await scanDatabase(database, [...stems])).map(({ marker, where }) => `${marker} in ${where}`),
      );
    } finally {
      await database.close();
    }
  }
  for (const folder of folders)
    found.push(...(await scanFolder(folder, [...stems])).map(({ marker, where }) => `${marker} in ${where}`));
  return found;
}

const isOf =
  (who: Marked) =>
  (one: Readable): boolean =>
    one.text.includes(who.email);
const linesOf = (found: readonly Readable[]): string[] =>
  found.map(({ table, column, subject, text }) => `${table}.${column} ${subject} ${text}`).toSorted();

/** What any key still opens about marked people is what their plans list, each with a law and an end. */
function checkKept(found: readonly Readable[], plans: readonly Plan[], stayed: readonly Readable[]): void {
  const open = plans.flatMap(({ nodes }) => nodes.filter(({ end }) => end === null));
  assert.deepEqual(open, []);
  const listed = new Set<string>();
  for (const { subjects, nodes } of plans)
    for (const { target, part, end } of nodes)
      if (end?.kind === 'retained' && end.ground === 'law' && end.until !== null && end.cites !== '')
        for (const subject of subjects) listed.add(`${subject} ${target}.${part}`);
  const left = found.filter(({ text }) => namedIn(text).some((number) => number < everybody.length));
  const unlisted = left.filter(({ subject, table, column }) => !listed.has(`${subject} ${table}.${column}`));
  assert.deepEqual(unlisted, [], 'no key opens anything but what is listed');
  assert.deepEqual(
    [...new Set(left.map(({ table, column }) => `${table}.${column}`))].toSorted(),
    sealedColumns()
      .filter((one) => [...listed].some((line) => line.endsWith(` ${one}`)))
      .toSorted(),
    'and all that is listed is there',
  );
  const kept = new Set(linesOf(found));
  assert.ok(stayed.length > 0 && linesOf(stayed).every((line) => kept.has(line)), 'who stays is whole');
}

/** The house of another machine, opened in this process. */
async function houseAt(t: TestContext, env: Readonly<Record<string, string>>): Promise<House> {
  const settings = readSettings(env);
  const connection = await connect(settings, { log: openLog('silent'), migrate: false, own: false });
  const house = await buildHouse(settings, connection, {
    log: openLog('silent'),
    rootKey: await rootKeyOf(settings),
    poolSize: 2,
  });
  t.after(() => house.close());
  return house;
}

test('five hundred marked people are in every store; erased and restored, nobody is readable but where a law keeps a part', async (t) => {
  const site = await aSite(t, { ROOT_KEY: rootKey, TRUST_PROXY: 'true', LOG_LEVEL: 'trace' });
  const { offers } = await someGoods(site.house, site.tenant, {
    title: 'Ziegelsteinbecher',
    sku: 'Z',
    stock: 500,
  });
  const worker = await site.worker();
  const web = await site.web();
  const town = await lives.openTown(site, web, offers[0] ?? assert.fail());
  await everybodyLives(town);
  await lives.buys(town, stays);
  await everyLetterIsSent(site);
  const marked = new Set(await lives.subjectsOf(site, everybody));
  const all = await readable(site.house, site.tenant);
  const [before, stayed] = [all.filter(({ subject }) => marked.has(subject)), all.filter(isOf(stays))];
  const covered = new Set(before.map(({ table, column }) => `${table}.${column}`));
  assert.deepEqual(
    sealedColumns().filter((column) => !covered.has(column)),
    Object.keys(elsewhere),
    'every place for personal data holds somebody marked',
  );
  const backups = await aFolder(t, 'backups');
  const backup = await site.run('backup', backups, '--json');
  assert.equal(backup.code, 0, backup.out);

  const plans: Plan[] = [];
  for (let from = 0; from < known; from += 65) plans.push(await erase(site, between(from, from + 65)));
  await worker.stop();
  await web.stop();
  const machine = await anEmptyMachine(t, site, { number: 2, rootKey });
  const young = await site.run('backup', backups, '--json');
  assert.equal(young.code, 0, young.out);
  const { id } = JSON.parse(backup.out) as { id: string };
  const restored = await runToEnd(
    ['restore', backups, '--data', id, '--keystore', id, '--json'],
    machine.env,
  );
  assert.equal(restored.code, 0, restored.out);
  await site.rows('checkpoint');

  const after = {
    here: await readable(site.house, site.tenant),
    there: await readable(await houseAt(t, machine.env), site.tenant),
  };
  const plain = await plainIn(
    [site.dataUrl, site.keysUrl, machine.dataUrl, machine.keysUrl],
    [site.folder, machine.folder, backups],
  );
  const logs = [
    ...scanText(site.log.join('\n'), 'the log', [...stems]),
    ...scanText(site.databaseLog.join('\n'), 'the log of PostgreSQL', [...stems]),
  ];

  assert.deepEqual({ plain, logs }, { plain: [], logs: [] });
  checkKept(after.here, plans, stayed);
  // A letter that was still to be written when the backup was made is written by whichever shop gets to it.
  const settled = (shop: typeof after.here) =>
    linesOf(shop).filter((line) => !line.startsWith('notifications.mail.'));
  assert.deepEqual(settled(after.there), settled(after.here), 'the restored shop says the same');
  t.diagnostic(
    `${everybody.length} marked people: ${before.length} envelopes in ${covered.size} columns before, ` +
      `${after.here.length - stayed.length} kept under a law after; 0 of them found in plain`,
  );
});
