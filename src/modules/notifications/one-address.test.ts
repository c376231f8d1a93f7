import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import { aHouse } from '#testing/house.ts';
import { aMailCompany } from '#tests/fakes/mail-company.ts';
import { queueMail } from './queue-mail.ts';
import { sendMails } from './send-mails.ts';

test('an address with a second one hidden in it reaches nobody else: who asks for links again and again is counted by it', async (t) => {
  const shop = await aHouse(t);
  const company = await aMailCompany(t);
  for (const email of ['a1,mira@example.org', 'a2;mira@example.org', 'x<mira@example.org>'])
    await shop.work(async (ctx) =>
      queueMail(ctx, {
        subject: await vault.newSubject(ctx, 'buyer', ['service']),
        to: { email },
        kind: 'test.greeting',
        locale: 'en',
        content: { subject: 'Hello', html: '<p>Hello</p>', text: 'Hello' },
        about: { table: 'test.thing', id: newId<never>() },
        dedupe: email,
      }),
    );

  await sendMails({ ...shop.house, settings: { ...shop.house.settings, smtpUrl: company.url } }, shop.tenant);

  assert.ok(company.recipients.length > 0, 'the mail server was asked');
  assert.ok(!company.recipients.includes('mira@example.org'), company.recipients.join(' '));
});
