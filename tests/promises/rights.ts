/** What people may ask of us: by which door, proven how, until when, and what comes of it. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { createTransport } from 'nodemailer';
import { anAccount, goodPassword } from '#modules/identity/index.ts';
import { codeIn, lettersTo } from '#modules/notifications/index.ts';
import { copyOf, importCopy, zipOf } from '#modules/persons/index.ts';
import type { PersonCopy } from '#modules/persons/index.ts';
import { addSpan, deadlineFrom, keepOf, runClocks, zoneOf } from '#modules/retention/index.ts';
import { carryOutDue, kinds, listRequests, openSmtpInbox, watchClock } from '#modules/rights/index.ts';
import { asOwner } from '#testing/every-row.ts';
import { aHouse } from '#testing/house.ts';
import { koopseri } from '../../src/profiles/koopseri.ts';
import { asColleague } from '../misfortunes/a-sale.ts';
import { aShop, anAccountHolder, marksOf } from '../persons/a-person.ts';
import { aMugShop, anAsker, lettersOf, textOfZip } from '../rights/an-asker.ts';
import { mistakesArePutRight } from './corrections.ts';
import type { Check, Checks } from './promise.ts';

const start = new Date('2027-03-02T10:00:00Z');
const hours = (count: number): Date => new Date(start.getTime() + count * 3_600_000);
const email = 'mira@example.org';
const list = '/api/admin/privacy/requests';

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly version: number;
  readonly dueAt: string;
}

/** Somebody bought a mug and stands in the privacy centre. */
async function aGuest(t: TestContext) {
  const { shop, buys } = await aMugShop(t, start);
  await buys(email, { name: 'Mirabella Quokkason', line1: 'Wombatweg 11', phone: '+4940111222333' });
  const mira = anAsker(shop);
  await mira.open(email);
  return { shop, buys, mira };
}

const marks = ['Mirabella Quokkason', 'Wombatweg 11', '+4940111222333', email];

async function copiesAreComplete(t: TestContext) {
  const { buys, mira } = await aGuest(t);
  await buys('third@example.org', { name: 'Thirdperson Platypus' });

  const request = await mira.request({ kind: 'access' });
  const { rawPayload } = await mira.fetch(request.package?.code ?? '');

  const copy = await textOfZip(rawPayload);
  assert.equal(request.state, 'fulfilled');
  for (const mark of marks) assert.ok(copy.includes(mark), mark);
  assert.ok(!copy.includes('Thirdperson'));
}

async function deletionLeavesWhatTheLawHolds(t: TestContext) {
  const { shop, mira } = await aGuest(t);
  await mira.request({ kind: 'erase' });

  shop.at(hours(73));
  await carryOutDue(shop.house, shop.tenant);

  await mira.open(email);
  const [done] = await mira.requests();
  const kept = done?.nodes.filter(({ end }) => end === 'retained') ?? [];
  assert.equal(done?.state, 'fulfilled');
  assert.ok(
    kept.length > 0 && kept.every(({ ground, until }) => ground && until),
    'each with ground and end',
  );
  const [letter] = await lettersOf(shop, email, 'erased');
  assert.match(letter?.text ?? '', /What is still there/);
  const rows = await asOwner(shop.adminUrl, `select contact from orders.party where role <> 'bill_to'`);
  assert.ok(rows.length > 0 && rows.every(({ contact }) => contact === null));
  const ends = kept.map(({ until }) => new Date(until ?? '').getTime());
  return { shop, last: new Date(Math.max(...ends)) };
}

/** What was kept is there until the day that was said, and gone after it. */
async function whatWasKeptGoesOnItsDay(t: TestContext) {
  const { shop, last } = await deletionLeavesWhatTheLawHolds(t);
  const invoicesAt = async (days: number): Promise<number> => {
    shop.at(new Date(last.getTime() + days * 24 * 3_600_000));
    await runClocks(shop.house, shop.tenant);
    return (await asOwner(shop.adminUrl, 'select id from orders.party where invoice is not null')).length;
  };

  assert.ok((await invoicesAt(-1)) > 0, 'the day before it is there');
  assert.equal(await invoicesAt(2), 0, 'and then it is gone');
}

/** A shop whose own address takes mail in, and somebody's mail server that delivers there. */
async function mailBecomesARequest(t: TestContext) {
  const shop = await aHouse(t);
  const inbox = await openSmtpInbox(shop.house, 0);
  shop.beforeEnd(() => inbox.close());
  const company = createTransport({ host: '127.0.0.1', port: inbox.port, ignoreTLS: true });
  const write = (subject: string) =>
    company.sendMail({
      from: 'Ada Osei <ada@example.org>',
      to: 'shop@example.org',
      subject,
      text: 'Please.',
    });

  await write('Please send me a copy of my data');
  await write('I do not agree with your new policy');

  const { items } = await shop.work((ctx) => listRequests(ctx, { limit: 9, which: 'all' }));
  assert.deepEqual(items.map(({ kind }) => kind).toSorted(), ['access', 'question']);
  assert.ok(items.every(({ dueAt, receivedAt, door }) => dueAt > receivedAt && door === 'e-mail'));
  const receipts = await shop.work((ctx) => lettersTo(ctx, 'ada@example.org'));
  assert.equal(receipts.length, 2);
}

async function unconfirmedGetsNothing(t: TestContext) {
  const { shop } = await aMugShop(t, start);
  const stranger = anAsker(shop);

  const asked = await stranger.ask('POST', '/api/store/privacy/requests', { email, kind: 'access' });

  assert.equal(asked.statusCode, 202);
  const { items } = await shop.work((ctx) => listRequests(ctx, { limit: 9, which: 'all' }));
  assert.deepEqual(
    items.map(({ state }) => state),
    ['awaiting_identity'],
  );
  assert.equal((await lettersOf(shop, email, 'copy')).length, 0);
}

/** Whatever an account holder gave stands on the account's own pages, in a field that takes another value. */
async function everyFieldStandsOnce(t: TestContext) {
  const { shop, find, copy } = await aShop(t);
  const typed = marksOf('Field');
  await anAccountHolder(shop, typed);
  const signIn = await shop.inject({
    method: 'POST',
    url: '/api/store/account/sign-in',
    payload: { email: typed.email, password: goodPassword },
  });
  const cookie = String(signIn.headers['set-cookie']).split(';')[0] ?? '';
  const page = async (url: string) =>
    (await shop.inject({ url, headers: { cookie, accept: 'text/html' } })).body;
  const book = await page('/account/addresses');
  const [, editing = ''] = /href="(\/account\/addresses\/[0-9a-f-]{36})#address-form"/.exec(book) ?? [];

  const profile = await page('/account/profile');
  const address = await page(editing);
  const made = await copy(await find(typed.email));

  const timesIn = (text: string, mark: string): number => text.split(`value="${mark}"`).length - 1;
  for (const mark of [typed.name, typed.line1, typed.line2, typed.phone, typed.company])
    assert.equal(timesIn(address, mark), 1, mark);
  assert.equal(timesIn(profile, typed.name), 1);
  assert.ok(profile.includes(typed.email), 'the address is shown, and changed where it is proven anew');
  const text = JSON.stringify(made.sections.filter(({ table }) => table === 'identity.address'));
  for (const mark of [typed.name, typed.line1, typed.line2, typed.phone, typed.company])
    assert.equal(text.split(mark).length - 1, 1, mark);
}

const importable = (copy: PersonCopy) =>
  copy.sections
    .map(({ table, columns, rows }) => {
      const names = columns.filter((column) => column.importable).map(({ name }) => name);
      return { table, rows: rows.map(({ values }) => names.map((name) => [name, values[name]])) };
    })
    .filter(({ rows }) => rows.some((row) => row.length > 0));

async function copiesMove(t: TestContext) {
  const { shop, find, copy } = await aShop(t);
  const typed = marksOf('Moves');
  await anAccountHolder(shop, typed);
  const made = await copy(await find(typed.email));
  const tenant = await shop.otherTenant();
  const there = { purpose: 'rights', tenant } as const;

  const zip = await zipOf(made, { locale: 'en' });
  const { subject } = await shop.work((ctx) => importCopy(ctx, zip), there);

  const again = await shop.work((ctx) => copyOf(ctx, [subject]), there);
  assert.deepEqual(importable(again), importable(made));
  assert.ok(importable(made).length > 0, 'accounts and addresses have a home elsewhere');
}

async function theClockIsTheLaws(t: TestContext) {
  const shop = await aMugShop(t, start);
  const desk = await asColleague(shop.shop, 'owner');
  const law = deadlineFrom(shop.shop.tenant, start, { months: 1 });

  for (const kind of kinds.filter((one) => one !== 'rectify'))
    await desk('POST', list, {
      kind,
      email: `${kind}@example.org`,
      text: 'By phone.',
      receivedAt: start.toISOString(),
    });

  const { items } = (await desk('GET', `${list}?limit=50`)).json<{ items: Row[] }>();
  assert.ok(items.length >= kinds.length - 1);
  for (const { kind, dueAt } of items) assert.ok(new Date(dueAt) <= law, kind);
}

async function lateIsHeard(t: TestContext) {
  const { shop } = await aMugShop(t, start);
  const desk = await asColleague(shop, 'owner');
  await desk('POST', list, { kind: 'question', email, text: 'When?', receivedAt: start.toISOString() });
  const heard = async () =>
    (await shop.work((ctx) => lettersTo(ctx, 'owner@shop.example'))).filter(
      ({ kind }) => kind === 'rights.staff',
    ).length;
  const before = await heard();

  shop.at(hours(24 * 30));
  await watchClock(shop.house, shop.tenant);
  const near = await heard();
  shop.at(hours(24 * 35));
  await watchClock(shop.house, shop.tenant);

  const [late] = (await shop.work((ctx) => listRequests(ctx, { limit: 9, which: 'all' }))).items;
  assert.deepEqual([before, near > before, (await heard()) > near], [0, true, true]);
  assert.equal(late?.alarm, 'overdue');
}

async function extensionsAreEarly(t: TestContext) {
  const { shop, mira } = await aGuest(t);
  const { id } = await mira.request({ kind: 'review', text: 'Why was my card refused?' });
  const other = await mira.request({ kind: 'review', text: 'And this?' });
  const desk = await asColleague(shop, 'owner');
  const seen = async (which: string) => {
    const { version } = (await desk('GET', `${list}/${which}`)).json<Row>();
    return { 'if-match': `"${version}"` };
  };
  const extend = async (which: string) =>
    desk(
      'POST',
      `${list}/${which}/extend`,
      { reason: 'complex', text: 'We ask the bank.' },
      await seen(which),
    );

  const extended = await extend(id);
  shop.at(hours(24 * 34));
  const late = await extend(other.id);

  assert.equal(extended.statusCode, 200, extended.body);
  const limit = addSpan(start, { months: 3, days: 5 }, zoneOf(shop.tenant));
  assert.ok(new Date(extended.json<Row>().dueAt) <= limit);
  assert.match((await lettersOf(shop, email, 'extended'))[0]?.text ?? '', /We ask the bank/);
  assert.equal(late.json<{ code: string }>().code, 'rights.tooLateToExtend');
}

async function supportUsesTheSameEngine(t: TestContext) {
  const { shop, buys } = await aMugShop(t, start);
  await buys(email, { name: 'Mirabella Quokkason', line1: 'Wombatweg 11' });
  const desk = await asColleague(shop, 'owner');
  await desk('POST', list, { kind: 'erase', email, text: 'By phone.' });
  const [receipt] = await lettersOf(shop, email, 'receipt');
  await anAsker(shop).ask('POST', '/api/store/privacy/proofs', { code: codeIn(receipt?.text) });

  shop.at(hours(73));
  await carryOutDue(shop.house, shop.tenant);

  const { items } = await shop.work((ctx) => listRequests(ctx, { limit: 9, which: 'all' }));
  assert.deepEqual(
    items.map(({ state, door }) => [state, door]),
    [['fulfilled', 'staff']],
  );
  const parties = await asOwner(shop.adminUrl, `select contact from orders.party where role = 'recipient'`);
  assert.deepEqual(
    parties.map(({ contact }) => contact),
    [null],
  );
}

async function whatIsNeededGoesWithTheAccount(t: TestContext) {
  const { shop } = await aMugShop(t, start);
  await shop.work((ctx) => anAccount(ctx, { email, name: 'Mirabella Quokkason' }));
  const mira = anAsker(shop);
  await mira.open(email);

  const objection = await mira.request({ kind: 'object', text: 'Stop.', wish: { purpose: 'account' } });

  assert.equal(objection.state, 'denied');
  assert.match(objection.answer ?? '', /Delete my data/);
  assert.match((await lettersOf(shop, email, 'denied'))[0]?.text ?? '', /Delete my data/);
}

async function nothingClosesWithoutAnAnswer(t: TestContext) {
  const { shop } = await aMugShop(t, start);
  await anAsker(shop).ask('POST', '/api/store/privacy/requests', {
    kind: 'question',
    email,
    text: 'Who is your mail company?',
    wish: { about: 'policy' },
  });
  const desk = await asColleague(shop, 'owner');
  const [question] = (await desk('GET', list)).json<{ items: Row[] }>().items;
  const answer = (text: string) =>
    desk('POST', `${list}/${question?.id}/answer`, { text }, { 'if-match': `"${question?.version}"` });

  const empty = await answer(' ');
  const said = await answer('We send our own mail.');

  assert.ok(empty.statusCode >= 400);
  assert.equal(said.json<Row>().state, 'fulfilled', said.body);
  assert.match((await lettersOf(shop, email, 'answered'))[0]?.text ?? '', /We send our own mail/);
}

const seller = { country: 'DE', profile: koopseri.name };

/** Koopseri keeps accounts while they are active and three calendar months more; the law keeps its part longer. */
async function promisesRunByTheCalendar() {
  const ended = new Date('2026-11-30T12:00:00Z');

  const promised = keepOf(seller, 'account', ended);
  const books = keepOf(seller, 'bookkeeping', ended);
  const active = keepOf(seller, 'account', null);

  const after = addSpan(ended, { months: 3 }, zoneOf(seller));
  assert.equal(active.until, null, 'nothing runs while the account is active');
  assert.equal(promised.ground, 'promise');
  assert.equal(promised.until?.toISOString().slice(0, 10), after.toISOString().slice(0, 10));
  await Promise.resolve();
  assert.ok(books.ground === 'law' && books.until && books.until > after && books.cites !== '');
}

const copies: Check = {
  tries: 'a guest fetches all that was typed, and nothing of a third person',
  run: copiesAreComplete,
};
const corrections: Check = {
  tries:
    'a wrong name is put right everywhere, and the company that got it hears the right one and nothing else',
  run: mistakesArePutRight,
};
const deletions: Check = {
  tries: 'after the cooling-off all is gone but what is listed with ground and end',
  run: async (t) => void (await deletionLeavesWhatTheLawHolds(t)),
};
const remainders: Check = {
  tries: 'what a law kept is listed with its end, is there the day before it and gone after it',
  run: whatWasKeptGoesOnItsDay,
};
const mails: Check = {
  tries: 'a mail becomes a request with a clock, and a receipt goes out',
  run: mailBecomesARequest,
};
const clock: Check = {
  tries: 'requests of every kind are due within the month of the law',
  run: theClockIsTheLaws,
};
const support: Check = {
  tries: 'what staff writes down runs as if the person had asked',
  run: supportUsesTheSameEngine,
};
const answers: Check = {
  tries: 'an empty answer is refused, and words reach who asked',
  run: nothingClosesWithoutAnAnswer,
};
const calendar: Check = {
  tries: 'three calendar months after the end, the legal part longer',
  run: promisesRunByTheCalendar,
};

export const rightsChecks: Checks = {
  'OK-16': copies,
  'OK-17': corrections,
  'OK-18': deletions,
  'OK-19': mails,
  'K7-3': { tries: 'an address that was not proven gets no copy', run: unconfirmedGetsNothing },
  'K7-33': {
    tries:
      'every field that was typed stands once in the account, where it can be changed, and once in the copy',
    run: everyFieldStandsOnce,
  },
  'K7-34': remainders,
  'K7-36': { tries: 'a copy is taken to another shop', run: copiesMove },
  'KC-22': mails,
  'KC-23': { tries: 'staff hears before the month is over, and it is noted when it is', run: lateIsHeard },
  'KC-24': corrections,
  'KC-25': support,
  'KC-26': {
    tries: 'who objects to what the account needs is offered deletion',
    run: whatIsNeededGoesWithTheAccount,
  },
  'KC-29': clock,
  'KC-30': { tries: 'an extension is told within the month and refused after it', run: extensionsAreEarly },
  'KC-53': mails,
  'KC-54': { tries: 'an overdue question raises an alarm', run: lateIsHeard },
  'KC-55': answers,
  'OC-8': mails,
  'OC-51': corrections,
  'OC-52': answers,
  'KS-15': calendar,
  'KS-16': calendar,
  'KS-17': remainders,
};
