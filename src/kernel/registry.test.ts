import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kysely } from 'kysely';
import type { TenantId } from './ids.ts';
import { plain, sealed, subject, table } from './registry.ts';
import type { Rows, Sealed } from './registry.ts';

interface Contact {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
}

const complete = {
  of: 'buyerId',
  class: 'service',
  source: 'person',
  because: 'a parcel needs a name and an address',
  purposes: ['fulfil'],
  fields: { name: 'identity.name', email: 'contact.email', phone: 'contact.phone' },
  retention: 'order',
  onErase: 'delete-row',
} as const;

// The first gate is the type check: each line below must not compile. Should one compile, `npm run types` says so.
const { class: _class, ...withoutKeyClass } = complete;
const { purposes: _purposes, ...withoutPurpose } = complete;
const { onErase: _onErase, ...withoutEraseRule } = complete;
const { retention: _retention, ...withoutRetention } = complete;
const { source: _source, ...withoutSource } = complete;
const { because: _because, ...withoutNeed } = complete;
const { name, email } = complete.fields;
const planted = [
  // @ts-expect-error -- a field without a category, even an optional one
  sealed<Contact>()({ ...complete, fields: { name, email } }),
  // @ts-expect-error -- no key class: nobody could say when it ends
  sealed<Contact>()(withoutKeyClass),
  // @ts-expect-error -- no purpose
  sealed<Contact>()(withoutPurpose),
  // @ts-expect-error -- no rule for an erasure
  sealed<Contact>()(withoutEraseRule),
  // @ts-expect-error -- no word on how long it stays
  sealed<Contact>()(withoutRetention),
  // @ts-expect-error -- a purpose that nobody declared
  sealed<Contact>()({ ...complete, purposes: ['curiosity'] }),
  // @ts-expect-error -- nobody said where it comes from
  sealed<Contact>()(withoutSource),
  // @ts-expect-error -- nobody said why the shop needs it
  sealed<Contact>()(withoutNeed),
  // @ts-expect-error -- what a sales channel sent can never reach marketing (clause KC-14)
  sealed<Contact>()({ ...complete, source: 'channel', purposes: ['fulfil', 'marketing'] }),
  // @ts-expect-error -- nor what an accounting system sent
  sealed<Contact>()({ ...complete, source: 'accounting', purposes: ['advertise'] }),
  // @ts-expect-error -- a plain column without a reason
  plain<string>(),
];

const order = table('registrytest.order', {
  tenantId: plain<TenantId>('tenant key'),
  buyerId: subject('buyer'),
  contact: sealed<Contact>()(complete),
});
type OrdersRows = Rows<{ order: typeof order }>;

/** Never run: what a module's query builder lets one write. */
export const queries = (tx: Kysely<OrdersRows>, plainContact: Contact, contact: Sealed<Contact>) => [
  // @ts-expect-error -- a table of another module cannot be named
  tx.selectFrom('catalog.product'),
  // @ts-expect-error -- a column that the registry does not know cannot be named
  tx.selectFrom('registrytest.order').select('nickname'),
  // @ts-expect-error -- personal data cannot be stored unsealed
  tx.insertInto('registrytest.order').values({ buyerId: 'x' as never, contact: plainContact }),
  tx.insertInto('registrytest.order').values({ buyerId: 'x' as never, contact }),
];

test('a personal column says whose it is, under which key, why, how long, and what an erasure does', () => {
  const { spec } = order.columns.contact;

  assert.deepEqual(spec, { kind: 'sealed', nullable: false, row: 'id', ...complete });
  assert.equal(planted.length, 11);
});
