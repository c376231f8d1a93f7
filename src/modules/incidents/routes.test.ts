import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { aColleague, goodPassword } from '#modules/identity/index.ts';
import { aServer } from '#testing/server.ts';
import { aPerson } from './makers.ts';

const nobody = '01890000-0000-7000-8000-000000000000';
const base = '/api/admin/privacy';

async function aDesk(t: TestContext) {
  const shop = await aServer(t);
  const { accountId } = await shop.work((ctx) =>
    aColleague(ctx, { email: 'dpo@shop.example', role: 'data-protection' }),
  );
  const answer = await shop.inject({
    method: 'POST',
    url: '/api/admin/sign-in',
    payload: { email: 'dpo@shop.example', password: goodPassword },
  });
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const ask = async <Body = { code?: string }>(
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: Body }> => {
    const { statusCode: status, body } = await shop.inject({
      method,
      url,
      headers: { cookie, ...headers },
      ...(payload && { payload }),
    });
    return { status, body: (body === '' ? {} : JSON.parse(body)) as Body };
  };
  return { shop, ask, accountId };
}

const newIncident = { track: 'breach', harms: ['confidentiality'], title: 'A stolen laptop', happened: '' };

test('what is not in a register is not found, and a change against an old state is not made', async (t) => {
  const { ask } = await aDesk(t);
  const { body } = await ask<{ id: string }>('POST', `${base}/incidents`, newIncident);
  const no = async (
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    headers?: Record<string, string>,
  ) => {
    const answer = await ask(method, `${base}${url}`, payload, headers);
    return `${answer.status} ${answer.body.code}`;
  };

  assert.equal(await no('GET', `/incidents/${nobody}`), '404 incidents.noIncident');
  assert.equal(await no('POST', `/incidents/${nobody}/close`), '404 incidents.noIncident');
  assert.equal(await no('GET', `/legal-requests/${nobody}`), '404 incidents.noRequest');
  assert.equal(await no('POST', `/legal-requests/${nobody}/export`), '404 incidents.noRequest');
  assert.equal(
    await no('POST', `/incidents/${body.id}/assess`, { risk: 'high' }, { 'if-match': '"7"' }),
    '412 incidents.changedMeanwhile',
  );
  const assessed = await ask(
    'POST',
    `${base}/incidents/${body.id}/assess`,
    { risk: 'high' },
    { 'if-match': '"1"' },
  );
  assert.equal(assessed.status, 204);
});

test('whoever looks after data protection works every register through the API', async (t) => {
  const { shop, ask, accountId } = await aDesk(t);
  const person = await shop.work((ctx) => aPerson(ctx, 'Mara Lindqvist'));
  await ask('GET', `/api/admin/customers/${person.accountId}`);
  const settings = { authorityHours: 48, auditEveryDays: 180, drillEveryDays: 365 };

  assert.deepEqual((await ask('PUT', `${base}/records/settings`, settings)).body, settings);
  assert.deepEqual((await ask('GET', `${base}/records/settings`)).body, settings);
  const heldAt = new Date(Date.now() - 60_000).toISOString();
  const record = { kind: 'security audit', outcome: 'passed', heldAt, reference: 'audit 1' };
  assert.equal((await ask('POST', `${base}/records`, record)).status, 201);
  const duty = { duty: 'training', doneAt: heldAt, reference: 'course 4' };
  assert.equal((await ask('POST', `${base}/records/staff/${accountId}`, duty)).status, 204);
  const staff = await ask<{ kept: { reference: string | null }[] }>('GET', `${base}/records/staff`);
  assert.ok(staff.body.kept.some(({ reference }) => reference === 'course 4'));
  const records = await ask<{ items: { validUntil: string }[] }>('GET', `${base}/records`);
  const days = (Date.parse(records.body.items[0]?.validUntil ?? '') - Date.parse(heldAt)) / 86_400_000;
  assert.equal(days, 180, 'an audit counts as long as the shop decided');

  const { body } = await ask<{ id: string }>('POST', `${base}/incidents`, newIncident);
  const scope = { subjects: [person.subject], from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
  assert.deepEqual((await ask('POST', `${base}/incidents/${body.id}/scope`, scope)).body, { people: 1 });
  const affected = await ask<{ items: { subject: string; countries: string[] }[] }>(
    'GET',
    `${base}/incidents/${body.id}/affected`,
  );
  assert.deepEqual(
    affected.body.items.map(({ subject, countries }) => [subject, countries]),
    [[person.subject, ['DE']]],
  );
  const listed = await ask<{ items: { clocks: { step: string; dueAt: string }[]; awareAt: string }[] }>(
    'GET',
    `${base}/incidents`,
  );
  const [incident] = listed.body.items;
  const due = incident?.clocks.find(({ step }) => step === 'authority')?.dueAt ?? '';
  assert.equal((Date.parse(due) - Date.parse(incident?.awareAt ?? '')) / 3_600_000, 48);
  const looks = await ask<{ items: { role: { code: string } }[] }>(
    'GET',
    `${base}/looks?subject=${person.subject}`,
  );
  assert.equal(looks.body.items[0]?.role.code, 'data-protection');
});

test('a legal request about an address finds everybody behind it, and nobody for an address nobody has', async (t) => {
  const { shop, ask } = await aDesk(t);
  const { email } = await shop.work((ctx) => aPerson(ctx, 'Mara Lindqvist'));
  const wish = { ground: 'law', authority: 'Tax office', reason: 'Audit', categories: ['identity.name'] };

  const found = await ask<{ id: string }>('POST', `${base}/legal-requests`, { ...wish, emails: [email] });
  const unknown = await ask('POST', `${base}/legal-requests`, { ...wish, emails: ['nobody@example.org'] });

  assert.deepEqual([found.status, unknown.status, unknown.body.code], [201, 422, 'incidents.scopeNeeded']);
  const whole = await ask<{ people: unknown[] }>('GET', `${base}/legal-requests/${found.body.id}`);
  assert.equal(whole.body.people.length, 1);
});
