import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { createTransport } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer';
import { openDatabase } from '#kernel/database.ts';
import { countTry } from '#modules/identity/index.ts';
import { lettersTo } from '#modules/notifications/index.ts';
import { scanDatabase } from '#modules/privacy/index.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { aMailbox } from '#tests/fakes/a-mailbox.ts';
import { fetchMails } from './imap-inbox.ts';
import { readMail } from './inbound-mail.ts';
import { getRequest, listRequests } from './list-requests.ts';
import type { RequestRow } from './queries.ts';
import { openSmtpInbox } from './smtp-inbox.ts';

/** A shop whose own address takes mail in, and somebody's mail server that delivers there. */
async function anInbox(t: TestContext): Promise<
  TestHouse & {
    readonly inboxPort: number;
    deliver(mail: SendMailOptions): Promise<unknown>;
    requests(): Promise<RequestRow[]>;
  }
> {
  const shop = await aHouse(t);
  const inbox = await openSmtpInbox(shop.house, 0);
  shop.beforeEnd(() => inbox.close());
  const company = createTransport({ host: '127.0.0.1', port: inbox.port, ignoreTLS: true });
  return {
    ...shop,
    inboxPort: inbox.port,
    deliver: (mail) =>
      company.sendMail({ from: 'Ada Osei <ada@example.org>', to: 'shop@example.org', ...mail }),
    requests: async () => (await shop.work((ctx) => listRequests(ctx, { limit: 50, which: 'all' }))).items,
  };
}

test('a mail to the shop becomes a request with a clock, and a receipt goes out', async (t) => {
  const shop = await anInbox(t);

  await shop.deliver({ subject: 'Please delete my account and all my data', text: 'Thank you. Ada' });

  const [request, more] = await shop.requests();
  assert.ok(request && !more);
  assert.equal(request.kind, 'erase');
  assert.equal(request.door, 'e-mail');
  assert.equal(request.state, 'awaiting_identity', 'a name on a mail proves nothing');
  assert.ok(request.dueAt > request.receivedAt);
  const [receipt] = await shop.work((ctx) => lettersTo(ctx, 'ada@example.org'));
  assert.match(receipt?.text ?? '', new RegExp(`no. ${request.number}`));
  assert.match(receipt?.text ?? '', /\/privacy\/open\?code=/);
  const opened = await shop.work((ctx) => getRequest(ctx, request.id), { purpose: 'rights' });
  assert.match(opened.said?.text ?? '', /Thank you\. Ada/);
});

test('what asks for nothing in particular is a question for a person, which needs no link', async (t) => {
  const shop = await anInbox(t);

  await shop.deliver({ subject: 'Your new policy', text: 'I do not like the part about statistics.' });

  const [request] = await shop.requests();
  assert.equal(request?.kind, 'question');
  assert.equal(request?.state, 'in_progress');
  const [receipt] = await shop.work((ctx) => lettersTo(ctx, 'ada@example.org'));
  assert.doesNotMatch(receipt?.text ?? '', /code=/);
});

test('holiday replies, lists, bounces and our own letters coming back are nobody’s request', async (t) => {
  const shop = await anInbox(t);
  const robots: SendMailOptions[] = [
    { subject: 'Out of office', headers: { 'Auto-Submitted': 'auto-replied' } },
    { subject: 'Weekly digest', headers: { 'List-Id': '<news.example.org>' } },
    { subject: 'Undelivered', from: 'MAILER-DAEMON@example.org' },
    { subject: 'Undelivered', envelope: { from: '', to: 'shop@example.org' } },
    { subject: 'We have your request', headers: { 'Auto-Submitted': 'auto-generated' } },
    { subject: 'Do not answer', from: 'no-reply@example.org' },
  ];

  for (const robot of robots) await shop.deliver({ text: 'delete my data', ...robot });

  assert.deepEqual(await shop.requests(), []);
  assert.deepEqual(await shop.work((ctx) => lettersTo(ctx, 'ada@example.org')), []);
});

test('the same mail delivered twice is one request', async (t) => {
  const shop = await anInbox(t);
  const mail = {
    subject: 'Copy of my data',
    text: 'A copy of my data, please.',
    messageId: '<one@example.org>',
  };

  await shop.deliver(mail);
  await shop.deliver(mail);

  assert.equal((await shop.requests()).length, 1);
});

test('the inbox relays nothing: an address that is no shop’s is refused', async (t) => {
  const shop = await anInbox(t);

  await assert.rejects(shop.deliver({ to: 'somebody@elsewhere.example', text: 'hello' }), /550/);

  assert.deepEqual(await shop.requests(), []);
});

test('somebody who writes without end is asked to come back later, and nothing of it is lost', async (t) => {
  const shop = await anInbox(t);

  for (const number of [1, 2, 3, 4, 5])
    await shop.deliver({ subject: `Mail ${number}`, text: 'A question.' });

  await assert.rejects(shop.deliver({ subject: 'Mail 6', text: 'A question.' }), /450/);
  assert.equal((await shop.requests()).length, 5);
});

test('a shop takes so many mails in an hour, whoever they say they are from; the rest comes again later', async (t) => {
  const shop = await anInbox(t);
  shop.at(new Date('2027-03-02T10:00:00Z'));
  const mailbox = await aMailbox(t);
  const house = { ...shop.house, settings: { ...shop.house.settings, inboxImapUrl: mailbox.url } };
  await shop.work(async (ctx) => {
    for (let came = 0; came < 119; came += 1) await countTry(ctx, [['inboxOfShop', 'inbox']]);
  });

  await shop.deliver({ from: 'forged-1@example.org', subject: 'A question', text: 'Who are you?' });
  await assert.rejects(shop.deliver({ from: 'forged-2@example.org', subject: 'A question' }), /450/);
  mailbox.put('From: forged-3@example.org\nTo: shop@example.org\nSubject: A question\n\nWho are you?\n');
  await fetchMails(house, shop.tenant);

  assert.equal((await shop.requests()).length, 1, 'nothing is sealed over the limit');
  assert.deepEqual(await shop.work((ctx) => lettersTo(ctx, 'forged-2@example.org')), [], 'and no receipt');
  assert.equal(mailbox.unread(), 1);

  shop.at(new Date('2027-03-02T11:01:00Z'));
  await fetchMails(house, shop.tenant);
  assert.equal((await shop.requests()).length, 2, 'an hour later it is taken in');
});

test('a mail is stored sealed and not logged: its words are nowhere to be read', async (t) => {
  const shop = await anInbox(t);

  await shop.deliver({ subject: 'Delete my account', text: 'My secret word is quokkatownish.' });

  assert.equal((await shop.requests()).length, 1);
  const database = openDatabase(shop.adminUrl, { max: 1, onIdleError: () => undefined });
  const found = await scanDatabase(database, ['quokkatownish', 'ada@example.org']);
  await database.close();
  assert.deepEqual(found, []);
  assert.doesNotMatch(shop.logged(), /quokkatownish|ada@example/);
});

test('a mail that is too large is refused for good, and nothing of it is kept', async (t) => {
  const shop = await anInbox(t);
  const company = createTransport({ host: '127.0.0.1', port: shop.inboxPort, ignoreTLS: true });
  // A server that does not say how large the mail is, so that only its bytes tell.
  const raw = Buffer.alloc(11 * 1024 * 1024, 'quokka ');

  await assert.rejects(
    company.sendMail({ envelope: { from: 'ada@example.org', to: 'shop@example.org' }, raw }),
    /552/,
  );

  assert.deepEqual(await shop.requests(), []);
});

test('a mail addressed to a whole telephone book is read as far as a person could have written it', async () => {
  const many = 'somebody@example.org, '.repeat(2_000);
  const source = Buffer.from(
    `From: Ada <ada@example.org>\nCc: ${many}\nSubject: Copy of my data\n\nPlease.\n`,
  );

  const read = await readMail(source);

  assert.equal(read.kind, 'mail');
  assert.equal(read.mail.from.email, 'ada@example.org');
  assert.equal(read.mail.text, 'Please.');
  assert.ok(read.mail.to.length < 500, 'reading all of them would cost the square of their number');
});

test('a mail whose HTML nobody can make words of is taken in, for a person to look at', async (t) => {
  const shop = await anInbox(t);

  await shop.deliver({ subject: 'Please delete my data', html: '<div>'.repeat(20_000) });

  const [request] = await shop.requests();
  assert.equal(request?.kind, 'erase');
  assert.equal((await shop.work((ctx) => lettersTo(ctx, 'ada@example.org'))).length, 1);
});

test('a mail with a photograph is read, and nothing of the photograph is kept', async (t) => {
  const shop = await anInbox(t);
  const content = Buffer.alloc(2 * 1024 * 1024, 'passport quokkaphoto ');

  await shop.deliver({
    subject: 'Copy of my data',
    text: 'This is me.',
    attachments: [{ filename: 'me.png', content }],
  });

  const [request] = await shop.requests();
  const opened = await shop.work((ctx) => getRequest(ctx, request?.id ?? assert.fail()), {
    purpose: 'rights',
  });
  assert.equal(opened.said?.text, 'Copy of my data\n\nThis is me.');
});
