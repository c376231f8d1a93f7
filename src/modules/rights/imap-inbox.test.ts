import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SettingError, readSettings } from '#kernel/settings.ts';
import { lettersTo } from '#modules/notifications/index.ts';
import { aHouse } from '#testing/house.ts';
import { aMailbox } from '#tests/fakes/a-mailbox.ts';
import { fetchMails } from './imap-inbox.ts';
import { listRequests } from './list-requests.ts';

const mail = (fields: { to: string; subject: string; extra?: string }): string =>
  `From: Ada Osei <ada@example.org>\nTo: ${fields.to}\nSubject: ${fields.subject}\nMessage-ID: <${fields.subject.length}@example.org>\n${fields.extra ?? ''}\nHello, thank you. Ada\n`;

test('what is new in the mailbox becomes requests, once, and is marked as read', async (t) => {
  const shop = await aHouse(t);
  const mailbox = await aMailbox(t);
  const house = { ...shop.house, settings: { ...shop.house.settings, inboxImapUrl: mailbox.url } };
  mailbox.put(mail({ to: 'shop@example.org', subject: 'Please delete my account' }));
  mailbox.put(mail({ to: 'shop@example.org', subject: 'Away', extra: 'Auto-Submitted: auto-replied\n' }));
  mailbox.put(mail({ to: 'somebody@elsewhere.example', subject: 'For another' }));

  await fetchMails(house, shop.tenant);
  await fetchMails(house, shop.tenant);

  const { items } = await shop.work((ctx) => listRequests(ctx, { limit: 10, which: 'all' }));
  assert.deepEqual(
    items.map(({ kind, door }) => [kind, door]),
    [['erase', 'e-mail']],
  );
  assert.equal(mailbox.unread(), 1, 'what is nobody’s here stays unread');
  assert.equal((await shop.work((ctx) => lettersTo(ctx, 'ada@example.org'))).length, 1);
});

test('a wrong inbox ends the start with a sentence that names the setting and shows no password', () => {
  const refused = (env: Record<string, string>, variable: string): void =>
    assert.throws(
      () => readSettings(env),
      (error) =>
        error instanceof SettingError && error.variable === variable && !/secret/.test(error.message),
    );

  refused({ INBOX_IMAP_URL: 'https://user:secret@mail.example' }, 'INBOX_IMAP_URL');
  refused({ INBOX_IMAP_URL: 'imaps://mail.example/INBOX' }, 'INBOX_IMAP_URL');
  refused({ INBOX_IMAP_URL: 'imaps://user:secret@mail.example', INBOX_SMTP_PORT: '25' }, 'INBOX_IMAP_URL');
  refused({ INBOX_SMTP_PORT: 'many' }, 'INBOX_SMTP_PORT');
  assert.equal(readSettings({}).inboxSmtpPort, undefined, 'off unless told');
});
