import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { parse } from 'csv-parse/sync';
import { fc } from '#testing/generated.ts';
import { dropCaches } from '#kernel/cache.ts';
import { browserItems, readsGpc } from '#kernel/browser-items.ts';
import type { Http } from '#kernel/http.ts';
import type { Module } from '#kernel/module.ts';
import { useFeature } from '#modules/privacy/index.ts';
import { createTenant } from '#modules/tenancy/index.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { buildApp } from '../app.ts';
import { modules } from '../modules.ts';

const says = { en: 'For a test.', de: 'Für einen Test.' };
const base = { setBy: 'us', says, lasts: says, lifetimeSeconds: 60 } as const;
const feature = { name: 'planted', says };

browserItems({
  measure: { ...base, kind: 'cookie', name: 'test_measure', category: 'performance', feature },
  like: { ...base, kind: 'cookie', name: 'test_like', category: 'functionality', feature },
  advert: { ...base, kind: 'cookie', name: 'test_advert', category: 'targeting', feature },
  kept: { ...base, kind: 'local-storage', name: 'test_kept', category: 'functionality', feature },
  tag: {
    ...base,
    kind: 'script',
    name: 'https://tags.example',
    setBy: 'tags',
    category: 'targeting',
    feature,
    script: {
      src: 'https://tags.example/tag.js',
      connect: ['https://collect.example'],
      img: ['https://pixel.example'],
      frame: ['https://frame.example'],
    },
  },
});

const lines = ['test_measure=1; Path=/', 'test_like=1; Path=/', 'test_advert=1; Path=/', 'nobodys=1; Path=/'];
const config = { audience: 'public', purpose: 'browse', says: 'Sets every planted cookie.' } as const;

/** Five ways in which an answer can carry cookies; each tries to set all of them. */
const ways: Readonly<Record<string, (http: Http) => void>> = {
  reply: (http) =>
    http.get('/planted/reply', { config }, (_request, reply) => reply.header('set-cookie', lines).send('ok')),
  raw: (http) =>
    http.get('/planted/raw', { config }, (_request, reply) => {
      reply.raw.setHeader('Set-Cookie', lines);
      return reply.send('ok');
    }),
  hijacked: (http) =>
    http.get('/planted/hijacked', { config }, (_request, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, { 'Set-Cookie': lines });
      reply.raw.end('ok');
    }),
  array: (http) =>
    http.get('/planted/array', { config }, (_request, reply) => {
      reply.hijack();
      reply.raw.writeHead(
        200,
        lines.flatMap((line) => ['set-cookie', line]),
      );
      reply.raw.end('ok');
    }),
  implicit: (http) =>
    http.get('/planted/implicit', { config }, (_request, reply) => {
      reply.hijack();
      reply.raw.setHeader('set-cookie', lines);
      reply.raw.end('ok');
    }),
};

const nameColumn = 'Cookie / Data Key name';
let wild: string[] = [];

const plantedModule: Module = {
  name: 'planted',
  tables: {},
  routes: (http) => {
    for (const plant of Object.values(ways)) plant(http);
    http.get('/planted/wild', { config }, (_request, reply) => reply.header('set-cookie', wild).send('ok'));
  },
};

interface Shop extends TestHouse {
  readonly ask: (request: {
    url: string;
    method?: 'GET' | 'PUT' | 'POST';
    payload?: object;
    cookies?: Jar;
    gpc?: string | string[];
  }) => Promise<{
    status: number;
    body: string;
    headers: Readonly<Record<string, string | string[] | number | undefined>>;
    set: readonly string[];
  }>;
}

type Jar = Map<string, string>;

/** A shop of the profile that knows every category, with the planted feature turned on. */
async function aShopThatAsks(t: TestContext, isOn = true): Promise<Shop> {
  const shop = await aHouse(t);
  const tenant = await createTenant(shop.house, {
    slug: 'market',
    profile: 'k7tracks',
    hosts: ['market.localhost'],
    demo: true,
    shop: {
      name: 'Market',
      country: 'DE',
      legalName: 'Market GmbH',
      legalAddress: 'Marktplatz 1\n20095 Hamburg',
      contactEmail: 'shop@example.org',
      bankHolder: 'Market GmbH',
      bankIban: 'DE02120300000000202051',
      bankBic: 'BYLADEM1001',
    },
  });
  if (isOn) await shop.work((ctx) => useFeature(ctx, 'planted', true), { tenant });
  dropCaches();
  const { http } = await buildApp(shop.house, [...modules, plantedModule]);
  shop.beforeEnd(() => http.close());
  return {
    ...shop,
    tenant,
    ask: async ({ url, method = 'GET', payload, cookies = new Map<string, string>(), gpc }) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await http.inject({
        method,
        url,
        headers: {
          host: 'market.localhost',
          ...(cookie !== '' && { cookie }),
          ...(gpc !== undefined && { 'sec-gpc': gpc as string }),
        },
        ...(payload && { payload }),
      });
      const set = [answer.headers['set-cookie'] ?? []].flat();
      for (const line of set) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/max-age=0/i.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
      return { status: answer.statusCode, body: answer.body, headers: answer.headers, set };
    },
  };
}

/** What a wish for a category comes to: an exception is one only where there is something to be an exception from. */
function settle(category: string, wish: string, gpc: boolean): string {
  if (category !== 'targeting' || wish === 'no') return wish;
  if (!gpc) return 'yes';
  return wish === 'confirmed' ? 'confirmed' : 'no';
}

const namesOf = (set: readonly string[]): string[] =>
  set
    .filter((line) => !/max-age=0/i.test(line))
    .map((line) => line.slice(0, line.indexOf('=')))
    .toSorted();

for (const way of Object.keys(ways)) {
  test(`[P16] a cookie that nobody declared or nobody allowed does not leave the house by the way "${way}"`, async (t) => {
    const shop = await aShopThatAsks(t);

    const { status, set } = await shop.ask({ url: `/planted/${way}` });

    assert.equal(status, 200);
    assert.deepEqual(set, []);
  });
}

test('[P16] a cookie that seems to be taken away and is not, because a later lifetime counts, does not pass', async (t) => {
  const shop = await aShopThatAsks(t);
  wild = [
    'nobodys=1; Path=/; Max-Age=0; Max-Age=31536000',
    'test_like=1; Max-Age=-1; Max-Age = 60',
    'nobodys=; Max-Age=0',
  ];

  const { set } = await shop.ask({ url: '/planted/wild' });

  assert.deepEqual(set, ['nobodys=; Max-Age=0']);
});

test('[K7-39] [K7-40] what was allowed passes, and what was allowed once is taken out of the browser again', async (t) => {
  const shop = await aShopThatAsks(t);
  const cookies: Jar = new Map();
  const choose = (payload: object) =>
    shop.ask({ url: '/api/store/choices', method: 'PUT', payload, cookies });

  await choose({ performance: 'yes', functionality: 'yes', targeting: 'no' });
  const allowed = await shop.ask({ url: '/planted/reply', cookies });
  const taken = await choose({ functionality: 'no' });
  const after = await shop.ask({ url: '/planted/raw', cookies });

  assert.deepEqual(namesOf(allowed.set), ['test_like', 'test_measure']);
  assert.ok(taken.set.includes('test_like=; Path=/; Max-Age=0'));
  assert.equal(taken.headers['clear-site-data'], '"storage"');
  assert.deepEqual(namesOf(after.set), ['test_measure']);
  assert.ok(!cookies.has('test_like') && cookies.has('test_measure'));
});

test('[K7-41] "allow all" under Global Privacy Control does not open targeting; saying so explicitly does', async (t) => {
  const shop = await aShopThatAsks(t);
  const cookies: Jar = new Map();
  const all = { performance: 'yes', functionality: 'yes', targeting: 'yes' };

  const first = await shop.ask({ url: '/api/store/choices', method: 'PUT', payload: all, cookies, gpc: '1' });
  const under = await shop.ask({ url: '/planted/reply', cookies, gpc: '1' });
  await shop.ask({
    url: '/api/store/choices',
    method: 'PUT',
    payload: { targeting: 'confirmed' },
    cookies,
    gpc: '1',
  });
  const confirmed = await shop.ask({ url: '/planted/reply', cookies, gpc: '1' });

  assert.deepEqual((JSON.parse(first.body) as { permitted: string[] }).permitted, [
    'essential',
    'performance',
    'functionality',
  ]);
  assert.deepEqual(namesOf(under.set), ['test_like', 'test_measure']);
  assert.deepEqual(namesOf(confirmed.set), ['test_advert', 'test_like', 'test_measure']);
});

test('a yes that was said before the browser began to object closes under the signal', async (t) => {
  const shop = await aShopThatAsks(t);
  const cookies: Jar = new Map();
  await shop.ask({ url: '/api/store/choices', method: 'PUT', payload: { targeting: 'yes' }, cookies });

  const without = await shop.ask({ url: '/planted/reply', cookies });
  const under = await shop.ask({ url: '/planted/reply', cookies, gpc: '1' });

  assert.deepEqual(namesOf(without.set), ['test_advert']);
  assert.deepEqual(namesOf(under.set), []);
  assert.ok(under.set.includes('test_advert=; Path=/; Max-Age=0'));
});

test('Global Privacy Control is read as its specification says, doubled fields included', () => {
  const on = ['1', ['1'], ['1', '1'], '1, 1', '0, 1', ['0', '1'], '1,1'];
  const off = [undefined, '', '0', 'true', '01', '1.0', '"1"', '?1', '2', 'yes', '11', ['0', 'true'], '0, 0'];

  for (const header of on) assert.equal(readsGpc(header), true, JSON.stringify(header));
  for (const header of off) assert.equal(readsGpc(header), false, JSON.stringify(header));
});

test('a doubled signal on the wire counts as one', async (t) => {
  const shop = await aShopThatAsks(t);

  const answer = await shop.ask({ url: '/api/store/choices', gpc: ['1', '1'] });

  assert.equal((JSON.parse(answer.body) as { gpc: boolean }).gpc, true);
});

test('choices that somebody else signed, or that were changed, open nothing', async (t) => {
  const shop = await aShopThatAsks(t);
  const cookies: Jar = new Map();
  await shop.ask({ url: '/api/store/choices', method: 'PUT', payload: { performance: 'no' }, cookies });
  const value = cookies.get('kontor_choices') ?? '';

  for (const forged of [
    value.replace('p0', 'p1'),
    `${value}x`,
    '1.aaaa.p1.000000000000.0000000000000000000000',
    'p1',
  ]) {
    assert.notEqual(forged, value);
    const answer = await shop.ask({ url: '/planted/reply', cookies: new Map([['kontor_choices', forged]]) });

    assert.deepEqual(namesOf(answer.set), []);
  }
});

test('[P16] whatever is chosen in whatever order, with or without the signal, only what is allowed is set, run or reached', async (t) => {
  const shop = await aShopThatAsks(t);
  const wish = fc.constantFrom('yes', 'no', 'confirmed', undefined);
  const step = fc.record({
    performance: wish,
    functionality: wish,
    targeting: wish,
    gpc: fc.boolean(),
    way: fc.constantFrom('reply', 'raw', 'implicit'),
  });
  const categories = {
    test_measure: 'performance',
    test_like: 'functionality',
    test_advert: 'targeting',
  } as const;

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const cookies: Jar = new Map();
      const model: Record<string, string> = {};
      for (const { gpc, way, ...wishes } of steps) {
        const signal = gpc ? { gpc: '1' } : {};
        const payload = Object.fromEntries(Object.entries(wishes).filter(([, value]) => value !== undefined));
        await shop.ask({ url: '/api/store/choices', method: 'PUT', payload, cookies, ...signal });
        for (const [category, value] of Object.entries(payload))
          model[category] = settle(category, value ?? 'no', gpc);
        const isOpen = (category: string): boolean =>
          category === 'targeting' && gpc
            ? model[category] === 'confirmed'
            : model[category] === 'yes' || model[category] === 'confirmed';

        const { set } = await shop.ask({ url: `/planted/${way}`, cookies, ...signal });
        const page = await shop.ask({ url: '/privacy/cookies', cookies, ...signal });

        for (const name of namesOf(set))
          assert.ok(
            isOpen(categories[name as keyof typeof categories]),
            `${name} in ${JSON.stringify(steps)}`,
          );
        for (const [name, category] of Object.entries(categories))
          assert.ok(!cookies.has(name) || isOpen(category), `${name} in ${JSON.stringify(steps)}`);
        if (way !== 'implicit')
          for (const [name, category] of Object.entries(categories))
            assert.equal(cookies.has(name), isOpen(category), `${name} in ${JSON.stringify(steps)}`);
        const policy = String(page.headers['content-security-policy']);
        for (const host of ['tags.example', 'collect.example', 'pixel.example', 'frame.example'])
          assert.equal(policy.includes(host), isOpen('targeting'), host);
        assert.equal(page.body.includes('https://tags.example/tag.js'), isOpen('targeting'));
      }
    }),
    { numRuns: 25 },
  );
});

test('a script of others never runs at the checkout or where a page is about somebody, whatever was allowed', async (t) => {
  const shop = await aShopThatAsks(t);
  const cookies: Jar = new Map();
  await shop.ask({ url: '/api/store/choices', method: 'PUT', payload: { targeting: 'yes' }, cookies });

  for (const url of ['/account/sign-in', '/account/sign-up', '/privacy/choices', '/cart', '/checkout']) {
    const page = await shop.ask({ url, cookies });

    assert.doesNotMatch(String(page.headers['content-security-policy'] ?? ''), /example/, url);
    assert.doesNotMatch(page.body, /tags\.example\/tag\.js/, url);
  }
});

test('where nothing in use needs an answer there is no bar, no question and no cookie', async (t) => {
  const shop = await aShopThatAsks(t, false);

  const home = await shop.ask({ url: '/' });
  const state = JSON.parse((await shop.ask({ url: '/api/store/choices' })).body) as Record<string, unknown>;

  assert.doesNotMatch(home.body, /choice-bar/);
  assert.deepEqual(home.set, []);
  assert.deepEqual(state, { gpc: false, asked: [], permitted: ['essential'], mayAsk: false });
});

const samples = new URL(process.env['KONTOR_SAMPLES'] ?? '../../../shared/data/', import.meta.url);
const list = new URL('cookies/open-cookie-database.csv', samples);
const isThere = existsSync(list);

test(
  '[P16] none of two thousand cookies that the web knows leaves the house, even with everything allowed',
  { skip: isThere ? false : 'the list of known cookies is not on this machine' },
  async (t) => {
    const shop = await aShopThatAsks(t);
    const rows = parse(await readFile(list, 'utf8'), { columns: true, bom: true });
    const names = [
      ...new Set(rows.map((row) => String((row as Record<string, unknown>)[nameColumn]))),
    ].filter((name) => /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name));
    const cookies: Jar = new Map();
    const all = { performance: 'yes', functionality: 'yes', targeting: 'yes' };
    await shop.ask({ url: '/api/store/choices', method: 'PUT', payload: all, cookies });

    for (let from = 0; from < names.length; from += 200) {
      wild = names.slice(from, from + 200).map((name) => `${name}=1; Path=/; Max-Age=63072000`);
      const { set } = await shop.ask({ url: '/planted/wild', cookies });

      assert.deepEqual(set, []);
    }
    assert.ok(names.length > 1500, `${names.length} names`);
  },
);
