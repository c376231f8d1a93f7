import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InjectOptions, RouteOptions } from 'fastify';
import type { Audience, Http } from '#kernel/http.ts';
import { aHouse } from '#testing/house.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { buildApp } from '../../src/app.ts';
import { everyAsker, isFor } from './visitors.ts';
import type { Asker } from './visitors.ts';

// Made from the running route table: a route that is added tomorrow is asked tomorrow, by everybody.

interface Ask {
  readonly method: NonNullable<InjectOptions['method']>;
  readonly route: string;
  readonly url: string;
  readonly audience: Audience | undefined;
  readonly crossSite: boolean;
}

const placeholders: Readonly<Record<string, string>> = {
  country: 'DE',
  account: 'revenue',
  slug: 'nothing-here',
  token: 'nothing',
  part: '1',
  file: 'small.webp',
};

const addressOf = (route: string): string =>
  route
    .replaceAll(
      /:(\w+)(\([^)]*\))?/g,
      (_all, name: string) => placeholders[name] ?? '01890000-0000-7000-8000-000000000000',
    )
    .replace('*', 'nothing');

const endsSession = ({ url, audience }: Ask): boolean => audience === 'public' && url.endsWith('/sign-out');

/** Every route as something that can be asked; what ends a session comes last. */
function asksOf(routes: readonly RouteOptions[]): Ask[] {
  const asks = routes.flatMap((route) =>
    [route.method].flat().map((method) => ({
      method: method as Ask['method'],
      route: `${String(method)} ${route.url}`,
      url: addressOf(route.url),
      audience: route.config?.audience,
      crossSite: route.config?.crossSite === true,
    })),
  );
  return asks.toSorted((a, b) => Number(endsSession(a)) - Number(endsSession(b)));
}

const isChange = ({ method }: Ask): boolean => method !== 'GET' && method !== 'HEAD';

async function statusOf(
  shop: TestServer,
  ask: Ask,
  cookie: string,
  extra: { host?: string; site?: string } = {},
): Promise<number> {
  const isForm = isChange(ask) && !ask.url.startsWith('/api/');
  const answer = await shop.inject({
    method: ask.method,
    url: ask.url,
    tenantHost: extra.host ?? 'shop.localhost',
    headers: {
      ...(cookie !== '' && { cookie }),
      ...(isForm && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...(extra.site !== undefined && { 'sec-fetch-site': extra.site }),
    },
    ...(isChange(ask) && { payload: isForm ? '' : {} }),
  });
  return answer.statusCode;
}

/** What is wrong with an answer. Shape: undefined when it is as it should be. */
function faultOf(ask: Ask, asker: Asker, status: number): string | undefined {
  const says = `${ask.route} answered ${status} to ${asker.name}`;
  const isDashboard = ask.url.startsWith('/dashboard'); // says 503 until it has been built
  if (status >= 500 && !(isDashboard && status === 503)) return `${says}, which is a failure of ours`;
  const expected = asker.kind === 'nobody' ? [401] : [401, 403];
  if (!isFor(ask.audience, asker) && !expected.includes(status)) return `${says}, who must not pass`;
  if (isFor(ask.audience, asker) && (status === 401 || status === 403)) return `${says}, whom it is for`;
  return undefined;
}

const roles = ['owner', 'catalogue', 'orders', 'support', 'finance', 'warehouse', 'data-protection'];
const names = [
  'a guest',
  'a buyer',
  'a buyer of another shop',
  'the owner of another shop',
  ...roles.map((role) => `staff (${role})`),
];

test('who may ask what', async (t) => {
  const shop = await aServer(t);
  const asks = asksOf(shop.app.routes);
  const askers = await everyAsker(shop);
  const cookieOf = (name: string): string => askers.find((one) => one.name === name)?.cookie ?? '';

  await t.test('there are routes to ask, and every kind of visitor asks them', () => {
    assert.deepEqual(
      askers.map(({ name }) => name),
      names,
    );
    assert.ok(asks.length > 200, `only ${asks.length} routes were found`);
  });

  for (const asker of askers) {
    await t.test(`${asker.name} gets through where a route is for them, and nowhere else`, async () => {
      const faults: (string | undefined)[] = [];
      for (const ask of asks) faults.push(faultOf(ask, asker, await statusOf(shop, ask, asker.cookie)));

      assert.deepEqual(
        faults.filter((fault) => fault !== undefined),
        [],
      );
    });
  }

  await t.test('at a host that no shop has, nothing answers but the health of the process', async () => {
    const answered: string[] = [];
    for (const ask of asks) {
      const status = await statusOf(shop, ask, cookieOf('staff (owner)'), { host: 'nobody.localhost' });
      if (status !== 404) answered.push(ask.route);
    }

    assert.deepEqual(answered.toSorted(), [
      'GET /health/live',
      'GET /health/ready',
      'HEAD /health/live',
      'HEAD /health/ready',
    ]);
  });

  await t.test('another site cannot make the browser of somebody signed in change anything', async () => {
    const taken: string[] = [];
    for (const ask of asks.filter((one) => isChange(one) && !one.crossSite)) {
      const status = await statusOf(shop, ask, cookieOf('staff (owner)'), { site: 'cross-site' });
      if (status !== 403) taken.push(`${ask.route} answered ${status}`);
    }

    assert.deepEqual(taken, []);
  });

  await t.test('what lies under the staff and account addresses is for them alone, doors aside', () => {
    const doors = ['sign-in', 'sign-out', 'reset/request', 'reset', 'invitations/accept'];
    const isRight = ({ url, audience }: Ask): boolean =>
      url.startsWith('/api/admin/')
        ? audience === 'staff' || typeof audience === 'object'
        : !url.startsWith('/api/account/') || audience === 'buyer';

    const open = asks.filter((ask) => !isRight(ask)).map(({ route }) => route);

    assert.deepEqual(open.toSorted(), doors.map((door) => `POST /api/admin/${door}`).toSorted());
  });
});

const whole = { audience: 'public', purpose: 'browse', says: 'A planted route.' } as const;

for (const part of ['audience', 'purpose', 'says'] as const) {
  test(`a route that does not declare its ${part} stops the start`, async (t) => {
    const { house } = await aHouse(t);
    const config = { ...whole, [part]: undefined };
    const routes = (http: Http): void =>
      void http.get('/planted', { config: config as never }, () => 'hello');

    const start = buildApp(house, [{ name: 'planted', tables: {}, routes }]);

    await assert.rejects(start, /GET \/planted must declare audience, purpose and a sentence/);
  });
}
