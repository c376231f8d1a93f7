import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { House } from '#kernel/house.ts';
import { newId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { refusedWith } from '#testing/refused-with.ts';
import { aMailCompany } from '#tests/fakes/mail-company.ts';
import { modules } from '../../modules.ts';
import { carrierOf } from './carrier.ts';
import { letter } from './letter.ts';
import { listMails } from './list-mails.ts';
import type { MailId } from './mail.ts';
import { queueMail } from './queue-mail.ts';
import { retryMail } from './retry-mail.ts';
import { sendMails } from './send-mails.ts';
import { downloadMail, showMail } from './show-mail.ts';
import { sweepMails } from './sweep-mails.ts';

const through = (shop: TestHouse, smtpUrl: string): House => ({
  ...shop.house,
  settings: { ...shop.house.settings, smtpUrl },
});

/** What the worker does within an hour: rows end by their clocks, files with their rows. */
async function endWhatIsDue(shop: TestHouse): Promise<void> {
  const run = modules.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === 'retention.run');
  await run?.run(shop.house, shop.tenant);
  await sweepMails(shop.house, shop.tenant);
}

const aMail = (
  shop: TestHouse,
  { email = 'mira@example.org', name = 'Mira Stern', dedupe = newId<never>() as string } = {},
): Promise<MailId> =>
  shop.work(async (ctx) => {
    const subject = await vault.newSubject(ctx, 'buyer', ['service']);
    const content = letter({
      shopName: 'Test shop',
      title: 'Grüße aus Hamburg',
      intro: 'Hallo <Mira> & Co',
      button: { label: 'Ansehen', url: 'http://shop.localhost/x?a=1&b=2' },
      footer: 'Test Shop GmbH',
      locale: 'de',
    });
    return queueMail(ctx, {
      subject,
      to: { email, name },
      kind: 'test.greeting',
      locale: 'de',
      content: { subject: 'Grüße aus Hamburg', ...content },
      about: { table: 'test.thing', id: newId<never>() },
      dedupe,
    });
  });

const stateOf = async (shop: TestHouse, id: MailId) =>
  (await shop.work((ctx) => listMails(ctx, {}))).items.find((item) => item.id === id);

test('a mail arrives as text and as a page, from the shop, with nothing to load from elsewhere', async (t) => {
  const shop = await aHouse(t);
  const company = await aMailCompany(t);
  const id = await aMail(shop);

  await sendMails(through(shop, company.url), shop.tenant);

  const [mail, more] = company.received;
  assert.ok(mail && !more);
  assert.equal(mail.subject, 'Grüße aus Hamburg');
  assert.equal(mail.to?.text, '"Mira Stern" <mira@example.org>');
  assert.equal(mail.from?.text, '"Test shop" <shop@shop.localhost>');
  assert.equal(mail.messageId, `<${id}@shop.localhost>`);
  assert.equal(mail.headers.get('auto-submitted'), 'auto-generated');
  assert.match(mail.text ?? '', /Hallo <Mira> & Co[\s\S]*http:\/\/shop\.localhost\/x\?a=1&b=2/);
  assert.match(String(mail.html), /Hallo &#60;Mira&#62; &#38; Co/);
  assert.doesNotMatch(String(mail.html), /<img|<link|<script|src=|url\(|@import/);
  assert.equal((await stateOf(shop, id))?.state, 'sent');
});

test('a mail whose sender dies after handing it over goes again under the same Message-ID, and only then', async (t) => {
  const shop = await aHouse(t);
  const company = await aMailCompany(t);
  const house = through(shop, company.url);
  const start = new Date();
  shop.at(start);
  const id = await aMail(shop);
  const carrier = carrierOf(house);

  await assert.rejects(
    sendMails(house, shop.tenant, {
      deliver: async (tenant, parcel) => {
        await carrier.deliver(tenant, parcel);
        throw new Error('killed between the mail server and the database');
      },
    }),
  );
  await sendMails(house, shop.tenant);
  assert.equal(company.received.length, 1);
  shop.at(new Date(start.getTime() + 11 * 60_000));
  await sendMails(house, shop.tenant);
  await sendMails(house, shop.tenant);

  assert.deepEqual(
    company.received.map(({ messageId }) => messageId),
    [`<${id}@shop.localhost>`, `<${id}@shop.localhost>`],
  );
  assert.equal((await stateOf(shop, id))?.state, 'sent');
});

test('a mail server that is busy gets the mail later, one that says never is believed', async (t) => {
  const shop = await aHouse(t);
  const company = await aMailCompany(t);
  const house = through(shop, company.url);
  const start = new Date();
  shop.at(start);
  const id = await aMail(shop);

  company.refuseWith(451);
  await sendMails(house, shop.tenant);
  const waiting = await stateOf(shop, id);
  await sendMails(house, shop.tenant);
  shop.at(new Date(start.getTime() + 60_001));
  company.refuseWith(550);
  await sendMails(house, shop.tenant);
  const failed = await stateOf(shop, id);
  await shop.work((ctx) => retryMail(ctx, id));
  company.refuseWith(undefined);
  await sendMails(house, shop.tenant);

  assert.deepEqual([waiting?.state, waiting?.attempts, waiting?.errorCode], ['queued', 1, 'smtp-451']);
  assert.deepEqual([failed?.state, failed?.attempts, failed?.errorCode], ['failed', 2, 'smtp-550']);
  assert.equal((await stateOf(shop, id))?.state, 'sent');
  await assert.rejects(
    shop.work((ctx) => retryMail(ctx, id)),
    refusedWith('notifications.notFailed'),
  );
});

test('a mail server that is not there loses nothing', async (t) => {
  const shop = await aHouse(t);
  const id = await aMail(shop);

  await sendMails(through(shop, 'smtp://127.0.0.1:9'), shop.tenant);

  const mail = await stateOf(shop, id);
  assert.deepEqual([mail?.state, mail?.attempts], ['queued', 1]);
});

test('the same news is mailed once', async (t) => {
  const shop = await aHouse(t);

  const first = await aMail(shop, { dedupe: 'orders.confirmation:1' });
  const second = await aMail(shop, { dedupe: 'orders.confirmation:1' });

  assert.equal(second, first);
});

test('without a mail server the mail lies sealed in a folder, and staff who may can read it', async (t) => {
  const shop = await aHouse(t);
  const id = await aMail(shop, { email: 'canary-mira@example.org', name: 'Canary Mira' });

  await sendMails(shop.house, shop.tenant);

  const folder = join(shop.dataDir, 'mail', shop.tenant.id);
  const files = await readdir(folder);
  const bytes = await readFile(join(folder, files[0] ?? ''));
  const shown = await shop.work((ctx) => showMail(ctx, id));
  const eml = await shop.work((ctx) => downloadMail(ctx, id));
  assert.deepEqual(files, [`${id}.eml.sealed`]);
  // Long markers only: two letters turn up in sealed bytes by chance.
  assert.doesNotMatch(bytes.toString('latin1'), /canary-mira|example\.org/i);
  assert.equal(shown.envelope.to, 'canary-mira@example.org');
  assert.equal(shown.to, 'c•••@e•••.org');
  assert.match(eml.toString(), /^To: Canary Mira <canary-mira@example\.org>\r$/m);
});

test('a mail is forgotten thirty days after it was written, its file with it', async (t) => {
  const shop = await aHouse(t);
  await aMail(shop);
  await sendMails(shop.house, shop.tenant);

  shop.at(new Date(Date.now() + 29 * 86_400_000));
  await endWhatIsDue(shop);
  assert.equal((await readdir(join(shop.dataDir, 'mail', shop.tenant.id))).length, 1);
  shop.at(new Date(Date.now() + 31 * 86_400_000));
  await endWhatIsDue(shop);

  assert.deepEqual((await shop.work((ctx) => listMails(ctx, {}))).items, []);
  assert.deepEqual(await readdir(join(shop.dataDir, 'mail', shop.tenant.id)), []);
});

test('two workers share the outbox without sending a mail twice', async (t) => {
  const shop = await aHouse(t);
  const company = await aMailCompany(t);
  for (let number = 0; number < 20; number += 1) await aMail(shop);

  await Promise.all([1, 2, 3].map(() => sendMails(through(shop, company.url), shop.tenant)));

  assert.equal(company.received.length, 20);
  assert.equal(new Set(company.received.map(({ messageId }) => messageId)).size, 20);
});

test('the outbox is read page by page, the newest first', async (t) => {
  const shop = await aHouse(t);
  const ids: string[] = [];
  for (let number = 0; number < 5; number += 1) ids.unshift(await aMail(shop));

  const first = await shop.work((ctx) => listMails(ctx, { limit: 3 }));
  const second = await shop.work((ctx) =>
    listMails(ctx, { limit: 3, ...(first.next && { after: first.next }) }),
  );

  assert.deepEqual(
    [...first.items, ...second.items].map(({ id }) => id),
    ids,
  );
  assert.equal(second.next, null);
  await assert.rejects(
    shop.work((ctx) => showMail(ctx, newId<MailId>())),
    refusedWith('notifications.mailGone'),
  );
});
