import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { databaseUrl, testRuntimePassword } from '#testing/template.ts';
import { aMailCompany } from '#tests/fakes/mail-company.ts';
import type { MailCompany } from '#tests/fakes/mail-company.ts';
import { letter } from './letter.ts';
import type { MailId } from './mail.ts';
import type { SenderOrders } from './proof-sender.ts';
import { queueMail } from './queue-mail.ts';
import { sendMails } from './send-mails.ts';

const mails = 40;
const kills = 3;

/** Starts a sender of its own process and kills it, without a word, once it has handed over some more. */
async function sendUntilKilled(shop: TestHouse, company: MailCompany): Promise<void> {
  const enough = company.received.length + 4;
  const orders: SenderOrders = {
    runtimeUrl: databaseUrl(shop.adminUrl, new URL(shop.adminUrl).pathname.slice(1), {
      user: 'kontor_runtime',
      password: testRuntimePassword,
    }),
    keysUrl: shop.keysUrl,
    dataDir: shop.dataDir,
    rootKey: Buffer.alloc(32, 7).toString('base64'),
    smtpUrl: company.url,
  };
  const child = spawn(
    process.execPath,
    [new URL('./proof-sender.ts', import.meta.url).pathname, JSON.stringify(orders)],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const ended = once(child, 'exit');
  while (company.received.length < enough && child.exitCode === null) await sleep(2);
  child.kill('SIGKILL');
  await ended;
}

test('whoever is killed while sending, every mail arrives, and what arrives twice can be told by its Message-ID', async (t) => {
  const shop = await aHouse(t);
  const company = await aMailCompany(t);
  const queued: MailId[] = [];
  for (let number = 0; number < mails; number += 1) {
    queued.push(
      await shop.work(async (ctx) => {
        const subject = await vault.newSubject(ctx, 'buyer', ['service']);
        const content = letter({
          shopName: 'Test shop',
          title: `News ${number}`,
          intro: 'Hello',
          footer: 'Test shop',
        });
        return queueMail(ctx, {
          subject,
          to: { email: `reader-${number}@example.org` },
          kind: 'test.news',
          locale: 'en',
          content: { subject: `News ${number}`, ...content },
          about: { table: 'test.thing', id: newId<MailId>() },
          dedupe: `test:${number}`,
        });
      }),
    );
  }

  for (let kill = 0; kill < kills; kill += 1) await sendUntilKilled(shop, company);
  const beforeRest = company.received.length;
  shop.at(new Date(Date.now() + 11 * 60_000));
  await sendMails({ ...shop.house, settings: { ...shop.house.settings, smtpUrl: company.url } }, shop.tenant);

  const arrived = company.received.map(({ messageId }) => messageId);
  assert.ok(beforeRest < mails, 'the kills came while there was still something to send');
  assert.deepEqual(new Set(arrived), new Set(queued.map((id) => `<${id}@shop.localhost>`)));
  assert.ok(
    arrived.length - mails <= kills,
    `at most one mail for each kill arrives twice, but ${arrived.length - mails} did`,
  );
});
