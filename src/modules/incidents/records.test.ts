import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aColleague } from '#modules/identity/index.ts';
import { lettersTo } from '#modules/notifications/index.ts';
import type { Purpose } from '#kernel/registry.ts';
import {
  declareProcessor,
  findOpenAgreement,
  listAgreements,
  saveAgreement,
} from '#modules/privacy/index.ts';
import type { NewAgreement } from '#modules/privacy/index.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { jobs } from './jobs.ts';
import { keepRecord, listRecords, recordAudit, recordReview } from './keep-records.ts';
import { recordDrill } from '#modules/retention/index.ts';
import { anAgreement } from '#tests/promises/an-agreement.ts';
import { lastRestored, overdueRecords } from './overdue-records.ts';

const opened = new Date('2026-03-02T09:00:00Z');
const daysLater = (days: number): Date => new Date(opened.getTime() + days * 86_400_000);

const bank = declareProcessor({
  name: 'test-bank',
  company: 'Bank Test Ltd',
  role: 'payment',
  says: { en: 'takes payments' },
  country: 'DE',
  mechanism: 'inside the EEA',
  purposes: ['pay'],
  fields: {},
  erasure: 'api_sync',
});

const agreed = (processor: string, purposes: readonly Purpose[]): NewAgreement =>
  anAgreement(processor, '', { purposes, validFrom: opened, reviewBy: daysLater(100) });

const alert = async (shop: TestHouse): Promise<void> => {
  const job = jobs.find(({ name }) => name === 'incidents.lapses') ?? assert.fail();
  await job.run(shop.house, shop.tenant);
};
const what = async (shop: TestHouse) =>
  (await shop.work(overdueRecords)).map((one) => `${one.what} ${one.state}`);

// Clauses K7-31, KC-34.
test('an overdue security audit raises an alert once a week until one is recorded', async (t) => {
  const shop = await aHouse(t);
  shop.at(opened);
  await shop.work((ctx) => aColleague(ctx, { email: 'dpo@shop.example', role: 'data-protection' }));
  const alerts = async () =>
    (await shop.work((ctx) => lettersTo(ctx, 'dpo@shop.example'))).filter(
      ({ kind }) => kind === 'incidents.lapses',
    );
  await alert(shop);
  const before = (await what(shop)).filter((one) => one.startsWith('security audit'));

  shop.at(daysLater(91));
  await alert(shop);
  await alert(shop);
  const mails = await alerts();
  assert.deepEqual(before, []);
  assert.ok((await what(shop)).includes('security audit overdue'));
  assert.match(mails.at(0)?.text ?? '', /Security audit/);
  const first = mails.length;
  shop.at(daysLater(99));
  await alert(shop);
  assert.equal((await alerts()).length, first + 1);

  await shop.work((ctx) =>
    recordAudit(ctx, {
      heldAt: daysLater(98),
      outcome: 'findings',
      reference: 'audit 2026-1',
      findings: 'two minor',
    }),
  );

  assert.ok(!(await what(shop)).some((one) => one.startsWith('security audit')));
  const [record] = await shop.work(listRecords);
  assert.deepEqual([record?.reference, record?.findings], ['audit 2026-1', 'two minor']);
  shop.at(daysLater(98 + 340));
  assert.ok((await what(shop)).includes('security audit ending'));
  shop.at(daysLater(98 + 366));
  assert.ok((await what(shop)).includes('security audit overdue'));
});

test('an audit that failed counts for nothing', async (t) => {
  const shop = await aHouse(t);
  shop.at(opened);
  await shop.work((ctx) => recordAudit(ctx, { heldAt: opened, outcome: 'failed', reference: 'audit 1' }));

  shop.at(daysLater(100));

  assert.ok((await what(shop)).includes('security audit overdue'));
});

test('nothing was held in the future, and no company is reviewed with which there is no agreement', async (t) => {
  const shop = await aHouse(t);
  shop.at(opened);
  const record = { outcome: 'passed', reference: 'x' } as const;

  await assert.rejects(
    shop.work((ctx) => recordAudit(ctx, { ...record, heldAt: daysLater(1) })),
    { code: 'incidents.wrongDates' },
  );
  await assert.rejects(
    shop.work((ctx) => recordReview(ctx, 'nobody', { ...record, heldAt: opened })),
    { code: 'incidents.noSuchCompany' },
  );
});

// Clauses K7-44, KC-45.
test('a company whose review is overdue is told of first, then its gate closes, and a review opens it again', async (t) => {
  const shop = await aHouse(t);
  shop.at(opened);
  await shop.work((ctx) => saveAgreement(ctx, agreed('mail', ['notify'])));
  const agreement =
    (await shop.work(listAgreements)).find(({ processor }) => processor === 'mail') ?? assert.fail();
  const isOpen = async () =>
    (await shop.work((ctx) => findOpenAgreement(ctx, agreement.processor, agreement.host))) !== undefined;
  const reviewBy = agreement.reviewBy.getTime();
  const after = (days: number): Date => new Date(reviewBy + days * 86_400_000);
  const review = async () =>
    (await shop.work(overdueRecords)).find(
      (one) => one.what === 'processor review' && one.about === agreement.processor,
    );

  shop.at(after(1));
  assert.deepEqual(
    [(await review())?.state, (await review())?.closes, await isOpen()],
    ['overdue', 'gate', true],
  );
  shop.at(after(60));
  assert.equal(await isOpen(), false);
  await shop.work((ctx) =>
    recordReview(ctx, agreement.processor, { heldAt: after(59), outcome: 'passed', reference: 'review 1' }),
  );

  assert.deepEqual([await review(), await isOpen()], [undefined, true]);
});

// Clause KC-31.
test('a backup that nobody tried to restore for over a month is told of', async (t) => {
  const shop = await aHouse(t);
  shop.at(opened);
  const drill = async () => {
    const restored = await lastRestored(shop.house.db);
    return (await shop.work((ctx) => overdueRecords(ctx, restored))).find(
      (one) => one.what === 'restore drill',
    )?.state;
  };
  const states = [await drill()];

  shop.at(daysLater(91));
  states.push(await drill());
  const held = { finishedAt: daysLater(90), says: 'restored', tables: 1, rows: 1n, durationMs: 1 };
  await recordDrill(shop.house.db, { ...held, startedAt: daysLater(90), outcome: 'passed' });
  states.push(await drill());
  shop.at(daysLater(90 + 36));
  states.push(await drill());

  assert.deepEqual(states, [undefined, 'overdue', undefined, 'overdue']);
});

// Clause OC-39.
test('a payment company without an attestation is told of, as is the end of the one it has', async (t) => {
  const shop = await aHouse(t);
  shop.at(opened);
  await shop.work((ctx) => saveAgreement(ctx, { ...agreed(bank.name, ['pay']), reviewBy: daysLater(3_000) }));
  const attestation = async () =>
    (await shop.work(overdueRecords)).find((one) => one.what === 'attestation' && one.about === bank.name)
      ?.state;
  const states = [await attestation()];

  shop.at(daysLater(91));
  states.push(await attestation());
  await shop.work((ctx) =>
    keepRecord(ctx, 'attestation', bank.name, {
      heldAt: daysLater(90),
      outcome: 'passed',
      reference: 'PCI DSS AOC',
    }),
  );
  states.push(await attestation());
  shop.at(daysLater(90 + 350));
  states.push(await attestation());
  shop.at(daysLater(90 + 366));
  states.push(await attestation());

  assert.deepEqual(states, [undefined, 'overdue', undefined, 'ending', 'overdue']);
});
