import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anAccount, goodPassword } from '#modules/identity/index.ts';
import { codeIn } from '#modules/notifications/index.ts';
import { aMugShop, anAsker, lettersOf, textOfZip } from './an-asker.ts';

const aDay = 86_400_000;

test('a guest gets everything of their two orders by a mailed link, and nothing of anybody else', async (t) => {
  const { shop, buys } = await aMugShop(t);
  await buys('mira@example.org', {
    name: 'Mirabella Quokkason',
    line1: 'Wombatweg 11',
    phone: '+4940111222333',
  });
  await buys('MIRA@example.org', { name: 'Mirabella Quokkason', line1: 'Echidnaallee 22' });
  await buys('third@example.org', { name: 'Thirdperson Platypus', line1: 'Numbatstrasse 33' });
  const mira = anAsker(shop);
  await mira.open('mira@example.org');

  const request = await mira.request({ kind: 'access' });

  assert.equal(request.state, 'fulfilled');
  const answer = await mira.fetch(request.package?.code ?? '');
  assert.equal(answer.headers['content-type'], 'application/zip');
  const copy = await textOfZip(answer.rawPayload);
  for (const hers of [
    'Mirabella Quokkason',
    'Wombatweg 11',
    'Echidnaallee 22',
    '+4940111222333',
    'mira@example.org',
  ])
    assert.ok(copy.includes(hers), `her copy has ${hers}`);
  for (const others of ['Thirdperson', 'Numbatstrasse', 'third@example.org'])
    assert.ok(!copy.includes(others), `her copy has nothing of ${others}`);
  const page = await mira.page('/privacy');
  assert.match(page, /Wombatweg 11/);
  assert.doesNotMatch(page, /Thirdperson|Numbatstrasse/);
});

test('the mailed link to the copy works for whoever reads the mail, five times, for a fortnight', async (t) => {
  const { shop, buys } = await aMugShop(t, new Date('2027-03-02T10:00:00Z'));
  await buys('mira@example.org', { name: 'Mirabella Quokkason' });
  const mira = anAsker(shop);
  await mira.open('mira@example.org');
  await mira.request({ kind: 'portability' });
  const [letter] = await lettersOf(shop, 'mira@example.org', 'copy');
  const code = codeIn(letter?.text);

  const looked = await anAsker(shop).ask('GET', `/privacy/copy?code=${code}`);
  const statuses: number[] = [];
  for (let time = 0; time < 6; time += 1) statuses.push((await anAsker(shop).fetch(code)).statusCode);

  assert.equal(looked.statusCode, 200, 'looking fetches nothing');
  assert.deepEqual(statuses, [200, 200, 200, 200, 200, 410]);
  await mira.request({ kind: 'access' });
  const [second] = await lettersOf(shop, 'mira@example.org', 'copy');
  shop.at(new Date('2027-03-17T10:00:00Z'));
  assert.equal(
    (await anAsker(shop).fetch(codeIn(second?.text))).statusCode,
    410,
    'after a fortnight it is gone',
  );
});

test('a stranger who types somebody’s address learns nothing: the answer is the same, known or not', async (t) => {
  const { shop, buys } = await aMugShop(t);
  await buys('known@example.org', { name: 'Known Person' });
  const stranger = anAsker(shop);
  const answers: unknown[] = [];

  for (const email of ['known@example.org', 'unknown@example.org']) {
    const asks = [
      await stranger.ask('POST', '/api/store/privacy/links', { email }),
      await stranger.ask('POST', '/api/store/privacy/requests', { email, kind: 'access' }),
      await stranger.ask('POST', '/api/store/privacy/requests', { email, kind: 'erase' }),
    ];
    answers.push(
      asks.map(({ statusCode, body, headers }) => [statusCode, body, headers['set-cookie'] ?? null]),
    );
  }

  assert.deepEqual(answers[0], answers[1]);
  for (const email of ['known@example.org', 'unknown@example.org']) {
    assert.equal((await lettersOf(shop, email, 'link')).length, 1);
    assert.equal((await lettersOf(shop, email, 'receipt')).length, 2);
  }
  assert.equal((await stranger.ask('GET', '/api/store/privacy/requests')).statusCode, 409);
  assert.doesNotMatch(await stranger.page('/privacy'), /Known Person/);
});

test('a link works once and for a day; looking at it does not use it up', async (t) => {
  const { shop } = await aMugShop(t, new Date('2027-03-02T10:00:00Z'));
  const asker = anAsker(shop);
  await asker.ask('POST', '/api/store/privacy/links', { email: 'mira@example.org' });
  await asker.ask('POST', '/api/store/privacy/links', { email: 'late@example.org' });
  const code = codeIn((await lettersOf(shop, 'mira@example.org', 'link'))[0]?.text);
  const late = codeIn((await lettersOf(shop, 'late@example.org', 'link'))[0]?.text);

  const looks = await asker.ask('GET', `/privacy/open?code=${code}`);
  const first = await anAsker(shop).ask('POST', '/api/store/privacy/proofs', { code });
  const second = await anAsker(shop).ask('POST', '/api/store/privacy/proofs', { code });
  shop.at(new Date(Date.parse('2027-03-02T10:00:00Z') + aDay + 1000));
  const tooLate = await anAsker(shop).ask('POST', '/api/store/privacy/proofs', { code: late });

  assert.deepEqual(
    [looks.statusCode, first.statusCode, second.statusCode, tooLate.statusCode],
    [200, 200, 410, 410],
  );
  assert.equal(second.json<{ code: string }>().code, 'rights.linkGone');
});

test('the page of a link says, masked, which address is shown with the push; a code that is not ours is no link', async (t) => {
  const { shop } = await aMugShop(t);
  const asker = anAsker(shop);
  await asker.ask('POST', '/api/store/privacy/links', { email: 'mira@example.org' });
  await asker.ask('POST', '/api/store/privacy/requests', { email: 'mira@example.org', kind: 'access' });
  const opens = codeIn((await lettersOf(shop, 'mira@example.org', 'link'))[0]?.text);
  const proves = codeIn((await lettersOf(shop, 'mira@example.org', 'receipt'))[0]?.text);

  for (const code of [opens, proves]) {
    const page = await asker.page(`/privacy/open?code=${code}`);
    assert.match(page, /m•••@e•••\.org/);
    assert.doesNotMatch(page, /mira@example/);
  }
  await anAsker(shop).ask('POST', '/api/store/privacy/proofs', { code: opens });
  for (const code of [opens, 'nonsense', '']) {
    const gone = await asker.ask('GET', `/privacy/open?code=${code}`);
    assert.equal(gone.statusCode, 410);
    assert.match(gone.body, /no longer good/);
    assert.doesNotMatch(gone.body, /<input type="hidden" name="code"/);
  }
});

test('a copy over several addresses is given to whoever shows all of them, and no mail carries its link', async (t) => {
  const { shop, buys } = await aMugShop(t);
  await buys('victim@example.org', { name: 'Victoria Quoll' });
  const victim = anAsker(shop);
  // Somebody has talked the victim into pushing a link to a stranger's mailbox first.
  await victim.open('thief@example.org');
  await victim.open('victim@example.org');

  const own = await victim.request({ kind: 'access' });

  const mailed = [
    ...(await lettersOf(shop, 'thief@example.org', 'copy')),
    ...(await lettersOf(shop, 'victim@example.org', 'copy')),
  ];
  assert.equal(mailed.length, 2, 'each of the two mailboxes hears of it');
  for (const { text } of mailed) {
    assert.doesNotMatch(text, /code=/);
    assert.match(text, /more than one of your addresses/);
  }
  const thief = anAsker(shop);
  await thief.open('thief@example.org');
  const [seen] = await thief.requests();
  assert.equal(seen?.package, null, 'one mailbox alone opens nothing of the other');
  const page = await thief.page(`/privacy/requests/${own.id}`);
  assert.match(page, /about more than one address/);
  assert.doesNotMatch(page, /action="\/privacy\/copy"/);
  const copy = await victim.fetch(own.package?.code ?? '');
  assert.match(await textOfZip(copy.rawPayload), /Victoria Quoll/);
});

test('the centre closes after half an hour', async (t) => {
  const { shop } = await aMugShop(t, new Date('2027-03-02T10:00:00Z'));
  const asker = anAsker(shop);
  await asker.open('mira@example.org');
  assert.equal((await asker.ask('GET', '/api/store/privacy/requests')).statusCode, 200);

  shop.at(new Date('2027-03-02T10:31:00Z'));

  assert.equal((await asker.ask('GET', '/api/store/privacy/requests')).statusCode, 409);
});

test('who asks without end is asked to wait, whether the address is known or not', async (t) => {
  const { shop } = await aMugShop(t);
  const asker = anAsker(shop);
  const statuses: number[] = [];

  for (let time = 0; time < 6; time += 1)
    statuses.push(
      (await asker.ask('POST', '/api/store/privacy/links', { email: 'mira@example.org' })).statusCode,
    );

  assert.deepEqual(statuses, [202, 202, 202, 202, 202, 429]);
  assert.equal((await lettersOf(shop, 'mira@example.org', 'link')).length, 5);
});

test('somebody with an account gives the password again; an address that was never confirmed gets nothing', async (t) => {
  const { shop } = await aMugShop(t);
  await shop.work((ctx) => anAccount(ctx, { email: 'sure@example.org', name: 'Surely Numbat' }));
  await shop.work((ctx) =>
    anAccount(ctx, { email: 'unsure@example.org', name: 'Unsure Numbat', verified: false }),
  );
  const signIn = async (email: string) => {
    const answer = await shop.inject({
      method: 'POST',
      url: '/api/store/account/sign-in',
      payload: { email, password: goodPassword },
    });
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    return (payload: object) =>
      shop.inject({ method: 'POST', url: '/api/account/privacy/requests', payload, headers: { cookie } });
  };
  const sure = await signIn('sure@example.org');

  const wrong = await sure({ kind: 'access', password: 'not-the-password-at-all' });
  const right = await sure({ kind: 'access', password: goodPassword });

  assert.equal(wrong.json<{ code: string }>().code, 'rights.wrongPassword');
  assert.equal(right.statusCode, 201, right.body);
  const { package: made, door } = right.json<{ package: { code: string }; door: string }>();
  assert.equal(door, 'account');
  assert.match(await textOfZip((await anAsker(shop).fetch(made.code)).rawPayload), /Surely Numbat/);
  const other = anAsker(shop);
  await other.open('unsure@example.org');
  const request = await other.request({ kind: 'access' });
  assert.equal(request.package, null, 'reading the mail of an address does not show who opened the account');
  assert.doesNotMatch(await other.page('/privacy'), /Unsure Numbat/);
});

test('the address of one browser never adds to what another one has asked for', async (t) => {
  const { shop, buys } = await aMugShop(t);
  await buys('victim@example.org', { name: 'Victoria Quoll' });
  const thief = anAsker(shop);
  await thief.open('thief@example.org');
  await thief.ask('POST', '/api/store/privacy/links', { email: 'victim@example.org' });
  const code = codeIn((await lettersOf(shop, 'victim@example.org', 'link'))[0]?.text);

  await anAsker(shop).ask('POST', '/api/store/privacy/proofs', { code });

  const request = await thief.request({ kind: 'access' });
  assert.equal(request.package, null);
  assert.doesNotMatch(await thief.page('/privacy'), /Victoria/);
});

test('two addresses shown in one browser open what is kept under both', async (t) => {
  const { shop, buys } = await aMugShop(t);
  await buys('one@example.org', { name: 'Oneida Bilby' });
  await buys('two@example.org', { name: 'Twoida Bilby' });
  const asker = anAsker(shop);

  await asker.open('one@example.org');
  await asker.open('two@example.org');

  const page = await asker.page('/privacy');
  assert.match(page, /Oneida Bilby/);
  assert.match(page, /Twoida Bilby/);
});
