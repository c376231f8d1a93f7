import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aColleague, anAccount, goodPassword } from '#modules/identity/index.ts';
import { consentsOf, grantConsent } from '#modules/privacy/index.ts';
import { aServer } from '#testing/server.ts';
import { findPersons } from '#modules/persons/index.ts';

test("[K7-46] a child's data that is reported is gone at once, without the days that others have", async (t) => {
  const shop = await aServer(t);
  const { subject } = await shop.work((ctx) => anAccount(ctx, { email: 'kid@example.org', name: 'Kid Doe' }));
  await shop.work((ctx) =>
    grantConsent(ctx, {
      subject,
      purpose: 'marketing',
      notice: { text: 'News?', locale: 'en', ui: 'account' },
    }),
  );
  await shop.work((ctx) => aColleague(ctx, { email: 'dpo@example.org' }));
  const signedIn = await shop.inject({
    method: 'POST',
    url: '/api/admin/sign-in',
    payload: { email: 'dpo@example.org', password: goodPassword },
  });
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  const report = (email: string) =>
    shop.inject({ method: 'POST', url: '/api/admin/minors', headers: { cookie }, payload: { email } });

  const answer = await report('kid@example.org');
  const again = await report('kid@example.org');
  const stranger = await shop.inject({
    method: 'POST',
    url: '/api/admin/minors',
    payload: { email: 'kid@example.org' },
  });

  assert.equal(answer.statusCode, 202, answer.body);
  assert.equal(answer.json<{ state: string }>().state, 'fulfilled');
  assert.deepEqual(await shop.work((ctx) => findPersons(ctx, { email: 'kid@example.org' })), []);
  assert.deepEqual(await shop.work((ctx) => consentsOf(ctx, subject)), []);
  assert.deepEqual([again.statusCode, again.json<{ code: string }>().code], [404, 'persons.nobody']);
  assert.equal(stranger.statusCode, 401);
});
