import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { aColleague } from '#modules/identity/index.ts';
import { lettersTo } from '#modules/notifications/index.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { assessIncident, closeIncident, noteStep } from './assess-incident.ts';
import { draftNotice } from './draft-notices.ts';
import type { IncidentId } from './incident.ts';
import { jobs } from './jobs.ts';
import { getIncident, listIncidents } from './list-incidents.ts';
import { aPerson, readAddresses } from './makers.ts';
import { openIncident } from './open-incident.ts';
import { overdueRecords } from './overdue-records.ts';
import { takeScope } from './scope-of.ts';
import { approveNotices, sendNotices } from './send-notices.ts';
import { saveSetting } from './settings.ts';

const aware = new Date('2026-03-28T22:00:00Z');
const hoursLater = (hours: number): Date => new Date(aware.getTime() + hours * 3_600_000);

const aBreach = (ctx: Context, extra: { isDrill?: boolean } = {}): Promise<IncidentId> =>
  openIncident(ctx, {
    track: 'breach',
    harms: ['confidentiality'],
    title: 'A laptop was stolen',
    happened: 'Somebody took a laptop on which a colleague was signed in.',
    ...extra,
  });

const runJob = async (shop: TestHouse, name: string): Promise<void> => {
  const job = jobs.find((one) => one.name === name) ?? assert.fail(name);
  await job.run(shop.house, shop.tenant);
};

const whole = {
  consequences: 'Somebody may try to deceive buyers.',
  measures: 'All sessions were ended.',
  peopleReason: '',
};

test('the clock of the authority starts when we become aware and runs 72 hours, weekend and summer time included', async (t) => {
  const shop = await aHouse(t);
  shop.at(aware);

  await shop.work((ctx) => aBreach(ctx));

  const [incident] = await shop.work(listIncidents);
  const [authority] = incident?.clocks ?? [];
  assert.deepEqual(
    [authority?.step, authority?.dueAt?.toISOString(), authority?.cites, authority?.state],
    ['authority', '2026-03-31T22:00:00.000Z', 'GDPR art. 33(1)', 'waiting'],
  );
});

test('a shop can set another number of hours, and a clock that runs keeps the one it began with', async (t) => {
  const shop = await aHouse(t);
  shop.at(aware);
  const before = await shop.work((ctx) => aBreach(ctx));
  await shop.work((ctx) =>
    saveSetting(ctx, { authorityHours: 96, auditEveryDays: 365, drillEveryDays: 365 }),
  );
  const after = await shop.work((ctx) => aBreach(ctx));

  const hours = async (id: IncidentId) => (await shop.work((ctx) => getIncident(ctx, id))).authorityHours;
  assert.deepEqual([await hours(before), await hours(after)], [72, 96]);
});

test('a vulnerability has its own clocks: a day, three days, and two weeks from the remedy', async (t) => {
  const shop = await aHouse(t);
  shop.at(aware);
  const id = await shop.work((ctx) =>
    openIncident(ctx, { track: 'vulnerability', harms: [], title: 'A hole in a library', happened: 'CVE' }),
  );
  await shop.work((ctx) => assessIncident(ctx, id, { correctedAt: aware }));

  const { clocks } = await shop.work((ctx) => getIncident(ctx, id));

  assert.deepEqual(
    clocks.map(({ step, dueAt }) => [step, dueAt?.toISOString()]),
    [
      ['early warning', '2026-03-29T22:00:00.000Z'],
      ['vulnerability notification', '2026-03-31T22:00:00.000Z'],
      ['final report', '2026-04-11T22:00:00.000Z'],
    ],
  );
});

test('nobody becomes aware of something in the future', async (t) => {
  const shop = await aHouse(t);
  shop.at(aware);

  await assert.rejects(
    shop.work((ctx) =>
      openIncident(ctx, { track: 'breach', harms: [], title: 'x', happened: '', awareAt: hoursLater(1) }),
    ),
    { code: 'incidents.awareInFuture' },
  );
});

test('staff who look after data protection are reminded before a clock runs out, each time once', async (t) => {
  const shop = await aHouse(t);
  shop.at(aware);
  await shop.work((ctx) => aColleague(ctx, { email: 'dpo@shop.example', role: 'data-protection' }));
  await shop.work((ctx) => aBreach(ctx));
  const reminders = async () =>
    (await shop.work((ctx) => lettersTo(ctx, 'dpo@shop.example'))).filter(
      ({ kind }) => kind === 'incidents.reminder',
    ).length;

  const counts: number[] = [];
  for (const hours of [1, 25, 26, 49, 67, 71.5, 73, 100]) {
    shop.at(hoursLater(hours));
    await runJob(shop, 'incidents.remind');
    await runJob(shop, 'incidents.remind');
    counts.push(await reminders());
  }

  assert.deepEqual(counts, [0, 1, 1, 2, 3, 4, 5, 5]);
});

test('not telling the authority or the people takes a written reason, and a likely risk cannot be kept from the authority', async (t) => {
  const shop = await aHouse(t);
  const id = await shop.work((ctx) => aBreach(ctx));
  const assess = (wish: Parameters<typeof assessIncident>[2]) =>
    shop.work((ctx) => assessIncident(ctx, id, wish));

  await assert.rejects(assess({ authority: 'not needed' }), { code: 'incidents.reasonNeeded' });
  await assert.rejects(assess({ people: 'not needed', story: { peopleReason: ' ' } }), {
    code: 'incidents.reasonNeeded',
  });
  await assert.rejects(
    assess({ risk: 'risk', authority: 'not needed', story: { authorityReason: 'the disk was sealed' } }),
    { code: 'incidents.riskNeedsNotice' },
  );
  await assess({
    risk: 'unlikely',
    authority: 'not needed',
    people: 'not needed',
    story: { authorityReason: 'the disk was sealed', peopleReason: 'the disk was sealed' },
  });
  const { story, events } = await shop.work((ctx) => getIncident(ctx, id));
  assert.equal(story.authorityReason, 'the disk was sealed');
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['opened', 'assessed'],
  );
});

// Clause KC-39.
test('a leak of so many people sends exactly so many notices, to exactly them, once, with advice', async (t) => {
  const shop = await aHouse(t);
  const leaked = await shop.work(async (ctx) => [
    await aPerson(ctx, 'Mara Lindqvist'),
    await aPerson(ctx, 'Jonas Ferber', 'AT'),
    await aPerson(ctx, 'Ines Okafor', 'FR'),
  ]);
  const spared = await shop.work((ctx) => aPerson(ctx, 'Tomke Harms'));
  const session = newId<never>();
  const thief = newId<never>();
  const asThief = { actor: { kind: 'staff', id: thief, session } } as const;
  for (const { accountId } of leaked) await shop.work((ctx) => readAddresses(ctx, accountId), asThief);
  await shop.work((ctx) => readAddresses(ctx, spared.accountId), { actor: { kind: 'staff', id: thief } });
  const id = await shop.work((ctx) => aBreach(ctx));
  const approve = () => shop.work((ctx) => approveNotices(ctx, id));

  await assert.rejects(approve(), { code: 'incidents.scopeFirst' });
  await shop.work((ctx) =>
    takeScope(ctx, id, { session, from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' }),
  );
  await assert.rejects(approve(), { code: 'incidents.notDecided' });
  await shop.work((ctx) => assessIncident(ctx, id, { risk: 'high', people: 'notify', story: whole }));
  await approve();
  await runJob(shop, 'incidents.send-notices');
  await sendNotices(shop.house, shop.tenant, id);

  const notices = async (email: string) =>
    (await shop.work((ctx) => lettersTo(ctx, email))).filter(({ kind }) => kind === 'incidents.notice');
  for (const { email } of leaked) {
    const [notice, ...more] = await notices(email);
    assert.equal(more.length, 0);
    assert.match(notice?.text ?? '', /What you can do/);
    assert.match(notice?.text ?? '', /parcels and cash-on-delivery/);
  }
  assert.equal((await notices(spared.email)).length, 0);
  const incident = await shop.work((ctx) => getIncident(ctx, id));
  assert.deepEqual(incident.notices, [{ outcome: 'mailed', count: 3 }]);
  assert.deepEqual([incident.affectedCount, incident.countries], [3, ['AT', 'DE', 'FR']]);
  await assert.rejects(
    shop.work((ctx) =>
      takeScope(ctx, id, { session, from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' }),
    ),
    { code: 'incidents.scopeApproved' },
  );
});

test('a notice that is begun and cut off is finished later, and nobody is told twice', async (t) => {
  const shop = await aHouse(t);
  const people = await shop.work(async (ctx) => {
    const made = [];
    for (const name of ['Ada', 'Bea', 'Cleo', 'Dora']) made.push(await aPerson(ctx, `${name} Marker`));
    return made;
  });
  const id = await shop.work((ctx) => aBreach(ctx));
  const span = { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
  await shop.work((ctx) => takeScope(ctx, id, { subjects: people.map(({ subject }) => subject), ...span }));
  await shop.work((ctx) => assessIncident(ctx, id, { people: 'notify' }));
  await shop.work((ctx) => approveNotices(ctx, id));

  await Promise.all([
    sendNotices(shop.house, shop.tenant, id),
    sendNotices(shop.house, shop.tenant, id),
    sendNotices(shop.house, shop.tenant, id),
  ]);

  for (const { email } of people) assert.equal((await shop.work((ctx) => lettersTo(ctx, email))).length, 1);
});

// Clause KC-38.
test('a drill leaves a complete entry in the register, mails nobody outside, and counts as held', async (t) => {
  const shop = await aHouse(t);
  shop.at(aware);
  const person = await shop.work((ctx) => aPerson(ctx, 'Mara Lindqvist'));
  const id = await shop.work((ctx) => aBreach(ctx, { isDrill: true }));
  const close = () => shop.work((ctx) => closeIncident(ctx, id));
  await assert.rejects(close(), { code: 'incidents.stillOpen' });

  await shop.work((ctx) =>
    takeScope(ctx, id, { subjects: [person.subject], from: aware.toISOString(), to: aware.toISOString() }),
  );
  await shop.work((ctx) =>
    assessIncident(ctx, id, {
      phase: 'assessed',
      risk: 'high',
      authority: 'notify',
      people: 'notify',
      story: whole,
    }),
  );
  const draft = await shop.work((ctx) => draftNotice(ctx, id, 'authority', 'en'));
  await shop.work((ctx) => noteStep(ctx, id, 'authority', { text: draft.text }));
  await shop.work((ctx) => noteStep(ctx, id, 'authority', { text: 'an update' }));
  await shop.work((ctx) => approveNotices(ctx, id));
  await runJob(shop, 'incidents.send-notices');
  await close();

  const entry = await shop.work((ctx) => getIncident(ctx, id));
  assert.deepEqual(
    [entry.isDrill, entry.phase, entry.clocks.map(({ state }) => state), entry.notices],
    [true, 'closed', ['done', 'done'], [{ outcome: 'drill', count: 1 }]],
  );
  assert.deepEqual(
    entry.events
      .map(({ kind, details }) => [kind, details['isUpdate']])
      .filter(([kind]) => kind === 'step done'),
    [
      ['step done', false],
      ['step done', true],
      ['step done', undefined],
    ],
  );
  for (const part of [
    'exercise',
    'Nature of the breach',
    '1 persons',
    'Likely consequences',
    'Measures',
    'Contact',
  ])
    assert.ok(draft.text.includes(part), part);
  assert.deepEqual(await shop.work((ctx) => lettersTo(ctx, person.email)), []);
  shop.at(hoursLater(24 * 200));
  const overdue = await shop.work(overdueRecords);
  assert.ok(!overdue.some(({ what }) => what === 'incident drill'));
  assert.ok(overdue.some(({ what }) => what === 'security audit'));
  await assert.rejects(close(), { code: 'incidents.closed' });
});

test('an incident is never removed, and what was done about it never changed', async (t) => {
  const shop = await aHouse(t);
  await shop.work((ctx) => aBreach(ctx));

  const drop = (table: string) =>
    shop.work((ctx) => ctx.tx.deleteFrom(table).where('id', 'is not', null).execute());

  await assert.rejects(drop('incidents.incident'), /permission denied/);
  await assert.rejects(drop('incidents.event'), /permission denied/);
});

test('a notice to the controller and one to people are written in German as well', async (t) => {
  const shop = await aHouse(t);
  const id = await shop.work((ctx) => aBreach(ctx));

  const controller = await shop.work((ctx) => draftNotice(ctx, id, 'controller', 'de'));
  const people = await shop.work((ctx) => draftNotice(ctx, id, 'people', 'de'));

  assert.match(controller.text, /Mitteilung an den Verantwortlichen[^]*Noch nicht bekannt/);
  assert.match(people.text, /Was Sie tun können/);
});
