/** What keeps a policy that promises something about other companies from being published when it is not so. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Profile, ProfileName } from '#kernel/profile.ts';
import { compilePolicy, compileShop } from '#modules/policy/index.ts';
import type { ClauseId, DataMap, Fault } from '#modules/policy/index.ts';
import { createTenant } from '#modules/tenancy/index.ts';
import { profileOf, profiles } from '#profiles/profiles.ts';
import { aHouse } from '#testing/house.ts';
import { aTenantOf } from './a-tenant.ts';

/** The policy of a shop that is just so, and what becomes of it when the map or the profile is changed. */
async function aPolicy(t: TestContext, name: ProfileName) {
  const shop = await aHouse(t);
  const tenant = await createTenant(shop.house, aTenantOf(name, 'promising'));
  const profile = profileOf(tenant);
  const { map, faults } = await shop.work((ctx) => compileShop(ctx), { tenant });
  assert.deepEqual(faults, [], 'as shipped it compiles');
  return (changed: {
    readonly map?: Partial<DataMap>;
    readonly profile?: Partial<Profile>;
  }): readonly Fault[] =>
    compilePolicy({
      map: { ...map, ...changed.map },
      profile: { ...profile, ...changed.profile },
      carried: profile.purposes,
      jurisdiction: 'BE',
    }).faults;
}

type Recipient = DataMap['recipients'][number];

const aRecipient = (changed: Partial<Recipient>): Recipient => ({
  name: 'somebody',
  company: 'Somebody & Co.',
  role: 'hosting',
  country: 'DE',
  mechanism: 'inside the EEA',
  purposes: ['fulfil'],
  categories: ['contact.address'],
  ...changed,
});

const named = (faults: readonly Fault[], code: Fault['code']): readonly ClauseId[] =>
  faults.find((one) => one.code === code)?.clauses ?? assert.fail(`no ${code}`);

/** A company abroad without a basis keeps the policy from being published. */
export const transfersAreNamed = (profile: ProfileName, clause: ClauseId) => async (t: TestContext) => {
  const compiled = await aPolicy(t, profile);
  const abroad = { role: 'shipping', country: 'US' } as const;

  assert.ok(
    named(
      compiled({ map: { recipients: [aRecipient({ ...abroad, mechanism: 'none' })] } }),
      'transferWithoutBasis',
    ).includes(clause),
  );
  assert.deepEqual(compiled({ map: { recipients: [aRecipient({ ...abroad, mechanism: 'scc' })] } }), []);
};

/** Who says that nothing leaves Europe names nobody outside of it; the sentence must change first. */
export async function europeIsMeant(t: TestContext): Promise<void> {
  const compiled = await aPolicy(t, 'k-commerce');
  const abroad = aRecipient({ country: 'US', mechanism: 'scc' });

  assert.deepEqual(named(compiled({ map: { recipients: [abroad] } }), 'transferContradicted'), [
    'KC-42',
    'KC-46',
  ]);
  const strict = compiled({ profile: { regions: 'eea-strict' } });
  assert.deepEqual(named(strict, 'transferContradicted'), ['KC-42', 'KC-46']);
  assert.ok(strict.every(({ code, ways }) => code !== 'transferContradicted' || ways.length === 3));
}

/** Nobody who buys data can stand in a policy, and no profile names one. */
export const buyersAreNoRecipients = (profile: ProfileName, clause: ClauseId) => async (t: TestContext) => {
  const compiled = await aPolicy(t, profile);

  assert.deepEqual(named(compiled({ map: { recipients: [aRecipient({ role: 'sale' })] } }), 'saleRole'), [
    clause,
  ]);
  assert.deepEqual(
    profiles.flatMap(({ processors }) => processors.filter(({ role }) => role === 'sale')),
    [],
  );
};

/** A list of companies that ends in "and others" is no list. */
export async function everyCompanyIsNamed(t: TestContext): Promise<void> {
  const compiled = await aPolicy(t, 'koopseri');
  const { processors } = profileOf({ profile: 'koopseri' });
  const [first = assert.fail()] = processors;

  const vague = [{ ...first, company: 'Sendparcel, DHL and others' }];
  assert.deepEqual(named(compiled({ profile: { processors: vague } }), 'openList'), ['KS-13']);
  const companies = processors.map(({ company }) => company).join(', ');
  for (const one of [/Sendparcel/, /DHL/, /WooCommerce/]) assert.match(companies, one);
}

/** A fourth end is a fault; carrying our own letters to their reader is none of those. */
export async function aFourthEndIsAFault(t: TestContext): Promise<void> {
  const compiled = await aPolicy(t, 'opencrm');
  const gets = (role: Recipient['role'], purpose: Recipient['purposes'][number]) =>
    compiled({ map: { recipients: [aRecipient({ role, purposes: [purpose] })] } });

  for (const [role, purpose] of [
    ['partner', 'marketing'],
    ['hosting', 'improve'],
    ['mail', 'advertise'],
  ] as const)
    assert.deepEqual(named(gets(role, purpose), 'thirdPartyPurpose'), ['OC-44']);
  for (const [role, purpose] of [
    ['shipping', 'fulfil'],
    ['payment', 'pay'],
    ['hosting', 'account'],
    ['shipping', 'rights'],
    ['mail', 'marketing'],
  ] as const)
    assert.deepEqual(gets(role, purpose), []);
}

/** Data that came from a channel or from books cannot be declared to serve marketing. */
export async function importedDataServeNoMarketing(t: TestContext): Promise<void> {
  const shop = await aPolicy(t, 'k-commerce');
  const field = (source: 'channel' | 'accounting' | 'person'): DataMap['fields'][number] => ({
    table: 'channels.customer',
    column: 'contact',
    field: 'email',
    category: 'contact.email',
    role: 'buyer',
    class: 'service',
    source,
    purposes: ['fulfil', 'marketing'],
    because: 'an order names its buyer',
    retention: 'order',
    onErase: 'delete-row',
  });

  for (const source of ['channel', 'accounting'] as const)
    assert.deepEqual(named(shop({ map: { fields: [field(source)] } }), 'importedMarketing'), ['KC-14']);
  assert.ok(!shop({ map: { fields: [field('person')] } }).some(({ code }) => code === 'importedMarketing'));
}
