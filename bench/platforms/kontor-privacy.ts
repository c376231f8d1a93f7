/** What it costs that people are sealed, measured in the bench's own process on the running shop's databases. */
import type { Context, Tenant } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Sealed, SealedColumn, Table } from '#kernel/registry.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { ordersModule } from '#modules/orders/index.ts';
import { copyOf, erasePersons, findPersons, planErasure, residueOf, zipOf } from '#modules/persons/index.ts';
import { judgeBrowser, readChoices, vault, writeChoices } from '#modules/privacy/index.ts';
import { profileOf } from '#profiles/profiles.ts';
import pg from 'pg';
import type { BuiltHouse } from '../../src/build-house.ts';
import type { PrivacyPlatform } from '../platform.ts';
import { benchActor } from './kontor-catalogue.ts';

/** The e-mail addresses under which one person buys again and again, and another a few times. */
export const addresses = { regular: 'regular@example.org', occasional: 'occasional@example.org' };

const somebody = {
  name: 'Erika Muster',
  email: addresses.regular,
  line1: 'Marktplatz 1',
  postcode: '20095',
  city: 'Hamburg',
  country: 'DE',
};
type Snapshot = typeof somebody;

/** Whom an order concerns: the very columns that a purchase writes. */
const party = ordersModule.tables['party'] as unknown as Table<
  'orders.party',
  {
    readonly contact: SealedColumn<Snapshot, 'subjectId', null>;
    readonly invoice: SealedColumn<Snapshot, 'subjectId', null>;
    readonly emailIndex: Table['columns'][string];
    readonly nameTokens: Table['columns'][string];
  }
>;

interface PartyRow {
  readonly id: string;
  readonly subjectId: SubjectId;
  readonly contact: Sealed<Snapshot>;
}

export function privacyOf(house: BuiltHouse, tenant: Tenant, adminUrl: string): PrivacyPlatform {
  const work = <T>(run: (ctx: Context) => Promise<T>): Promise<T> =>
    unitOfWork(house, { tenant, actor: { ...benchActor, purpose: 'rights' } }, run);
  let page: PartyRow[] | undefined;
  return {
    sealPurchases: (times) =>
      work(async (ctx) => {
        for (let turn = 0; turn < times; turn += 1) await sealPurchase(ctx);
      }),
    async readPages(times, opened) {
      const rows = (page ??= await work(sealPage));
      await work(async (ctx) => {
        for (let turn = 0; turn < times; turn += 1) {
          if (opened) await vault.openMany(ctx, party, 'contact', rows);
          else rows.map((row) => row.contact.length);
        }
      });
    },
    checkConsent: (times) => checkConsent(house, tenant, times),
    addCrowd: (people) => addCrowd(adminUrl, tenant, people),
    copyRegular: () =>
      work(async (ctx) => {
        const copy = await copyOf(ctx, await findPersons(ctx, { email: addresses.regular }));
        const orders = copy.sections.find(({ table }) => table === 'orders.order')?.rows.length ?? 0;
        return { orders, bytes: (await zipOf(copy, { locale: 'en' })).length };
      }),
    async erase(who) {
      const subjects = await work((ctx) => findPersons(ctx, { email: addresses[who] }));
      const { id } = await work((ctx) => planErasure(ctx, subjects));
      await erasePersons(house, tenant, id);
      return { residue: (await residueOf(house, tenant, subjects)).length };
    },
  };
}

/** A new person with keys, the cart's contact, the order's three parties with their indexes, the mail, and the readings between. */
async function sealPurchase(ctx: Context): Promise<void> {
  const subjectId = await vault.newSubject(ctx, 'buyer', ['service', 'legal']);
  const row = { id: newId(), subjectId };
  const contact = await vault.seal(ctx, party, 'contact', row, somebody);
  for (let readings = 0; readings < 3; readings += 1)
    await vault.open(ctx, party, 'contact', { ...row, contact });
  await vault.seal(ctx, party, 'contact', row, somebody);
  await vault.seal(ctx, party, 'contact', row, somebody);
  await vault.seal(ctx, party, 'invoice', row, somebody);
  await vault.blind(ctx, party, 'emailIndex', somebody.email);
  await vault.searchTokens(ctx, party, 'nameTokens', somebody.name);
  await vault.seal(ctx, party, 'contact', row, somebody);
  await vault.open(ctx, party, 'contact', { ...row, contact });
}

async function sealPage(ctx: Context): Promise<PartyRow[]> {
  const rows: PartyRow[] = [];
  while (rows.length < 50) {
    const subjectId = await vault.newSubject(ctx, 'buyer', ['service']);
    const row = { id: newId<never>(), subjectId };
    rows.push({ ...row, contact: await vault.seal(ctx, party, 'contact', row, somebody) });
  }
  return rows;
}

/** What the answer of every page asks: whether this browser may get what is about to be set. */
async function checkConsent(house: BuiltHouse, tenant: Tenant, times: number): Promise<void> {
  const profile = profileOf(tenant);
  const now = house.clock();
  const keyed = { keys: house.keys, tenant };
  const code = await writeChoices(keyed, {
    at: now,
    notice: 'bench',
    answers: new Map([['functionality', 'granted']]),
  });
  for (let turn = 0; turn < times; turn += 1) {
    const cookie = await readChoices(keyed, code);
    judgeBrowser({ profile, features: [], ledger: [], cookie, gpc: false, now });
  }
}

/** Accounts that belong to nobody real: rows of the size and shape of real ones, their envelopes random bytes. */
async function addCrowd(adminUrl: string, tenant: Tenant, people: number): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (let from = 0; from < people; from += 100_000) {
      const count = Math.min(100_000, people - from);
      await client.query(crowd, [tenant.id, count]);
    }
    await client.query('vacuum analyze privacy.subject, identity.account');
  } finally {
    await client.end();
  }
}

const crowd = `
  with somebody as (select uuidv7() as account, uuidv7() as subject from generate_series(1, $2::integer)),
  known as (
    insert into privacy.subject (tenant_id, id, role, state, created_at)
    select $1::uuid, subject, 'account holder', 'active', now() from somebody
  )
  insert into identity.account (tenant_id, id, kind, subject_id, profile, email_index, name_tokens, email_verified,
    state, locale, version, created_at, updated_at, seen_at)
  select $1::uuid, account, 'buyer', subject, decode(repeat(md5(account::text), 5), 'hex'),
    decode(md5(subject::text), 'hex'), '{}', true, 'active', 'en', 1, now(), now(), now() from somebody`;
