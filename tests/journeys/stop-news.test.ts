import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { fc } from '#testing/generated.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { aColleague, anAccount, goodPassword } from '#modules/identity/index.ts';
import { lettersTo, runCampaigns, stopAddress } from '#modules/notifications/index.ts';
import {
  listAgreements,
  mayReach,
  preferenceChannels,
  preferenceSenders,
  preferenceTopics,
  withdrawConsent,
} from '#modules/privacy/index.ts';
import type { PreferenceTopic } from '#modules/privacy/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';

const email = 'ada@example.org';

interface Scene {
  readonly shop: TestServer;
  readonly subject: SubjectId;
  readonly buyer: string;
  readonly owner: string;
}

async function aScene(t: TestContext): Promise<Scene> {
  const shop = await aServer(t);
  const { subject } = await shop.work((ctx) => anAccount(ctx, { email, name: 'Ada' }));
  await shop.work((ctx) => aColleague(ctx, { email: 'owner@example.org', role: 'owner' }));
  return {
    shop,
    subject,
    buyer: await signIn(shop, '/api/store/account/sign-in', email),
    owner: await signIn(shop, '/api/admin/sign-in', 'owner@example.org'),
  };
}

async function signIn(shop: TestServer, url: string, who: string): Promise<string> {
  const answer = await shop.inject({ method: 'POST', url, payload: { email: who, password: goodPassword } });
  assert.equal(answer.statusCode, 200, answer.body);
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

/** Every cell of topic, way and sender that somebody may be reached by. */
const openCells = (shop: TestServer, subject: SubjectId): Promise<string[]> =>
  shop.work(async (ctx) => {
    const open: string[] = [];
    for (const topic of preferenceTopics)
      for (const channel of preferenceChannels)
        for (const sender of preferenceSenders)
          if ((await mayReach(ctx, subject, { topic, channel, sender })).kind === 'yes')
            open.push(`${topic} ${channel} ${sender}`);
    return open;
  });

const set = (scene: Scene, topic: string, wish: 'yes' | 'no', channel = 'email', sender = 'us') =>
  scene.shop.inject({
    method: 'PUT',
    url: '/api/account/preferences',
    headers: { cookie: scene.buyer },
    payload: { topic, channel, sender, wish },
  });

const stopPath = async ({ shop, subject }: Scene, topic: PreferenceTopic): Promise<string> =>
  shop.work((ctx) => stopAddress(ctx, '', subject, { topic, sender: 'us' }));
const post = (shop: TestServer, url: string, form: string) =>
  shop.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' },
    payload: form,
  });

type Door = (scene: Scene, topic: PreferenceTopic) => Promise<{ readonly statusCode: number }>;
/** Doors that end one topic: by the mail program, by the page behind the link, in the account. */
const forOne: Readonly<Record<string, Door>> = {
  'one click in the mail program': async (scene, topic) =>
    post(scene.shop, await stopPath(scene, topic), 'List-Unsubscribe=One-Click'),
  'the page behind the link': async (scene, topic) =>
    post(scene.shop, await stopPath(scene, topic), 'what=this'),
  'the account': (scene, topic) => set(scene, topic, 'no'),
};
/** Doors that end everything. */
const forAll: Readonly<Record<string, Door>> = {
  'the page behind the link': async (scene, topic) =>
    post(scene.shop, await stopPath(scene, topic), 'what=all'),
  'the account': (scene) => set(scene, '*', 'no', '*', '*'),
  'staff who were asked': ({ shop, subject, owner }) =>
    shop.inject({
      method: 'POST',
      url: `/api/admin/privacy/people/${subject}/suppress`,
      headers: { cookie: owner },
    }),
  'the choices': async ({ shop, subject }) => {
    await shop.work((ctx) => withdrawConsent(ctx, { subject, purpose: 'marketing', ui: 'choices' }));
    return { statusCode: 200 };
  },
};

test('P17: whichever door somebody ends news through, the same is ended, and nothing that only looks ends or opens anything', async (t) => {
  const scene = await aScene(t);
  const { shop, subject, buyer } = scene;
  const topic = fc.constantFrom(...preferenceTopics);

  await fc.assert(
    fc.asyncProperty(
      topic,
      fc.constantFrom(...Object.keys(forOne)),
      fc.constantFrom(...Object.keys(forAll)),
      fc.array(fc.constantFrom<'GET' | 'HEAD'>('GET', 'HEAD'), { minLength: 1, maxLength: 3 }),
      async (chosen, oneDoor, allDoor, looks) => {
        assert.equal((await set(scene, '*', 'yes')).statusCode, 200);
        const everything = preferenceTopics.map((one) => `${one} email us`);
        assert.deepEqual(await openCells(shop, subject), everything);

        for (const method of looks) {
          await shop.inject({ method, url: await stopPath(scene, chosen) });
          await shop.inject({
            method: 'GET',
            url: `/unsubscribe/x?List-Unsubscribe=One-Click&what=all`,
          });
          await shop.inject({ method: 'GET', url: '/api/account/preferences', headers: { cookie: buyer } });
        }
        assert.deepEqual(await openCells(shop, subject), everything);

        const one = await forOne[oneDoor]?.(scene, chosen);
        assert.ok(one && one.statusCode < 300, `${oneDoor}: ${one?.statusCode}`);
        assert.deepEqual(
          await openCells(shop, subject),
          everything.filter((cell) => !cell.startsWith(`${chosen} `)),
        );
        const all = await forAll[allDoor]?.(scene, chosen);
        assert.ok(all && all.statusCode < 300, `${allDoor}: ${all?.statusCode}`);
        assert.deepEqual(await openCells(shop, subject), []);
      },
    ),
    { numRuns: 16 },
  );
});

test('each cell of topic, way and sender is a choice of its own', async (t) => {
  const scene = await aScene(t);

  await set(scene, 'events', 'yes', 'post', 'partners');
  await set(scene, 'news', 'yes', 'sms');
  const chosen = await openCells(scene.shop, scene.subject);
  await set(scene, '*', 'no', 'sms', '*');

  assert.deepEqual(chosen, ['news sms us', 'events post partners']);
  assert.deepEqual(await openCells(scene.shop, scene.subject), ['events post partners']);
});

test('the account has a page for every cell that works without scripts', async (t) => {
  const scene = await aScene(t);
  const { shop, subject, buyer } = scene;
  const press = (form: string) =>
    shop.inject({
      method: 'POST',
      url: '/account/news',
      headers: {
        cookie: buyer,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      payload: form,
    });

  await press('news.email.us=yes&events.post.partners=yes&what=save');
  const chosen = await openCells(shop, subject);
  const page = await shop.inject({ method: 'GET', url: '/account/news', headers: { cookie: buyer } });
  await press('events.post.partners=yes&what=save');
  const fewer = await openCells(shop, subject);
  await press('news.email.us=yes&what=stop');

  assert.deepEqual(chosen, ['news email us', 'events post partners']);
  assert.equal(page.body.match(/ checked/g)?.length, 2);
  assert.deepEqual(fewer, ['events post partners']);
  assert.deepEqual(await openCells(shop, subject), []);
});

test('an invented link ends nothing and says that there is nothing', async (t) => {
  const scene = await aScene(t);
  await set(scene, '*', 'yes');
  const path = await stopPath(scene, 'news');

  for (const invented of [`${path.slice(0, -4)}AAAA`, path.replace('news', 'offers'), '/unsubscribe/x']) {
    assert.equal((await post(scene.shop, invented, 'what=all')).statusCode, 404);
    assert.equal((await scene.shop.inject({ method: 'GET', url: invented })).statusCode, 404);
  }
  assert.equal((await openCells(scene.shop, scene.subject)).length, preferenceTopics.length);
});

test('the page behind the link works without scripts, in the language of its reader, and says what stays', async (t) => {
  const scene = await aScene(t);
  const path = await stopPath(scene, 'offers');

  const page = await scene.shop.inject({
    method: 'GET',
    url: path,
    headers: { 'accept-language': 'de', accept: 'text/html' },
  });

  assert.equal(page.statusCode, 200);
  assert.match(page.body, /<form method="post"/);
  assert.match(page.body, /Test shop zu: Angebote/);
  assert.match(page.body, /E-Mails zu Ihren Bestellungen/);
});

test('who says yes in the account becomes a reader by themselves, gets the news of the shop, and is forgotten after the no', async (t) => {
  const scene = await aScene(t);
  const { shop, owner } = scene;
  await set(scene, 'news', 'yes');
  await shop.settle();
  const atFirst = await readers(shop);

  const sent = await shop.inject({
    method: 'POST',
    url: '/api/admin/campaigns',
    headers: { cookie: owner },
    payload: { topic: 'news', subject: 'New lamps', text: 'They are warm.' },
  });
  assert.equal(sent.statusCode, 201, sent.body);
  await runCampaigns(shop.house, shop.tenant);
  const written = await letters(shop);
  await set(scene, 'news', 'no');
  await shop.settle();

  assert.equal(atFirst, 1);
  assert.deepEqual(
    written.map(({ subject }) => subject),
    ['New lamps'],
  );
  assert.equal(await readers(shop), 0);
});

test('the desk keeps the register of companies: agree, look, pause, review, end', async (t) => {
  const { shop, owner } = await aScene(t);
  const ask = (method: 'GET' | 'POST', url: string, payload?: object) =>
    shop.inject({ method, url, headers: { cookie: owner }, ...(payload && { payload }) });
  const wanted = {
    processor: 'mail',
    reference: 'Contract 7',
    purposes: ['notify', 'rights'],
    country: 'FR',
    mechanism: 'inside the EEA',
    reviewBy: new Date(Date.now() + 90 * 86_400_000).toISOString(),
  };

  const made = await ask('POST', '/api/admin/privacy/processors', wanted);
  assert.equal(made.statusCode, 201, made.body);
  const path = `/api/admin/privacy/processors/${made.json<{ id: string }>().id}`;
  const states: string[] = [];
  for (const [step, payload] of [
    ['pause', undefined],
    ['resume', undefined],
    ['review', { nextBy: new Date(Date.now() + 200 * 86_400_000).toISOString() }],
    ['end', undefined],
  ] as const) {
    assert.equal((await ask('POST', `${path}/${step}`, payload)).statusCode, 204);
    states.push((await shop.work(listAgreements))[0]?.state ?? 'gone');
  }
  const list = await ask('GET', '/api/admin/privacy/processors');
  const ledger = await ask('GET', '/api/admin/privacy/disclosures?processor=mail');

  assert.deepEqual(states, ['paused', 'open', 'open', 'ended']);
  const mail = list
    .json<{ items: { name: string; agreements: { reference: string; fault: string }[] }[] }>()
    .items.find(({ name }) => name === 'mail');
  assert.deepEqual(
    mail?.agreements.map(({ reference, fault }) => [reference, fault]),
    [['Contract 7', 'ended']],
  );
  assert.deepEqual(ledger.json(), { items: [], next: null });
  const wide = await ask('POST', '/api/admin/privacy/processors', { ...wanted, purposes: ['advertise'] });
  assert.equal(wide.json<{ code: string }>().code, 'privacy.purposeTooWide');
});

const readers = async (shop: TestServer): Promise<number> => {
  const found = await shop.house.db.transaction(shop.tenant.id, (tx) =>
    tx.selectFrom('notifications.reader').select('subjectId').execute(),
  );
  return found.length;
};
const letters = (shop: TestServer) => shop.work((ctx) => lettersTo(ctx, email), { purpose: 'administer' });
