import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { House } from '#kernel/house.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import {
  hasConsent,
  isSuppressed,
  listAgreements,
  listDisclosures,
  mayReach,
  pauseAgreement,
  resumeAgreement,
  setPreference,
  vault,
  withdrawConsent,
} from '#modules/privacy/index.ts';
import type { PreferenceTopic } from '#modules/privacy/index.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { refusedWith } from '#testing/refused-with.ts';
import { aMailCompany } from '#tests/fakes/mail-company.ts';
import type { MailCompany } from '#tests/fakes/mail-company.ts';
import { letter, newsLetter } from './letter.ts';
import { listCampaigns } from './list-campaigns.ts';
import { listMails } from './list-mails.ts';
import { runCampaigns, startCampaign, stopCampaign } from './marketing-campaign.ts';
import { stopAddress } from './marketing-code.ts';
import { queueMarketingMail } from './marketing-queue.ts';
import { keepReader, stopAllNews } from './marketing-readers.ts';
import { agreeOnOwnServer } from './processor.ts';
import { queueMail } from './queue-mail.ts';
import { sendMails } from './send-mails.ts';
import { lettersTo } from './makers.ts';
import { warnOfGate } from './warn-of-gate.ts';

const notice = { text: 'Yes, write to me.', locale: 'en', ui: 'account' };
const origin = 'http://shop.localhost';

interface Scene {
  readonly shop: TestHouse;
  readonly company: MailCompany;
  readonly house: House;
}

async function aScene(t: TestContext): Promise<Scene> {
  const shop = await aHouse(t);
  const company = await aMailCompany(t);
  return {
    shop,
    company,
    house: { ...shop.house, settings: { ...shop.house.settings, smtpUrl: company.url } },
  };
}

/** Somebody who said yes to news about something, at an address of theirs. */
const aReader = (shop: TestHouse, email: string, topic: PreferenceTopic | '*' = '*'): Promise<SubjectId> =>
  shop.work(async (ctx) => {
    const subject = await vault.newSubject(ctx, 'buyer', ['service']);
    const cell = { topic, channel: 'email', sender: 'us' } as const;
    await setPreference(ctx, subject, { ...cell, wish: 'yes', door: 'account', notice });
    await keepReader(ctx, subject, { email, name: 'Reader' }, 'en');
    return subject;
  });

const news = (shop: TestHouse, topic: PreferenceTopic = 'news') =>
  shop.work((ctx) => startCampaign(ctx, { topic, title: 'New lamps', text: 'They are warm.', origin }));

const addresses = (company: MailCompany): string[] =>
  company.received.flatMap(({ to }) => (Array.isArray(to) ? to : to ? [to] : [])).map(({ text }) => text);

test('news go to those who said yes to their topic, and to nobody else', async (t) => {
  const { shop, company, house } = await aScene(t);
  await aReader(shop, 'all@example.org');
  await aReader(shop, 'events@example.org', 'events');
  const turned = await aReader(shop, 'turned@example.org');
  await shop.work((ctx) => withdrawConsent(ctx, { subject: turned, purpose: 'marketing' }));
  await shop.work((ctx) => vault.newSubject(ctx, 'buyer', ['service']));

  await news(shop);
  await runCampaigns(house, shop.tenant);
  await sendMails(house, shop.tenant);

  assert.deepEqual(addresses(company), ['"Reader" <all@example.org>']);
  const [line] = (await shop.work((ctx) => listCampaigns(ctx, {}))).items;
  assert.deepEqual([line?.state, line?.queued, line?.passedOver, line?.sent], ['done', 1, 2, 1]);
});

test('every mail with news says who sends it and how one click ends it', async (t) => {
  const { shop, company, house } = await aScene(t);
  const subject = await aReader(shop, 'ada@example.org');
  await news(shop);
  await runCampaigns(house, shop.tenant);

  await sendMails(house, shop.tenant);

  const [mail] = company.received;
  assert.ok(mail);
  const stop = await shop.work((ctx) => stopAddress(ctx, origin, subject, { topic: 'news', sender: 'us' }));
  assert.deepEqual(mail.headers.get('list'), {
    unsubscribe: { url: stop },
    'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' },
  });
  assert.match(mail.text ?? '', /Test Shop GmbH/);
  assert.ok(mail.text?.includes(stop));
  assert.doesNotMatch(String(mail.html), /<img|<script|src=/);
});

test('whoever opts out while news are on their way gets none of those that wait', async (t) => {
  const { shop, company, house } = await aScene(t);
  const leaving = await aReader(shop, 'leaving@example.org');
  const stopping = await aReader(shop, 'stopping@example.org');
  await aReader(shop, 'staying@example.org');
  await news(shop);
  await runCampaigns(house, shop.tenant);

  await shop.work((ctx) =>
    setPreference(ctx, leaving, {
      topic: 'news',
      channel: 'email',
      sender: 'us',
      wish: 'no',
      door: 'mail',
    }),
  );
  await shop.work((ctx) => stopAllNews(ctx, stopping, 'staff'));
  await sendMails(house, shop.tenant);

  assert.deepEqual(addresses(company), ['"Reader" <staying@example.org>']);
  const mails = (await shop.work((ctx) => listMails(ctx, {}))).items;
  assert.deepEqual(mails.map(({ state }) => state).toSorted(), ['dropped', 'dropped', 'sent']);
  const sent = (await shop.work((ctx) => listDisclosures(ctx, { limit: 10 }))).items;
  assert.deepEqual(
    sent.map(({ purpose, basis, outcome, fieldNames }) => [purpose, basis, outcome, fieldNames]),
    [['marketing', 'consent', 'sent', ['html', 'name', 'stop', 'subject', 'text', 'to']]],
  );
  assert.ok(
    await shop.work((ctx) => isSuppressed(ctx, { channel: 'email', address: 'Stopping@Example.org' })),
  );
  assert.equal(await shop.work((ctx) => hasConsent(ctx, stopping, 'marketing')), false);
});

test('mails about orders still come to whoever wants no news', async (t) => {
  const { shop, company, house } = await aScene(t);
  const subject = await aReader(shop, 'ada@example.org');
  await shop.work((ctx) => stopAllNews(ctx, subject, 'mail'));
  const content = letter({ shopName: 'Test shop', title: 'Your order', intro: 'Thank you', footer: 'x' });

  await shop.work((ctx) =>
    queueMail(ctx, {
      subject,
      to: { email: 'ada@example.org' },
      kind: 'orders.confirmation',
      locale: 'en',
      content: { subject: 'Your order', ...content },
      about: { table: 'orders.order', id: newId<never>() },
      dedupe: 'one',
    }),
  );
  await sendMails(house, shop.tenant);

  assert.deepEqual(
    company.received.map((mail) => mail.subject),
    ['Your order'],
  );
});

test('a mail about an order that advertises cannot be written, and one written elsewhere is not taken', async (t) => {
  const shop = await aHouse(t);
  const promotion = { text: 'Buy lamps', promotion: true } as const;
  const input = { shopName: 'Shop', title: 'Your order', intro: 'Hello', footer: 'Shop' };

  assert.throws(() => letter({ ...input, blocks: [promotion] }), /advertises nothing/);
  const smuggled = newsLetter({
    ...input,
    blocks: [promotion],
    stop: { label: 'Stop', url: 'http://shop.localhost/unsubscribe/x' },
  });
  const queued = shop.work(async (ctx) =>
    queueMail(ctx, {
      subject: await vault.newSubject(ctx, 'buyer', ['service']),
      to: { email: 'ada@example.org' },
      kind: 'orders.confirmation',
      locale: 'en',
      content: { subject: 'Your order', ...smuggled },
      about: { table: 'orders.order', id: newId<never>() },
      dedupe: 'one',
    }),
  );

  await assert.rejects(queued, refusedWith('notifications.promotionInServiceMail'));
});

test('news without a sender, without a way out, or to somebody who wants none are not taken', async (t) => {
  const shop = await aHouse(t);
  const subject = await aReader(shop, 'ada@example.org', 'offers');
  const stop = await shop.work((ctx) => stopAddress(ctx, origin, subject, { topic: 'offers', sender: 'us' }));
  const written = (footer: string, url: string) =>
    newsLetter({ shopName: 'Shop', title: 'Lamps', intro: 'Hi', footer, stop: { label: 'Stop', url } });
  const queue = (topic: PreferenceTopic, content: { text: string; html: string }) =>
    shop.work((ctx) =>
      queueMarketingMail(ctx, {
        subject,
        to: { email: 'ada@example.org' },
        locale: 'en',
        topic,
        sender: 'us',
        stop,
        content: { subject: 'Lamps', ...content },
        about: { table: 'test.thing', id: newId<never>() },
        dedupe: newId<never>(),
      }),
    );

  await queue('offers', written('Test Shop GmbH', stop));
  for (const content of [written('Somebody', stop), written('Test Shop GmbH', `${origin}/unsubscribe/other`)])
    await assert.rejects(queue('offers', content), refusedWith('notifications.newsWithoutWayOut'));
  await shop.work((ctx) =>
    setPreference(ctx, subject, {
      topic: 'offers',
      channel: 'email',
      sender: 'us',
      wish: 'no',
      door: 'account',
    }),
  );
  await assert.rejects(
    queue('offers', written('Test Shop GmbH', stop)),
    refusedWith('notifications.newsNotWanted'),
  );
});

test('a profile may promise no news at all, and news can be stopped on their way', async (t) => {
  const shop = await aHouse(t);
  const quiet = { ...shop.tenant, profile: 'koopseri' };
  const first = await news(shop);

  await shop.work((ctx) => stopCampaign(ctx, first.id));
  await runCampaigns(shop.house, shop.tenant);

  assert.equal((await shop.work((ctx) => listCampaigns(ctx, {}))).items[0]?.state, 'stopped');
  await assert.rejects(
    shop.work((ctx) => startCampaign(ctx, { topic: 'news', title: 'x', text: 'y', origin }), {
      tenant: quiet,
    }),
    refusedWith('notifications.newsOff'),
  );
  await assert.rejects(
    shop.work((ctx) => stopCampaign(ctx, newId<never>())),
    refusedWith('notifications.campaignGone'),
  );
  await shop.house.db.transaction(shop.tenant.id, (tx) =>
    tx.updateTable('tenancy.shop').set({ legalName: '' }).execute(),
  );
  await assert.rejects(news(shop), refusedWith('notifications.newsWithoutSender'));
});

test('while the gate to the mail server is closed mails wait, count no attempt, and go when it opens', async (t) => {
  const { shop, company, house } = await aScene(t);
  const start = new Date();
  shop.at(start);
  await aReader(shop, 'ada@example.org');
  await news(shop);
  await runCampaigns(house, shop.tenant);
  await shop.work(agreeOnOwnServer);
  const [agreement] = await shop.work(listAgreements);
  assert.ok(agreement);

  await shop.work((ctx) => pauseAgreement(ctx, agreement.id));
  await sendMails(house, shop.tenant);
  const [held] = (await shop.work((ctx) => listMails(ctx, {}))).items;
  await shop.work((ctx) => resumeAgreement(ctx, agreement.id));
  shop.at(new Date(start.getTime() + 11 * 60_000));
  await sendMails(house, shop.tenant);

  assert.deepEqual([held?.state, held?.attempts, held?.errorCode], ['queued', 0, 'paused']);
  assert.deepEqual(addresses(company), ['"Reader" <ada@example.org>']);
});

test('whoever runs the shop is told by mail that a gate closed, once for each time', async (t) => {
  const shop = await aHouse(t);
  const fact = { agreementId: newId<never>() as string, processor: 'mail', fault: 'expired' };
  const factId = newId<never>() as string;

  for (const id of [factId, factId]) await shop.work((ctx) => warnOfGate(ctx, fact, { factId: id }));

  const written = await shop.work((ctx) => lettersTo(ctx, 'shop@example.org'));
  assert.equal(written.length, 1);
  assert.match(written[0]?.text ?? '', /agreement has run out/);
});

test('own similar products may be advertised after a sale where the profile has it, until the first no', async (t) => {
  const shop = await aHouse(t);
  const buyer = await shop.work((ctx) => vault.newSubject(ctx, 'buyer', ['service']));
  const cell = { topic: 'similar', channel: 'email', sender: 'us' } as const;
  const ask = (profile: string, asked: Parameters<typeof mayReach>[2] = cell) =>
    shop.work((ctx) => mayReach(ctx, buyer, asked), { tenant: { ...shop.tenant, profile } });
  await shop.work((ctx) => setPreference(ctx, buyer, { ...cell, wish: 'sale', door: 'checkout' }));

  assert.deepEqual(await ask('openkommerce'), { kind: 'no', because: 'never-asked' });
  const soft = 'k-commerce';
  assert.deepEqual(await ask(soft), { kind: 'yes', basis: 'soft opt-in' });
  assert.equal((await ask(soft, { ...cell, topic: 'offers' })).kind, 'no');
  assert.equal((await ask(soft, { ...cell, sender: 'partners' })).kind, 'no');
  assert.equal((await ask(soft, { ...cell, channel: 'sms' })).kind, 'no');
  await shop.work((ctx) => setPreference(ctx, buyer, { ...cell, wish: 'no', door: 'footer' }));
  assert.deepEqual(await ask(soft), { kind: 'no', because: 'said-no' });
});
