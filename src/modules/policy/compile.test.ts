import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Profile } from '#kernel/profile.ts';
import { blindIndex, plain, sealed, subject, table } from '#kernel/registry.ts';
import type { Purpose } from '#kernel/registry.ts';
import type { TenantId } from '#kernel/ids.ts';
import { kCommerce } from '#profiles/k-commerce.ts';
import { koopseri } from '#profiles/koopseri.ts';
import { opencrm } from '#profiles/opencrm.ts';
import { openkommerce } from '#profiles/openkommerce.ts';
import { compilePolicy } from './compile-policy.ts';
import { sentencesOf, textOf } from './document.ts';
import type { Fault, FaultCode } from './fault.ts';
import { aCookie, aMapOf, aRecipient } from './map-makers.ts';
import type { MapSources } from './read-map.ts';

const columnsFor = (purposes: Purpose[]) =>
  table('shop.guest_book', {
    tenantId: plain<TenantId>('tenant key'),
    buyerId: subject('buyer'),
    contact: sealed<{ name: string; email: string }>()({
      of: 'buyerId',
      class: 'service',
      source: 'person',
      because: 'a parcel needs somebody to go to',
      purposes,
      fields: { name: 'identity.name', email: 'contact.email' },
      retention: 'order',
      onErase: 'delete-row',
    }),
    emailHash: blindIndex({
      of: 'buyerId',
      category: 'contact.email',
      purposes,
      retention: 'order',
      onErase: 'delete-row',
    }),
  });
const guestBook = columnsFor(['fulfil', 'support', 'marketing']);

const small = (changed: Partial<Profile> = {}, from: Profile = openkommerce): Profile => ({
  ...from,
  purposes: ['fulfil', 'support', 'marketing'],
  laterPurposes: {},
  processors: [],
  ...changed,
});

const compiled = (profile: Profile = small(), changed: Partial<MapSources> = {}) =>
  compilePolicy({ map: aMapOf([guestBook], profile, changed), profile, carried: [], jurisdiction: 'DE' });

const the = (faults: readonly Fault[], code: FaultCode): Fault => {
  const found = faults.find((one) => one.code === code);
  assert.ok(found, `no ${code} among ${faults.map((one) => one.code).join(', ') || 'no faults'}`);
  return found;
};

test('a shop in which everything fits has a policy without faults, for every role in four languages', () => {
  const { documents, faults } = compiled();

  assert.deepEqual(faults, []);
  assert.equal(documents.length, 3 * 4);
});

test('a new column changes the text of the policy in every language', () => {
  const profile = small();
  const before = compiled(profile);
  const phoneBook = table('shop.phone_book', {
    tenantId: plain<TenantId>('tenant key'),
    buyerId: subject('buyer'),
    phone: sealed<{ number: string }>()({
      of: 'buyerId',
      class: 'service',
      source: 'person',
      because: 'the carrier calls before it comes',
      purposes: ['fulfil'],
      fields: { number: 'contact.phone' },
      retention: 'order',
      onErase: 'delete-row',
    }),
  });

  const after = compilePolicy({
    map: aMapOf([guestBook, phoneBook], profile),
    profile,
    carried: [],
    jurisdiction: 'DE',
  });

  for (const [index, document] of after.documents.entries()) {
    const old = before.documents[index];
    assert.ok(old);
    if (document.role !== 'staff') assert.notEqual(textOf(document), textOf(old));
  }
});

test('every sentence has a clause or a law behind it', () => {
  for (const profile of [small(), small({}, kCommerce), small({}, koopseri), small({}, opencrm)])
    for (const document of compiled(profile).documents)
      for (const one of sentencesOf(document)) assert.ok(one.clauses.length + one.law.length > 0, one.text);
});

describe('a policy does not compile', () => {
  test('when it says that nothing leaves Europe while K.Commerce’s own services are outside: by name, with three ways out', () => {
    const { faults } = compiled(
      small({ regions: 'eea-strict', processors: kCommerce.processors }, kCommerce),
    );
    const contradictions = faults.filter(({ code }) => code === 'transferContradicted');

    const found = the(faults, 'transferContradicted');
    assert.deepEqual(found.clauses, ['KC-42', 'KC-46']);
    assert.equal(found.ways.length, 3);
    const named = contradictions.map(({ says }) => says).join('\n');
    for (const company of ['AfterShip', 'ShipStation', 'Xero', 'Sage', 'Shopify'])
      assert.match(named, new RegExp(company));
    assert.doesNotMatch(named, /Amazon Europe/);
  });

  test('but does when the sentence allows the services that the merchant connects', () => {
    const profile = small({ processors: kCommerce.processors }, kCommerce);

    assert.deepEqual(compiled(profile).faults, []);
  });

  test('when that sentence is there and we ourselves send data out', () => {
    const profile = small({}, kCommerce);
    const abroad = aRecipient({
      name: 'clicks',
      company: 'Clicks Inc.',
      role: 'analytics',
      country: 'US',
      mechanism: 'scc',
    });

    the(compiled(profile, { recipients: [abroad] }).faults, 'transferContradicted');
  });

  test('when data go abroad and no basis is named', () => {
    const abroad = aRecipient({ country: 'US', mechanism: 'none' });

    the(compiled(small(), { recipients: [abroad] }).faults, 'transferWithoutBasis');
  });

  test('when a list of companies ends in "and others"', () => {
    const [first] = koopseri.processors;
    assert.ok(first);
    const vague = { ...first, company: 'Sendparcel, DHL and others' };
    const found = the(compiled(small({ processors: [vague] }, koopseri)).faults, 'openList');

    assert.deepEqual(found.clauses, ['KS-13']);
  });

  test('when nobody is responsible', () => {
    const controller = {
      name: '',
      address: '',
      country: 'DE',
      email: '',
      phone: null,
      vatId: null,
      registration: null,
    };
    const found = the(compiled(small({}, kCommerce), { controller }).faults, 'noController');

    assert.deepEqual(found.clauses, ['KC-56']);
    assert.match(found.says, /name, address, e-mail address/);
  });

  test('when the profile has a purpose that nothing serves', () => {
    const found = the(
      compiled(small({ purposes: ['fulfil', 'support', 'marketing', 'advertise'] })).faults,
      'purposeWithoutColumn',
    );

    assert.match(found.says, /advertise/);
  });

  test('but does when something other than a column serves it, or the profile says what is to come', () => {
    const profile = small({
      purposes: ['fulfil', 'support', 'marketing', 'suppress', 'advertise'],
      laterPurposes: { advertise: 'the marketplace face is to come' },
    });
    const map = aMapOf([guestBook], profile);

    assert.deepEqual(compilePolicy({ map, profile, carried: ['suppress'], jurisdiction: 'DE' }).faults, []);
  });

  test('when a column has no purpose that the profile knows', () => {
    const found = the(compiled(small({ purposes: ['browse'] })).faults, 'columnWithoutPurpose');

    assert.match(found.says, /shop\.guest_book\.contact/);
  });

  test('when it sends its readers to an opt-out page that was closed', () => {
    const link = {
      url: 'https://optout.networkadvertising.org/',
      says: { en: 'the NAI’s opt-out page' },
      clause: 'OC-25',
    };
    const found = the(compiled(small({ links: [link] }, opencrm)).faults, 'deadLink');

    assert.deepEqual(found.clauses, ['OC-25']);
  });

  test('when somebody calls their security perfect, in any language', () => {
    const [first] = kCommerce.processors;
    assert.ok(first);
    for (const says of [
      { en: 'Your data are completely secure.' },
      { en: 'hosts', de: 'Ihre Daten sind absolut sicher.' },
      { en: 'hosts', fr: 'Vos données sont entièrement sécurisées.' },
      { en: 'hosts', da: 'Dine oplysninger er fuldstændig sikre.' },
    ])
      the(compiled(small({ processors: [{ ...first, says }] })).faults, 'absolute');
  });

  test('when Koopseri deletes everything after three months and a law holds part of it: the article is named', () => {
    const profile = small({ everythingGoneAfter: { span: { months: 3 }, remainder: 'none' } }, koopseri);
    const law = [{ retention: 'order' as const, span: { years: 8 }, cites: 'DE AO § 147(3)' }];
    const found = the(compiled(profile, { law }).faults, 'goneBeforeLaw');

    assert.match(found.says, /DE AO § 147\(3\)/);
    assert.deepEqual(found.clauses, ['KS-16', 'KS-17']);
  });

  test('but does when it says that the law’s part is kept apart', () => {
    const law = [{ retention: 'order' as const, span: { years: 8 }, cites: 'DE AO § 147(3)' }];

    assert.deepEqual(compiled(small({}, koopseri), { law }).faults, []);
  });

  test('when somebody would buy data', () => {
    const found = the(
      compiled(small({}, kCommerce), { recipients: [aRecipient({ role: 'sale' })] }).faults,
      'saleRole',
    );

    assert.deepEqual(found.clauses, ['KC-21']);
  });

  test('when OpenCRM gives data to others for a fourth purpose', () => {
    const found = the(
      compiled(small({}, opencrm), { recipients: [aRecipient({ role: 'partner', purposes: ['marketing'] })] })
        .faults,
      'thirdPartyPurpose',
    );

    assert.deepEqual(found.clauses, ['OC-44']);
  });

  test('when a field has no reason', () => {
    const profile = small({}, opencrm);
    const map = aMapOf([guestBook], profile);
    const fields = map.fields.map((field) => ({ ...field, because: '' }));
    const found = the(
      compilePolicy({ map: { ...map, fields }, profile, carried: [], jurisdiction: 'DE' }).faults,
      'noReason',
    );

    assert.deepEqual(found.clauses, ['OC-4']);
  });

  test('when data of a merchant’s customers would serve marketing', () => {
    const profile = small({}, kCommerce);
    const map = aMapOf([guestBook], profile);
    const fields = map.fields.map((field) => ({ ...field, source: 'channel' as const }));
    const found = the(
      compilePolicy({ map: { ...map, fields }, profile, carried: [], jurisdiction: 'DE' }).faults,
      'importedMarketing',
    );

    assert.deepEqual(found.clauses, ['KC-14']);
  });

  test('when the browser holds something of a kind that the profile says does not exist', () => {
    const ad = aCookie({ name: '_ads', category: 'targeting' });

    the(compiled(small(), { browser: [ad] }).faults, 'cookieBeyondProfile');
  });
});

test('a policy names the authority of its country, and otherwise the one at home', () => {
  const map = aMapOf([guestBook], small());
  const inDenmark = compilePolicy({ map, profile: small(), carried: [], jurisdiction: 'DK' }).documents;
  const english = inDenmark.find(({ language }) => language === 'en');
  const german = compiled().documents.find(({ language }) => language === 'de');

  assert.ok(english && german);
  assert.match(textOf(english), /Datatilsynet/);
  assert.match(textOf(german), /Datenschutzbehörde an Ihrem Wohnort/);
});
