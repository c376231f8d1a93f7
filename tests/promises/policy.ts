/** What the policy promises about itself: it is printed from what runs, dated, kept, compared and told. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { dropCaches } from '#kernel/cache.ts';
import type { Context, Tenant } from '#kernel/context.ts';
import type { ProfileName } from '#kernel/profile.ts';
import { anAccount } from '#modules/identity/index.ts';
import { lettersTo } from '#modules/notifications/index.ts';
import {
  compilePolicy,
  compileShop,
  diffPolicies,
  ensurePolicy,
  publishPolicy,
  publishedDocument,
  publishedVersions,
  sayChange,
  sentencesOf,
  tellReaders,
  textOf,
} from '#modules/policy/index.ts';
import type { DataMap, Fault } from '#modules/policy/index.ts';
import { declareProcessor, saveAgreement } from '#modules/privacy/index.ts';
import { createTenant, saveShop } from '#modules/tenancy/index.ts';
import { profileOf } from '#profiles/profiles.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { aServer } from '#testing/server.ts';
import { anAgreement } from './an-agreement.ts';
import type { Check, Checks } from './promise.ts';

const origin = 'http://shop.localhost';
const first = new Date('2026-03-01T09:00:00Z');
const later = new Date('2026-04-01T09:00:00Z');

declareProcessor({
  name: 'promised-printer',
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
  saveAgreement(ctx, anAgreement('promised-printer', 'https://labels.example', { purposes: ['fulfil'] }));

/** A shop of another profile, beside the test's own. */
async function aShopOf(shop: TestHouse, profile: ProfileName) {
  const tenant = await createTenant(shop.house, {
    slug: profile,
    profile,
    hosts: [`${profile}.localhost`],
    demo: true,
    shop: {
      name: 'Trade',
      legalName: 'Trade ApS',
      legalAddress: 'Havnegade 1',
      legalCountry: 'DK',
      country: 'DK',
      vatId: 'DK12345678',
      contactEmail: 'hello@trade.example',
    },
  });
  return { tenant, work: <T>(run: (ctx: Context) => Promise<T>): Promise<T> => shop.work(run, { tenant }) };
}

/** What keeps a policy from being published once its map was changed. */
function faultsOf(tenant: Pick<Tenant, 'profile'>, map: DataMap): readonly Fault[] {
  return compilePolicy({ map, profile: profileOf(tenant), carried: [], jurisdiction: 'DE' }).faults;
}

async function aPolicyShop(t: TestContext) {
  const shop = await aServer(t);
  shop.at(first);
  await shop.work((ctx) => ensurePolicy(ctx, origin));
  const change = async () => {
    shop.at(later);
    await shop.work(agreeWithPrinter);
    return shop.work((ctx) => publishPolicy(ctx, { origin }));
  };
  const page = async (url: string): Promise<string> => {
    const answer = await shop.inject({ url, headers: { 'accept-language': 'en' } });
    assert.equal(answer.statusCode, 200, `${url}: ${answer.body}`);
    return answer.body;
  };
  return { shop, change, page };
}

async function versionsAreDatedAndKept(t: TestContext) {
  const { shop, change, page } = await aPolicyShop(t);
  const before = await shop.work((ctx) => publishedDocument(ctx, 1, 'customer', 'en'));

  await change();

  assert.match(await page('/privacy/policy'), /Last updated: 1 April 2026/);
  assert.match(await page('/privacy/policy/1'), /Last updated: 1 March 2026/);
  assert.deepEqual(await shop.work((ctx) => publishedDocument(ctx, 1, 'customer', 'en')), before);
  const history = await page('/privacy/policy/history');
  for (const link of ['/privacy/policy/1', '/privacy/policy/2']) assert.ok(history.includes(link), link);
  assert.match(await page('/privacy/policy/2/changes'), /Etikett &amp; Co\. KG|Etikett &#38; Co/);
}

async function changesAreOnThePage(t: TestContext) {
  const { change, page } = await aPolicyShop(t);
  const before = await page('/');

  const published = await change();
  dropCaches(); // otherwise the page of a moment ago is shown for the rest of its second
  const after = await page('/');

  assert.deepEqual(published, { kind: 'published', version: 2, isMaterial: true });
  assert.ok(!before.includes('/privacy/policy/2'));
  assert.ok(after.includes('/privacy/policy/2'), 'the first page says that something changed');
}

async function theTextIsTheMap(t: TestContext) {
  const shop = await aHouse(t);
  const { map, documents, faults } = await shop.work((ctx) => compileShop(ctx));
  const [field] = map.fields;
  assert.ok(field);
  const changed = { ...map, fields: [...map.fields, { ...field, because: 'a reason that nobody gave yet' }] };

  const again = compilePolicy({
    map: changed,
    profile: profileOf(shop.tenant),
    carried: [],
    jurisdiction: 'DE',
  });

  assert.deepEqual(faults, []);
  const text = (all: typeof documents) =>
    all
      .filter(({ role }) => role !== 'staff')
      .map(textOf)
      .join('\n');
  assert.ok(again.faults.length > 0 || text(again.documents) !== text(documents));
}

async function nothingIsAbsolute(t: TestContext) {
  const shop = await aHouse(t);
  await shop.work(agreeWithPrinter);
  const { map, documents } = await shop.work((ctx) => compileShop(ctx));
  const [recipient] = map.recipients;
  assert.ok(recipient);

  const boast = { ...recipient, company: 'Completely Secure Ltd' };

  assert.ok(faultsOf(shop.tenant, { ...map, recipients: [boast] }).some(({ code }) => code === 'absolute'));
  for (const document of documents)
    assert.doesNotMatch(textOf(document), /(completely|absolutely|100 ?%) (secure|safe)/i);
}

async function everyReaderHasADocument(t: TestContext) {
  const shop = await aHouse(t);
  const rolesOf = async (profile: ProfileName) => {
    const { work } = await aShopOf(shop, profile);
    const { documents } = await work((ctx) => compileShop(ctx));
    return new Set(documents.map(({ role }) => role));
  };

  assert.ok((await rolesOf('k7tracks')).size >= 3, 'buyers, vendors and staff');
  assert.ok((await rolesOf('k-commerce')).size >= 2, 'visitors and users');
}

async function changesAreMailed(t: TestContext) {
  const shop = await aHouse(t);
  shop.at(first);
  const { tenant, work } = await aShopOf(shop, 'k-commerce');
  await work((ctx) => ensurePolicy(ctx, origin));
  const people = ['anna@example.org', 'ben@example.org'];
  for (const email of people) await work((ctx) => anAccount(ctx, { email }));
  shop.at(later);
  await work(agreeWithPrinter);
  await work((ctx) => publishPolicy(ctx, { origin }));

  await tellReaders(shop.house, tenant);
  await tellReaders(shop.house, tenant);

  for (const email of people) {
    const letters = await work((ctx) => lettersTo(ctx, email));
    assert.equal(letters.length, 1);
    assert.match(letters[0]?.text ?? '', /A company now gets data that did not before: Etikett & Co\. KG\./);
    assert.match(letters[0]?.text ?? '', /Ask for a copy of your data/);
  }
}

async function importantChangesReachAccounts(t: TestContext) {
  const shop = await aHouse(t);
  shop.at(first);
  const { tenant, work } = await aShopOf(shop, 'k7tracks');
  await work((ctx) => ensurePolicy(ctx, origin));
  await work((ctx) => anAccount(ctx, { email: 'anna@example.org' }));
  shop.at(later);
  await work(agreeWithPrinter);
  await work((ctx) => publishPolicy(ctx, { origin }));

  await tellReaders(shop.house, tenant);

  assert.ok(profileOf(tenant).notice.channels.includes('e-mail'));
  assert.equal((await work((ctx) => lettersTo(ctx, 'anna@example.org'))).length, 1);
}

async function measuresAreListed(t: TestContext) {
  const { shop, change, page } = await aPolicyShop(t);
  await change();

  const [change1] = await shop.work((ctx) => diffPolicies(ctx, 1, 2));
  const versions = await shop.work(publishedVersions);
  const document = await shop.work((ctx) => publishedDocument(ctx, 2, 'customer', 'en'));

  assert.ok(change1 && sayChange(change1, 'en').means.length > 10);
  assert.deepEqual(
    versions.map(({ publishedAt }) => publishedAt),
    [later, first],
  );
  const protection = document.sections.find(({ name }) => name === 'protection');
  assert.ok((protection?.blocks.length ?? 0) > 0, 'the measures stand in a section of their own');
  assert.match(await page('/privacy/policy/history'), /March 2026/);
}

async function controllersAreNamed(t: TestContext) {
  const shop = await aHouse(t);
  const { work } = await aShopOf(shop, 'k-commerce');
  const named = await work((ctx) => compileShop(ctx));

  await work((ctx) => saveShop(ctx, { legalName: '', contactEmail: '' }, 1));

  const text = named.documents.map(textOf).join('\n');
  for (const words of ['Trade ApS', 'DK12345678', 'Havnegade 1', 'hello@trade.example'])
    assert.ok(text.includes(words), words);
  const unnamed = await work((ctx) => compileShop(ctx));
  assert.ok(unnamed.faults.some(({ code }) => code === 'noController'));
  await assert.rejects(
    work((ctx) => publishPolicy(ctx, { origin })),
    { code: 'policy.doesNotCompile' },
  );
}

async function everyFieldHasItsReason(t: TestContext) {
  const shop = await aHouse(t);
  const { tenant, work } = await aShopOf(shop, 'opencrm');
  const { map } = await work((ctx) => compileShop(ctx));
  const [field] = map.fields;
  assert.ok(field);

  for (const { because } of map.fields) assert.ok(because.trim().length > 3);
  const silent = { ...map, fields: [{ ...field, because: '' }] };
  assert.ok(
    faultsOf(tenant, silent).some(({ code, clauses }) => code === 'noReason' && clauses.includes('OC-4')),
  );
}

async function waysOutLeadSomewhere(t: TestContext) {
  const shop = await aHouse(t);
  const { work } = await aShopOf(shop, 'opencrm');

  const { documents, faults } = await work((ctx) => compileShop(ctx));

  assert.deepEqual(
    faults.filter(({ code }) => code === 'deadLink'),
    [],
  );
  const links = documents.flatMap((document) => sentencesOf(document).flatMap(({ url }) => url ?? []));
  assert.ok(links.length > 0);
  for (const url of links)
    assert.doesNotMatch(url, /networkadvertising\.org/, 'that page no longer opts anybody out');
}

async function theDateMovesWithTheText(t: TestContext) {
  const shop = await aHouse(t);
  shop.at(first);
  await shop.work((ctx) => ensurePolicy(ctx, origin));
  const publish = (dated?: Date) =>
    shop.work((ctx) => publishPolicy(ctx, { origin, ...(dated && { dated }) }));

  await assert.rejects(publish(), { code: 'policy.nothingChanged' });
  await shop.work((ctx) => saveShop(ctx, { vatId: 'DE999999999' }, 1));
  await assert.rejects(publish(first), { code: 'policy.dateUnchanged' });
  shop.at(later);
  await publish();
}

async function sellersDataServeTheContract(t: TestContext) {
  const shop = await aHouse(t);
  const { tenant, work } = await aShopOf(shop, 'koopseri');
  const { map } = await work((ctx) => compileShop(ctx));
  const outside = ['marketing', 'advertise', 'analytics', 'personalise'] as const;

  for (const purpose of outside) assert.ok(!profileOf(tenant).purposes.includes(purpose), purpose);
  for (const { purposes } of map.fields)
    assert.ok(!purposes.some((purpose) => (outside as readonly string[]).includes(purpose)));
}

const dated: Check = {
  tries: 'the date stands on top, old versions stay at their address, and the change is told in words',
  run: versionsAreDatedAndKept,
};
const mailed: Check = {
  tries: 'everybody with an account gets one mail with what changes and what it means',
  run: changesAreMailed,
};

export const policyChecks: Checks = {
  'OK-15': { tries: 'a text that boasts of security does not compile', run: nothingIsAbsolute },
  'OK-20': dated,
  'OK-21': { tries: 'the first page of the shop tells of a material change', run: changesAreOnThePage },
  'OK-22': { tries: 'a field that is added changes the text or stops it', run: theTextIsTheMap },
  'K7-47': { tries: 'vendors, buyers and staff have a document each', run: everyReaderHasADocument },
  'K7-48': dated,
  'K7-49': {
    tries: 'a new recipient is mailed to everybody with an account',
    run: importantChangesReachAccounts,
  },
  'K7-50': dated,
  'KC-1': dated,
  'KC-2': { tries: 'visitors and users have a document each', run: everyReaderHasADocument },
  'KC-40': { tries: 'measures and changes are listed with their dates', run: measuresAreListed },
  'KC-48': mailed,
  'KC-49': mailed,
  'KC-50': dated,
  'KC-56': { tries: 'without name and address nothing is published', run: controllersAreNamed },
  'OC-4': { tries: 'a field without a reason does not compile', run: everyFieldHasItsReason },
  'OC-25': { tries: 'no way out leads to a page that is known to be dead', run: waysOutLeadSomewhere },
  'OC-53': { tries: 'a changed text needs a later date', run: theDateMovesWithTheText },
  'KS-1': { tries: 'no field of a seller serves advertising', run: sellersDataServeTheContract },
  'KS-18': dated,
};
