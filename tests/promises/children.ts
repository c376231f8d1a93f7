import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { declareForgetter } from '#kernel/erasure.ts';
import { declaredTables } from '#kernel/registry.ts';
import { anAccount, goodPassword } from '#modules/identity/index.ts';
import { findPersons } from '#modules/persons/index.ts';
import {
  consentsOf,
  declareProcessor,
  egress,
  grantConsent,
  isTombstoned,
  saveAgreement,
  storeNoticed,
} from '#modules/privacy/index.ts';
import type { HttpParcel } from '#modules/privacy/index.ts';
import { rowCounts } from '#testing/row-counts.ts';
import { aServer } from '#testing/server.ts';
import { aCompany } from '../fakes/a-company.ts';
import { asColleague } from '../misfortunes/a-sale.ts';
import { anAgreement } from './an-agreement.ts';

const email = 'kid.marker@example.org';

/** Whoever says in the form, or to the API, that they are too young leaves no row in any table of either database. */
export async function tooYoungLeavesNothing(t: TestContext): Promise<void> {
  const shop = await aServer(t);
  const before = await rowCounts(shop);
  const typed = { email, name: 'Kid Marker', password: goodPassword };

  const answer = await shop.inject({
    method: 'POST',
    url: '/api/store/account/sign-up',
    payload: { ...typed, oldEnough: false },
  });
  const page = await shop.inject({
    method: 'POST',
    url: '/account/sign-up',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(typed).toString(),
  });

  await storeNoticed(shop.house);
  assert.deepEqual([answer.statusCode, answer.json<{ code: string }>().code], [403, 'identity.tooYoung']);
  assert.equal(page.statusCode, 422);
  assert.match(page.body, /Nothing of what you typed was kept/);
  assert.deepEqual(await rowCounts(shop), before);
}

const company = declareProcessor({
  name: 'test-letters',
  company: 'Letters Test Ltd',
  role: 'mail',
  says: { en: 'writes letters' },
  country: 'DE',
  mechanism: 'inside the EEA',
  purposes: ['notify', 'rights'],
  fields: { email: 'contact.email', key: 'order.reference' },
  erasure: 'api_sync',
});

const letterTo = (
  subject: HttpParcel['about'][number],
  fields: HttpParcel['fields'],
  path: string,
): HttpParcel => {
  const account = declaredTables().get('identity.account') ?? assert.fail();
  return {
    processor: company.name,
    purpose: path === '/forget' ? 'rights' : 'notify',
    about: [subject],
    from: [{ table: account, column: 'profile' }],
    fields,
    on: { table: 'identity.account', id: subject },
    request: { method: 'POST', path },
  };
};

declareForgetter({
  processor: company.name,
  method: 'api_sync',
  async forget(house, tenant, { about, emails, key }) {
    const [subject = assert.fail()] = about;
    const sent = await egress.send(
      house,
      tenant,
      letterTo(subject, { email: emails[0] ?? '', key }, '/forget'),
    );
    return sent.kind === 'answered'
      ? { kind: 'confirmed', receipt: sent.body.toString() }
      : { kind: 'unreachable', code: sent.kind };
  },
  askAgain: () => Promise.resolve({ kind: 'unreachable', code: 'never-needed' }),
});

/** One press of staff forgets a reported child in this house and at every company that got something, without a wait. */
export async function aReportedChildIsForgotten(t: TestContext): Promise<void> {
  const shop = await aServer(t);
  const letters = await aCompany(t);
  letters.answerWith({ body: 'gone-1' });
  const { subject } = await shop.work((ctx) => anAccount(ctx, { email, name: 'Kid Marker' }));
  const notice = { text: 'News?', locale: 'en', ui: 'account' };
  await shop.work((ctx) => grantConsent(ctx, { subject, purpose: 'marketing', notice }));
  const purposes = ['notify', 'rights'] as const;
  await shop.work((ctx) => saveAgreement(ctx, anAgreement(company.name, letters.host, { purposes })));
  const sent = await egress.send(shop.house, shop.tenant, letterTo(subject, { email }, '/letters'));
  assert.equal(sent.kind, 'answered', JSON.stringify(sent));
  const officer = await asColleague(shop, 'owner');

  const stranger = await shop.inject({ method: 'POST', url: '/api/admin/minors', payload: { email } });
  const answer = await officer('POST', '/api/admin/minors', { email });
  const again = await officer('POST', '/api/admin/minors', { email });

  assert.equal(stranger.statusCode, 401);
  assert.deepEqual(
    [answer.statusCode, answer.json<{ state: string }>().state],
    [202, 'fulfilled'],
    answer.body,
  );
  assert.deepEqual(
    letters.heard.map(({ path }) => path),
    ['/letters', '/forget'],
  );
  assert.deepEqual(await shop.work((ctx) => findPersons(ctx, { email })), []);
  assert.deepEqual(await shop.work((ctx) => consentsOf(ctx, subject)), []);
  assert.equal(
    await shop.work((ctx) => isTombstoned(ctx, { category: 'contact.email', value: email })),
    true,
  );
  assert.deepEqual([again.statusCode, again.json<{ code: string }>().code], [404, 'persons.nobody']);
}
