import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { recordDuty } from './index.ts';
import { aColleague, anAccount, goodPassword } from './makers.ts';
import { undertaking } from './staff-record.ts';

const opened = new Date('2026-03-02T09:00:00Z');
const daysLater = (days: number): Date => new Date(opened.getTime() + days * 86_400_000);

async function asColleague(shop: TestServer, role: string) {
  const email = `${role}@shop.example`;
  const { accountId } = await shop.work((ctx) => aColleague(ctx, { email, role }));
  const enter = async (): Promise<string> => {
    const answer = await shop.inject({
      method: 'POST',
      url: '/api/admin/sign-in',
      payload: { email, password: goodPassword },
    });
    return String(answer.headers['set-cookie']).split(';')[0] ?? '';
  };
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const cookie = await enter();
    return shop.inject({ method, url, headers: { cookie }, ...(payload && { payload }) });
  };
  return { accountId, ask };
}

interface Listed {
  items: { id: string; name: string; isMasked: boolean }[];
}

// Clause KC-37.
test('a colleague whose training has run out sees masks, may not unmask, and sees people again once it is recorded', async (t) => {
  const shop = await aServer(t);
  shop.at(opened);
  const { accountId: customer } = await shop.work((ctx) => anAccount(ctx, { name: 'Mara Lindqvist' }));
  const { accountId, ask } = await asColleague(shop, 'support');
  const look = async () => (await ask('GET', '/api/admin/customers')).json<Listed>().items[0];
  const reveal = () => ask('POST', `/api/admin/customers/${customer}/reveal`, { because: 'buyer-asked' });

  assert.equal((await look())?.name, 'Mara Lindqvist', 'a new colleague works at once');
  shop.at(daysLater(31));
  assert.equal((await look())?.name, 'M••• L•••');
  const refused = await reveal();
  assert.deepEqual([refused.statusCode, refused.json<{ code: string }>().code], [403, 'identity.dutyLapsed']);

  await ask('POST', '/api/admin/me/confidentiality', { version: undertaking.version });
  assert.equal((await reveal()).statusCode, 403, 'the promise alone is not enough');
  await shop.work((ctx) =>
    recordDuty(ctx, accountId, { duty: 'training', doneAt: daysLater(30), reference: 'course 12/2026' }),
  );

  assert.equal((await look())?.name, 'Mara Lindqvist');
  assert.equal((await reveal()).statusCode, 200);
  shop.at(daysLater(30 + 366));
  assert.equal((await look())?.name, 'M••• L•••', 'a training counts for a year');
});

test('the owner of a new shop is never locked out: signing and recording stay open to who may not read people', async (t) => {
  const shop = await aServer(t);
  shop.at(opened);
  const { accountId, ask } = await asColleague(shop, 'owner');
  shop.at(daysLater(400));

  const before = (await ask('GET', '/api/admin/me/duties')).json<{ items: { isMet: boolean }[] }>();
  const signed = await ask('POST', '/api/admin/me/confidentiality', { version: undertaking.version });
  await shop.work((ctx) =>
    recordDuty(ctx, accountId, {
      duty: 'training',
      doneAt: daysLater(399),
      reference: 'self-study, certificate 4',
    }),
  );
  const after = (await ask('GET', '/api/admin/me/duties')).json<{ items: { isMet: boolean }[] }>();

  assert.deepEqual(
    before.items.map(({ isMet }) => isMet),
    [false, false],
  );
  assert.equal(signed.statusCode, 204);
  assert.deepEqual(
    after.items.map(({ isMet }) => isMet),
    [true, true],
  );
});

test('nobody can be trained in the future, and nobody who does not work here is trained', async (t) => {
  const shop = await aServer(t);
  shop.at(opened);
  const { accountId } = await asColleague(shop, 'support');
  const { accountId: buyer } = await shop.work((ctx) => anAccount(ctx));
  const duty = { duty: 'training', reference: 'x' } as const;

  await assert.rejects(
    shop.work((ctx) => recordDuty(ctx, accountId, { ...duty, doneAt: daysLater(1) })),
    { code: 'identity.dutyDates' },
  );
  await assert.rejects(
    shop.work((ctx) => recordDuty(ctx, buyer, { ...duty, doneAt: opened })),
    { code: 'identity.noAccount' },
  );
});
