/** What is promised about protection: walls, roles, encryption, records, incidents, and what the law may ask for. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { readSettings } from '#kernel/settings.ts';
import type { FastifyInstance } from 'fastify';
import { aColleague, anAccount, goodPassword } from '#modules/identity/index.ts';
import {
  approveNotices,
  assessIncident,
  closeIncident,
  decideLegalRequest,
  exportByLaw,
  getIncident,
  incidentsModule,
  keepRecord,
  lastRestored,
  listIncidents,
  noteStep,
  openIncident,
  openLegalRequest,
  overdueRecords,
  recordAudit,
  sendNotices,
  takeScope,
} from '#modules/incidents/index.ts';
import type { IncidentId } from '#modules/incidents/index.ts';
import { lettersTo } from '#modules/notifications/index.ts';
import { listDrills } from '#modules/retention/index.ts';
import {
  bootFaults,
  listAudit,
  proveAudit,
  scanFolder,
  sealAudit,
  tablesThatLeak,
} from '#modules/privacy/index.ts';
import { asOwner, everyRow } from '#testing/every-row.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { aServer } from '#testing/server.ts';
import { testRootKey, testRuntimePassword } from '#testing/template.ts';
import { buildApp } from '../../src/app.ts';
import { drillWhenDue } from '../../src/backup/monthly.ts';
import { postureOf } from '../../src/commands/posture.ts';
import { modules } from '../../src/modules.ts';
import { aSale, asColleague, byCard } from '../misfortunes/a-sale.ts';
import { aShop, marksOf } from '../persons/a-person.ts';
import type { Checks } from './promise.ts';

const opened = new Date('2026-03-02T09:00:00Z');
const daysLater = (days: number): Date => new Date(opened.getTime() + days * 86_400_000);
const one = newId<SubjectId>();
const another = newId<SubjectId>();
const by = (id: SubjectId) => ({ actor: { kind: 'staff', id, purpose: 'disclose' } }) as const;

async function lawAsksTwoPeople(t: TestContext) {
  const { shop, buy, find } = await aShop(t);
  const marks = marksOf('Lawful');
  await buy(marks);
  await buy(marksOf('Spared'));
  const subjects = await find(marks.email);
  const scope = { subjects, categories: ['contact.address'] } as const;
  const ask = {
    ground: 'court order',
    authority: 'Amtsgericht Hamburg',
    reason: 'Order 12 Gs 34/26',
  } as const;
  const id = await shop.work((ctx) => openLegalRequest(ctx, { ...ask, ...scope }), by(one));
  const yes = (who: SubjectId) =>
    shop.work((ctx) => decideLegalRequest(ctx, id, { yes: true, reason: 'The order is in force.' }), by(who));
  const take = () => shop.work((ctx) => exportByLaw(ctx, id), by(one));

  await assert.rejects(take(), { code: 'incidents.notApproved' });
  await assert.rejects(yes(one), { code: 'incidents.secondPerson' });
  await yes(another);
  const given = JSON.stringify(await take());

  assert.ok(given.includes(marks.line1));
  for (const outside of [marks.email, 'Spared']) assert.ok(!given.includes(outside), outside);
  const { items } = await shop.work((ctx) => listAudit(ctx, { action: 'privacy.opened', limit: 100 }));
  assert.ok(items.some(({ purpose, actor }) => purpose === 'disclose' && actor === one));
}

async function protectionHasItsReason(t: TestContext) {
  const { shop, buy, find } = await aShop(t);
  const marks = marksOf('Reason');
  await buy(marks);
  const subjects = await find(marks.email);
  const open = (reason: string) =>
    shop.work(
      (ctx) =>
        openLegalRequest(ctx, {
          ground: 'protect rights',
          authority: 'our own counsel',
          reason,
          subjects,
          categories: ['contact.address'],
        }),
      by(one),
    );

  await assert.rejects(open('  '), { code: 'incidents.writtenReason' });
  const id = await open('A threat against the buyer was reported by the carrier.');
  await assert.rejects(
    shop.work((ctx) => exportByLaw(ctx, id), by(one)),
    { code: 'incidents.notApproved' },
  );
}

async function wallsAndChainHold(t: TestContext) {
  const shop = await aHouse(t);
  assert.deepEqual(await bootFaults(shop.house.db, modules), []);
  assert.deepEqual(await tablesThatLeak(shop.house.db, modules), []);
  for (const id of ['1', '2', '3'])
    await shop.work(async (ctx) => ctx.audit({ action: 'test.done', on: { table: 'test.thing', id } }));
  await shop.work(sealAudit);
  assert.deepEqual(await shop.work(proveAudit), []);

  const tamper = `update privacy.audit_entry set on_id = '9' where on_id = '2'`;
  await asOwner(shop.adminUrl, `set session_replication_role = replica; ${tamper}`);

  assert.equal((await shop.work(proveAudit)).length > 0, true, 'a changed row is found');
}

async function masksForEverybodyElse(t: TestContext) {
  const { shop, orderId } = await aSale(t, byCard);
  const finance = await asColleague(shop, 'finance');
  const support = await asColleague(shop, 'support');
  const guest = await shop.inject({ url: `/api/admin/orders/${orderId}` });
  const readings = async () =>
    (await shop.work((ctx) => listAudit(ctx, { action: 'privacy.opened', limit: 100 }))).items.length;
  const before = await readings();

  const masked = await finance('GET', `/api/admin/orders/${orderId}`);
  const between = await readings();
  const open = await support('GET', `/api/admin/orders/${orderId}`);

  assert.equal(guest.statusCode, 401);
  assert.ok(!masked.body.includes('Lindqvist') && masked.statusCode === 200);
  assert.equal(between, before, 'who sees masks reads nobody');
  assert.ok(open.body.includes('Lindqvist'));
  assert.ok((await readings()) > between, 'who sees people is noted');
}

async function dutiesOpenPeople(t: TestContext) {
  const shop = await aServer(t);
  shop.at(opened);
  await shop.work((ctx) => anAccount(ctx, { name: 'Mara Lindqvist' }));
  await shop.work((ctx) => aColleague(ctx, { email: 'support@shop.example', role: 'support' }));
  const seen = async () => {
    const signIn = await shop.inject({
      method: 'POST',
      url: '/api/admin/sign-in',
      payload: { email: 'support@shop.example', password: goodPassword },
    });
    const cookie = String(signIn.headers['set-cookie']).split(';')[0] ?? '';
    return (await shop.inject({ url: '/api/admin/customers', headers: { cookie } })).body;
  };

  const fresh = await seen();
  shop.at(daysLater(31));
  const lapsed = await seen();

  assert.ok(fresh.includes('Lindqvist'));
  assert.ok(!lapsed.includes('Lindqvist'), 'without training and promise of confidentiality there are masks');
}

const alertsOf = async (shop: TestHouse): Promise<string> => {
  const job = incidentsModule.jobs?.find(({ name }) => name === 'incidents.lapses') ?? assert.fail();
  await job.run(shop.house, shop.tenant);
  const letters = await shop.work((ctx) => lettersTo(ctx, 'dpo@shop.example'));
  return letters.filter(({ kind }) => kind === 'incidents.lapses').at(0)?.text ?? '';
};

async function aWatchedShop(t: TestContext): Promise<TestHouse> {
  const shop = await aHouse(t);
  shop.at(opened);
  await shop.work((ctx) => aColleague(ctx, { email: 'dpo@shop.example', role: 'data-protection' }));
  return shop;
}

const overdue = async (shop: TestHouse): Promise<string[]> =>
  (await shop.work(overdueRecords)).flatMap(({ what, state }) => (state === 'overdue' ? [what] : []));

async function auditsAreRegular(t: TestContext) {
  const shop = await aWatchedShop(t);
  assert.ok(!(await overdue(shop)).includes('security audit'));

  shop.at(daysLater(91));
  const alert = await alertsOf(shop);
  const before = await overdue(shop);
  await shop.work((ctx) =>
    recordAudit(ctx, { heldAt: daysLater(90), outcome: 'passed', reference: 'audit 2026-1' }),
  );

  assert.match(alert, /Security audit/);
  assert.ok(before.includes('security audit'));
  assert.ok(!(await overdue(shop)).includes('security audit'));
}

async function weaknessesAreWatched(t: TestContext) {
  const shop = await aWatchedShop(t);
  const scan = {
    kind: 'vulnerability scan',
    heldAt: opened,
    outcome: 'passed',
    reference: 'scan 7',
  } as const;
  await shop.work((ctx) => keepRecord(ctx, 'vulnerability scan', '', scan));
  const fresh = await overdue(shop);
  shop.at(daysLater(366));
  const lapsed = await overdue(shop);

  const id = await shop.work((ctx) =>
    openIncident(ctx, { track: 'vulnerability', harms: [], title: 'A hole in a library', happened: 'CVE' }),
  );

  const found = await shop.work((ctx) => getIncident(ctx, id));
  assert.ok(!fresh.includes('vulnerability scan'));
  assert.ok(lapsed.includes('vulnerability scan'), 'a scan that is not repeated is told of');
  assert.ok(found.clocks.length > 0 && found.clocks[0]?.dueAt, 'and what it finds has a clock');
}

async function restoresAreTried(t: TestContext) {
  const shop = await aWatchedShop(t);
  await overdue(shop);
  shop.at(daysLater(91));
  const late = async (): Promise<string[]> => {
    const restored = await lastRestored(shop.house.db);
    return (await shop.work((ctx) => overdueRecords(ctx, restored))).map(({ what }) => what);
  };
  const runtime = new URL(shop.adminUrl);
  [runtime.username, runtime.password] = ['kontor_runtime', testRuntimePassword];

  const before = await late();
  await drillWhenDue(shop.house, {
    adminUrl: shop.adminUrl,
    keystoreUrl: shop.keysUrl,
    runtimeUrl: runtime.href,
    rootKey: testRootKey,
    runtimePassword: testRuntimePassword,
  });

  const [drill] = await listDrills(shop.house.db);
  assert.ok(before.includes('restore drill'));
  assert.equal(drill?.outcome, 'passed', drill?.says);
  assert.ok((drill?.rows ?? 0n) > 0n, 'every row was put back and compared');
  assert.ok(!(await late()).includes('restore drill'));
}

const whole = {
  consequences: 'Somebody may try to deceive buyers.',
  measures: 'All sessions were ended.',
  peopleReason: '',
};

const aBreach = (shop: TestHouse, isDrill = false): Promise<IncidentId> =>
  shop.work((ctx) =>
    openIncident(ctx, {
      track: 'breach',
      harms: ['confidentiality'],
      title: 'A laptop was stolen',
      happened: 'Somebody took a laptop on which a colleague was signed in.',
      isDrill,
    }),
  );

const always = { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };

async function drillsFillTheRegister(t: TestContext) {
  const shop = await aHouse(t);
  const { subject } = await shop.work((ctx) => anAccount(ctx, { email: 'mara@example.org' }));
  const id = await aBreach(shop, true);

  await shop.work((ctx) => takeScope(ctx, id, { subjects: [subject], ...always }));
  await shop.work((ctx) =>
    assessIncident(ctx, id, {
      phase: 'assessed',
      risk: 'high',
      authority: 'notify',
      people: 'notify',
      story: whole,
    }),
  );
  await shop.work((ctx) => noteStep(ctx, id, 'authority', { text: 'what the notice said' }));
  await shop.work((ctx) => approveNotices(ctx, id));
  await sendNotices(shop.house, shop.tenant, id);
  await shop.work((ctx) => closeIncident(ctx, id));

  const entry = await shop.work((ctx) => getIncident(ctx, id));
  assert.deepEqual(
    [entry.isDrill, entry.phase, entry.affectedCount, entry.clocks.map(({ state }) => state)],
    [true, 'closed', 1, ['done', 'done']],
  );
  assert.equal((await shop.work((ctx) => lettersTo(ctx, 'mara@example.org'))).length, 0);
  assert.equal((await shop.work(listIncidents)).length, 1);
}

async function exactlyTheAffectedAreTold(t: TestContext) {
  const shop = await aHouse(t);
  const emails = ['ada@example.org', 'bea@example.org', 'cleo@example.org', 'spared@example.org'];
  const people = [];
  for (const email of emails) people.push(await shop.work((ctx) => anAccount(ctx, { email })));
  const id = await aBreach(shop);
  const affected = people.slice(0, 3).map(({ subject }) => subject);

  await shop.work((ctx) => takeScope(ctx, id, { subjects: affected, ...always }));
  await shop.work((ctx) => assessIncident(ctx, id, { risk: 'high', people: 'notify', story: whole }));
  await shop.work((ctx) => approveNotices(ctx, id));
  await sendNotices(shop.house, shop.tenant, id);
  await sendNotices(shop.house, shop.tenant, id);

  const counts: number[] = [];
  for (const email of emails) {
    const letters = (await shop.work((ctx) => lettersTo(ctx, email))).filter(
      ({ kind }) => kind === 'incidents.notice',
    );
    counts.push(letters.length);
    for (const { text } of letters) assert.match(text, /What you can do/);
  }
  assert.deepEqual(counts, [1, 1, 1, 0]);
}

async function nothingLiesInPlain(t: TestContext) {
  const { shop, buy } = await aShop(t);
  const marks = marksOf('Numbatplain');
  await buy(marks);
  await asOwner(shop.adminUrl, 'checkpoint');
  const [place] = await asOwner(
    shop.adminUrl,
    `select current_setting('data_directory') as folder, oid::text from pg_database where datname = current_database()`,
  );

  const folders = [join(String(place?.['folder']), 'base', String(place?.['oid'])), shop.dataDir];
  for (const folder of folders) assert.deepEqual(await scanFolder(folder, Object.values(marks)), []);
  assert.ok((await everyRow(shop.adminUrl, 'orders.party')).length > 0);
}

async function withoutKeysNothingIsStored(t: TestContext) {
  const shop = await aHouse(t);
  const subjectsBefore = await everyRow(shop.adminUrl, 'privacy.subject');
  await asOwner(shop.keysUrl, 'alter schema keys rename to keys_away');

  const failed = shop.work((ctx) => anAccount(ctx, { email: 'keyless.quokka@example.org' }));

  await assert.rejects(failed, { code: 'privacy.keystoreDown', status: 503 });
  await asOwner(shop.keysUrl, 'alter schema keys_away rename to keys');
  assert.deepEqual(await everyRow(shop.adminUrl, 'privacy.subject'), subjectsBefore);
  assert.deepEqual(await everyRow(shop.adminUrl, 'identity.account'), []);
}

async function plainRequestsAreSentOn(t: TestContext) {
  const { house, beforeEnd } = await aHouse(t);
  const settings = { ...house.settings, publicUrl: 'https://shop.localhost', trustProxy: true };
  const app = await buildApp({ ...house, settings }, modules);
  const http = app.http as unknown as FastifyInstance;
  beforeEnd(() => http.close());
  const ask = (protocol: string) =>
    http.inject({ url: '/cart', headers: { host: 'shop.localhost', 'x-forwarded-proto': protocol } });

  const plain = await ask('http');
  const safe = await ask('https');

  assert.deepEqual([plain.statusCode, plain.headers.location], [308, 'https://shop.localhost/cart']);
  assert.match(String(safe.headers['strict-transport-security']), /max-age=\d{7,}/);
  const remote = readSettings({
    DATABASE_URL: `postgres://admin:${randomBytes(12).toString('hex')}@db.example/kontor`,
    ROOT_KEY: randomBytes(32).toString('base64'),
  });
  assert.ok(
    postureOf(remote).some(({ says }) => says.startsWith('DATABASE_URL')),
    'a database over the net needs TLS',
  );
}

async function guessableSecretsStopIt() {
  const weak = readSettings({ ROOT_KEY: Buffer.alloc(32, 1).toString('base64') });
  const open = readSettings({ HOST: '0.0.0.0', PUBLIC_URL: 'http://shop.example' });

  assert.ok(postureOf(weak).some(({ level, says }) => level === 'stops' && says.startsWith('ROOT_KEY')));
  assert.ok(postureOf(open).some(({ level }) => level === 'stops'));
  assert.deepEqual(postureOf(readSettings({})), []);
  await Promise.resolve();
}

const law = {
  tries: 'without a second person nothing is disclosed, and then only the scope',
  run: lawAsksTwoPeople,
};
const reason = { tries: 'a disclosure without a written reason is not opened', run: protectionHasItsReason };
const walls = {
  tries: 'gates and walls have no fault, and a changed row of the audit log is found',
  run: wallsAndChainHold,
};
const masks = {
  tries: 'staff without the right see masks, and every reading by others is noted',
  run: masksForEverybodyElse,
};
const audits = { tries: 'an overdue audit raises an alert until one is recorded', run: auditsAreRegular };
const plain = { tries: 'plain requests are sent on and browsers told to stay', run: plainRequestsAreSentOn };
const posture = { tries: 'guessable secrets and open doors stop the start', run: guessableSecretsStopIt };
const restores = {
  tries:
    'a restore that nobody tried is told of, until a backup of today was put back and compared row by row',
  run: restoresAreTried,
};
const reasonable = {
  tries: `${walls.tries}, and ${masks.tries}`,
  run: async (t: TestContext) => {
    await wallsAndChainHold(t);
    await masksForEverybodyElse(t);
  },
};

export const safetyChecks: Checks = {
  'OK-12': law,
  'OK-13': reason,
  'OK-14': reasonable,
  'K7-25': law,
  'K7-27': { tries: 'no text of a buyer lies in the files of the database', run: nothingLiesInPlain },
  'K7-28': posture,
  'K7-29': plain,
  'K7-30': masks,
  'K7-31': audits,
  'KC-4': posture,
  'KC-19': law,
  'KC-20': reason,
  'KC-31': restores,
  'KC-32': plain,
  'KC-33': {
    tries: 'while the keys are away nothing is stored, in plain or at all',
    run: withoutKeysNothingIsStored,
  },
  'KC-34': audits,
  'KC-35': { tries: 'a missing scan is told of, and a finding has its clock', run: weaknessesAreWatched },
  'KC-36': masks,
  'KC-37': { tries: 'without training and promise a colleague sees masks', run: dutiesOpenPeople },
  'KC-38': { tries: 'a drill leaves a complete entry and mails nobody', run: drillsFillTheRegister },
  'KC-39': {
    tries: 'three of four are affected and three are told, once, with advice',
    run: exactlyTheAffectedAreTold,
  },
  'OC-3': masks,
  'OC-45': walls,
  'OC-46': plain,
  'KS-14': law,
};
