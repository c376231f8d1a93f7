import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { fc } from '#testing/generated.ts';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Profile } from '#kernel/profile.ts';
import { anAccount } from '#modules/identity/index.ts';
import { lettersTo } from '#modules/notifications/index.ts';
import { createTenant, saveShop } from '#modules/tenancy/index.ts';
import { declareProcessor, saveAgreement } from '#modules/privacy/index.ts';
import { kCommerce } from '#profiles/k-commerce.ts';
import { openkommerce } from '#profiles/openkommerce.ts';
import { profiles } from '#profiles/profiles.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { anAgreement } from '#tests/promises/an-agreement.ts';
import { sayChange } from './change.ts';
import { policyDesk, setSecondApprover } from './desk.ts';
import { diffMaps, isMaterial } from './diff-maps.ts';
import { textOf } from './document.ts';
import { aMap, aRecipient } from './map-makers.ts';
import { provePolicy } from './prove-policy.ts';
import { approvePolicy, ensurePolicy, publishPolicy, withdrawProposal } from './publish-policy.ts';
import { upsertSetting, selectVersions } from './queries.ts';
import { selectNotices } from './queries-notices.ts';
import { currentPolicy, diffPolicies, publishedDocument, publishedVersions } from './read-versions.ts';
import { seeNotice, unseenVersion } from './see-notice.ts';
import { tellReaders } from './tell-readers.ts';
import { policyLanguages } from './words.ts';

const origin = 'https://shop.example';
const first = new Date('2026-03-01T09:00:00Z');
const later = new Date('2026-04-01T09:00:00Z');

declareProcessor({
  name: 'label-printer',
  company: 'Etikett & Co. KG',
  role: 'shipping',
  says: { en: 'prints labels' },
  country: 'DE',
  mechanism: 'inside the EEA',
  purposes: ['fulfil'],
  fields: { name: 'identity.name', address: 'contact.address' },
  erasure: 'lapses',
  lapsesAfterDays: 30,
});

const agreeWithPrinter = (ctx: Context) =>
  saveAgreement(
    ctx,
    anAgreement('label-printer', 'https://labels.example', { purposes: ['fulfil'], validFrom: first }),
  );

const renameShop = async (ctx: Context): Promise<void> => {
  await saveShop(ctx, { vatId: 'DE999999999' }, 1);
};

async function aShopWithPolicy(t: TestContext): Promise<TestHouse> {
  const shop = await aHouse(t);
  shop.at(first);
  await shop.work((ctx) => ensurePolicy(ctx, origin));
  return shop;
}

test('a shop that says who is responsible has a policy with a date as soon as somebody asks', async (t) => {
  const shop = await aHouse(t);
  shop.at(first);

  const version = await shop.work((ctx) => ensurePolicy(ctx, origin));

  assert.equal(version?.number, 1);
  assert.deepEqual(version?.publishedAt, first);
  const document = await shop.work((ctx) => publishedDocument(ctx, 1, 'customer', 'en'));
  assert.match(document.dated.text, /Last updated: 1 March 2026 at 09:00 UTC \(version 1\)/);
  for (const language of policyLanguages)
    assert.ok((await shop.work((ctx) => publishedDocument(ctx, 1, 'staff', language))).sections.length > 8);
});

test('the policy of openkommerce, as the whole registry is now, has no faults', async (t) => {
  const shop = await aHouse(t);
  const { compileShop } = await import('./compile-shop.ts');

  const { faults } = await shop.work((ctx) => compileShop(ctx));

  assert.deepEqual(
    faults.map(({ says }) => says),
    [],
  );
});

test('whoever comes to a shop of any profile reads that their network address and browser are kept for security, and until when', async (t) => {
  const shop = await aHouse(t);
  const { compileShop } = await import('./compile-shop.ts');
  for (const { name } of profiles) {
    const tenant = { ...shop.tenant, profile: name };

    const { map, documents } = await shop.work((ctx) => compileShop({ ...ctx, tenant }));

    const policy = documents.find(({ role, language }) => role === 'customer' && language === 'en');
    if (!map.documents.includes('customer')) continue;
    assert.match(
      policy ? textOf(policy) : '',
      /Security records: IP address; Browser and kind of device\./,
      name,
    );
    assert.match(policy ? textOf(policy) : '', /90 days after the entry was made/, name);
  }
});

test('a shop that does not say who is responsible publishes nothing', async (t) => {
  const shop = await aHouse(t);
  await shop.work((ctx) => saveShop(ctx, { legalName: '', contactEmail: '' }, 1));

  assert.equal(await shop.work((ctx) => ensurePolicy(ctx, origin)), undefined);
  await assert.rejects(
    shop.work((ctx) => publishPolicy(ctx, { origin })),
    { code: 'policy.doesNotCompile' },
  );
});

test('what has not changed cannot be published, and what has needs a later date', async (t) => {
  const shop = await aShopWithPolicy(t);
  await assert.rejects(
    shop.work((ctx) => publishPolicy(ctx, { origin })),
    { code: 'policy.nothingChanged' },
  );
  await shop.work(renameShop);

  await assert.rejects(
    shop.work((ctx) => publishPolicy(ctx, { origin, dated: first })),
    { code: 'policy.dateUnchanged' },
  );
});

test('the proof of the policy says what changed until the next version says it', async (t) => {
  const shop = await aShopWithPolicy(t);
  assert.deepEqual(await shop.work(provePolicy), []);
  shop.at(later);
  await shop.work(agreeWithPrinter);

  const [finding] = await shop.work(provePolicy);
  assert.match(
    finding?.says ?? '',
    /A company now gets data that did not before: Etikett & Co\. KG\. Version 1 does not say so yet\./,
  );

  await shop.work((ctx) => publishPolicy(ctx, { origin }));
  assert.deepEqual(await shop.work(provePolicy), []);
});

test('old versions stay as they were, word by word', async (t) => {
  const shop = await aShopWithPolicy(t);
  const before = await shop.work((ctx) => publishedDocument(ctx, 1, 'customer', 'de'));
  shop.at(later);
  await shop.work(agreeWithPrinter);
  await shop.work((ctx) => publishPolicy(ctx, { origin }));

  assert.deepEqual(await shop.work((ctx) => publishedDocument(ctx, 1, 'customer', 'de')), before);
  const versions = await shop.work(publishedVersions);
  assert.deepEqual(
    versions.map(({ number }) => number),
    [2, 1],
  );
  const changes = await shop.work((ctx) => diffPolicies(ctx, 1, 2));
  assert.deepEqual(
    changes.map(({ name }) => name),
    ['recipientAdded', 'countryAdded'],
  );
});

test('everybody with an account is told of a material change, once on each way that the profile promises', async (t) => {
  const shop = await aShopWithPolicy(t);
  const anna = await shop.work((ctx) => anAccount(ctx, { email: 'anna@example.org' }));
  const ben = await shop.work((ctx) => anAccount(ctx, { email: 'ben@example.org' }));
  shop.at(later);
  await shop.work(agreeWithPrinter);
  const published = await shop.work((ctx) => publishPolicy(ctx, { origin }));
  assert.deepEqual(published, { kind: 'published', version: 2, isMaterial: true });

  await tellReaders(shop.house, shop.tenant);
  await tellReaders(shop.house, shop.tenant);

  const told = await shop.work((ctx) => selectNotices(ctx, 2));
  for (const { subject } of [anna, ben])
    assert.deepEqual(
      told
        .filter((one) => one.subjectId === subject)
        .map(({ channel }) => channel)
        .toSorted(),
      openkommerce.notice.channels.toSorted(),
    );
  assert.equal((await shop.work(currentPolicy))?.telling, 'told');
});

test('nobody is told of a change that does not concern them, unless the profile promises to tell of each', async (t) => {
  const shop = await aShopWithPolicy(t);
  await shop.work((ctx) => anAccount(ctx, { email: 'anna@example.org' }));
  shop.at(later);
  await shop.work(renameShop);

  const published = await shop.work((ctx) => publishPolicy(ctx, { origin }));
  await tellReaders(shop.house, shop.tenant);

  assert.deepEqual(published, { kind: 'published', version: 2, isMaterial: false });
  assert.deepEqual(await shop.work((ctx) => selectNotices(ctx, 2)), []);
});

test('where the profile promises a mail for each change, it says what changed and what it means, and advertises nothing', async (t) => {
  const shop = await aHouse(t);
  shop.at(first);
  const tenant = await createTenant(shop.house, {
    slug: 'trade',
    profile: 'k-commerce',
    hosts: ['trade.localhost'],
    demo: true,
    shop: {
      name: 'Trade',
      legalName: 'Trade ApS',
      legalAddress: 'Havnegade 1',
      legalCountry: 'DK',
      country: 'DK',
      contactEmail: 'hello@trade.example',
    },
  });
  const work = <T>(run: (ctx: Context) => Promise<T>): Promise<T> => shop.work(run, { tenant });
  await work((ctx) => ensurePolicy(ctx, origin));
  await work((ctx) => anAccount(ctx, { email: 'anna@example.org' }));
  await work((ctx) => anAccount(ctx, { email: 'ben@example.org' }));
  shop.at(later);
  await work(agreeWithPrinter);
  await work((ctx) => publishPolicy(ctx, { origin }));

  await tellReaders(shop.house, tenant);
  await tellReaders(shop.house, tenant);

  for (const email of ['anna@example.org', 'ben@example.org']) {
    const letters = await work((ctx) => lettersTo(ctx, email));
    assert.equal(letters.length, 1);
    assert.match(letters[0]?.text ?? '', /A company now gets data that did not before: Etikett & Co\. KG\./);
    assert.match(letters[0]?.text ?? '', /Ask for a copy of your data/);
    assert.match(letters[0]?.text ?? '', /https:\/\/shop\.example\/privacy\/policy\/2\/changes/);
  }
});

test('a version that was proposed can be taken back, and then nobody can approve it', async (t) => {
  const shop = await aShopWithPolicy(t);
  shop.at(later);
  await shop.work((ctx) => upsertSetting(ctx, true));
  await shop.work(agreeWithPrinter);
  await shop.work((ctx) => publishPolicy(ctx, { origin }));

  await shop.work((ctx) => withdrawProposal(ctx, 2));

  await assert.rejects(
    shop.work((ctx) => approvePolicy(ctx, 2)),
    { code: 'policy.notWaiting' },
  );
  await assert.rejects(
    shop.work((ctx) => approvePolicy(ctx, 7)),
    { code: 'policy.noSuchVersion' },
  );
});

test('who has seen what changed is asked no more, and has consented to nothing', async (t) => {
  const shop = await aShopWithPolicy(t);
  const anna = await shop.work((ctx) => anAccount(ctx, { email: 'anna@example.org' }));
  shop.at(later);
  await shop.work(agreeWithPrinter);
  await shop.work((ctx) => publishPolicy(ctx, { origin }));
  await tellReaders(shop.house, shop.tenant);
  const asAnna = { actor: { kind: 'buyer', id: anna.subject } } as const;
  assert.equal(await shop.work(unseenVersion, asAnna), 2);

  await shop.work((ctx) => seeNotice(ctx, 2), asAnna);

  assert.equal(await shop.work(unseenVersion, asAnna), undefined);
  const { consentsOf } = await import('#modules/privacy/index.ts');
  assert.deepEqual(await shop.work((ctx) => consentsOf(ctx, anna.subject)), []);
});

test('where a second yes is wanted, a version waits for it, and one person cannot give both', async (t) => {
  const shop = await aShopWithPolicy(t);
  const [one, two] = await Promise.all(
    ['one@example.org', 'two@example.org'].map((email) => shop.work((ctx) => anAccount(ctx, { email }))),
  );
  assert.ok(one && two);
  const as = (subject: SubjectId) => ({ actor: { kind: 'staff', id: subject } }) as const;
  shop.at(later);
  await shop.work((ctx) => upsertSetting(ctx, true));
  await shop.work(agreeWithPrinter);

  const proposed = await shop.work((ctx) => publishPolicy(ctx, { origin }), as(one.subject));
  assert.deepEqual(proposed, { kind: 'proposed', version: 2 });
  assert.equal((await shop.work(currentPolicy))?.number, 1);
  await assert.rejects(
    shop.work((ctx) => approvePolicy(ctx, 2), as(one.subject)),
    { code: 'policy.sameApprover' },
  );

  await shop.work((ctx) => approvePolicy(ctx, 2), as(two.subject));
  assert.equal((await shop.work(currentPolicy))?.number, 2);
  await assert.rejects(
    shop.work((ctx) => approvePolicy(ctx, 2), as(two.subject)),
    { code: 'policy.notWaiting' },
  );
});

test('one person cannot do without the second yes: it is switched off when two colleagues ask for it', async (t) => {
  const shop = await aShopWithPolicy(t);
  const [one, two] = await Promise.all(
    ['one@example.org', 'two@example.org'].map((email) => shop.work((ctx) => anAccount(ctx, { email }))),
  );
  assert.ok(one && two);
  const as = (subject: SubjectId) => ({ actor: { kind: 'staff', id: subject } }) as const;
  const set = (wanted: boolean, subject: SubjectId) =>
    shop.work((ctx) => setSecondApprover(ctx, wanted), as(subject));
  const desk = async (subject: SubjectId) => {
    const { secondApprover, switchingOff } = await shop.work(policyDesk, as(subject));
    return { secondApprover, switchingOff };
  };
  shop.at(later);
  await set(true, one.subject);

  assert.deepEqual(await set(false, one.subject), { kind: 'asked' });
  assert.deepEqual(await set(false, one.subject), { kind: 'asked' }, 'asking twice is no second person');
  assert.deepEqual(await desk(one.subject), { secondApprover: true, switchingOff: 'me' });
  await shop.work(agreeWithPrinter);
  assert.deepEqual(await shop.work((ctx) => publishPolicy(ctx, { origin }), as(one.subject)), {
    kind: 'proposed',
    version: 2,
  });

  await set(true, two.subject);
  assert.deepEqual(await set(false, two.subject), { kind: 'asked' }, 'the first wish was taken back');
  assert.deepEqual(await desk(one.subject), { secondApprover: true, switchingOff: 'a colleague' });
  assert.deepEqual(await set(false, one.subject), { kind: 'set' });
  assert.deepEqual(await desk(one.subject), { secondApprover: false, switchingOff: 'nobody' });
});

test('a version that was proposed before the shop moved on is not approved', async (t) => {
  const shop = await aShopWithPolicy(t);
  shop.at(later);
  await shop.work((ctx) => upsertSetting(ctx, true));
  await shop.work(agreeWithPrinter);
  await shop.work((ctx) => publishPolicy(ctx, { origin }));
  await shop.work(renameShop);

  await assert.rejects(
    shop.work((ctx) => approvePolicy(ctx, 2)),
    { code: 'policy.movedOn' },
  );
  assert.equal((await shop.work(selectVersions)).length, 2);
});

test('every kind of change has a sentence and a meaning in every language', () => {
  const old = aMap({ recipients: [] });
  const next = aMap({
    recipients: [aRecipient({ country: 'DK' })],
    profile: { ...kCommerce, purposes: [...openkommerce.purposes] },
    law: [{ retention: 'bookkeeping', span: { years: 10 }, cites: 'DE AO § 147(3)' }],
  });

  for (const change of [...diffMaps(old, next), ...diffMaps(next, old)])
    for (const language of policyLanguages) {
      const { says, means } = sayChange(change, language);
      assert.doesNotMatch(says, /undefined|\{/);
      assert.ok(means.length > 10);
    }
});

test('P26: whatever is added, used for more, given to more, sent further or kept longer is material; taking it away is not', () => {
  const more: readonly ((profile: Profile) => Parameters<typeof aMap>[0])[] = [
    () => ({ recipients: [aRecipient(), aRecipient({ name: 'x', company: 'X GmbH' })] }),
    () => ({
      recipients: [aRecipient({ categories: ['contact.email', 'content.message', 'contact.phone'] })],
    }),
    () => ({ recipients: [aRecipient({ purposes: ['notify', 'marketing'] })] }),
    () => ({ recipients: [aRecipient({ country: 'US', mechanism: 'scc' })] }),
    (profile) => ({ profile: { ...profile, advertising: 'consent' } }),
    () => ({ promised: (retention) => (retention === 'cart' ? { years: 3 } : { days: 30 }) }),
  ];

  fc.assert(
    fc.property(fc.constantFrom(...more), (change) => {
      const base = { promised: () => ({ days: 30 }) };
      const old = aMap(base);
      const next = aMap({ ...base, ...change(openkommerce) });

      assert.ok(isMaterial(diffMaps(old, next)));
      assert.ok(!isMaterial(diffMaps(old, old)));
    }),
  );
});
