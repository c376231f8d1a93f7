import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId, TenantId } from '#kernel/ids.ts';
import { plain, sealed, subject, table } from '#kernel/registry.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { aCompany } from '#tests/fakes/a-company.ts';
import type { Company } from '#tests/fakes/a-company.ts';
import {
  declareProcessor,
  egress,
  grantConsent,
  listDisclosures,
  objectTo,
  saveAgreement,
  stopAll,
  vault,
  withdrawConsent,
} from '../index.ts';
import type { DisclosureId, HttpParcel } from '../index.ts';

const note = table('test.history_note', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<string>('random key'),
  personId: subject('customer'),
  contact: sealed<{ readonly name: string }>()({
    of: 'personId',
    class: 'service',
    source: 'person',
    because: 'a test needs a person',
    purposes: ['fulfil', 'rights', 'marketing'],
    fields: { name: 'identity.name' },
    retention: 'order',
    onErase: 'delete-row',
  }),
});
const courier = declareProcessor({
  name: 'test-courier',
  company: 'Courier Test Ltd',
  role: 'shipping',
  says: { en: 'carries parcels' },
  country: null,
  mechanism: 'scc',
  purposes: ['fulfil', 'rights', 'marketing'],
  fields: { name: 'identity.name', street: 'contact.address', town: 'contact.address' },
  erasure: 'api_sync',
});

type Purpose = 'fulfil' | 'rights' | 'marketing';
const fieldNames = ['name', 'street', 'town', 'birthday', 'note'] as const;
type Step =
  | { readonly does: 'grant' | 'withdraw' | 'object' | 'stop all' | 'restrict' | 'free' | 'erase' }
  | {
      readonly does: 'agree';
      readonly paper: 'whole' | 'missing' | 'home';
      readonly purposes: readonly Purpose[];
    }
  | { readonly does: 'let run out' }
  | {
      readonly does: 'send' | 'queue';
      readonly purpose: Purpose;
      readonly fields: readonly (typeof fieldNames)[number][];
    }
  | { readonly does: 'deliver' };

const purpose = fc.constantFrom<Purpose>('fulfil', 'rights', 'marketing');
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Step>({ does: 'grant' }) },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom('withdraw', 'object', 'stop all', 'restrict', 'free', 'erase')
        .map((does): Step => ({ does })),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        does: fc.constant('agree' as const),
        paper: fc.constantFrom('whole', 'missing', 'home'),
        purposes: fc.subarray<Purpose>(['fulfil', 'rights', 'marketing'], { minLength: 1 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant<Step>({ does: 'let run out' }) },
    {
      weight: 8,
      arbitrary: fc.record({
        does: fc.constantFrom('send' as const, 'queue' as const),
        purpose,
        fields: fc.oneof(
          { weight: 3, arbitrary: fc.subarray(['name', 'street', 'town'] as const, { minLength: 1 }) },
          { weight: 1, arbitrary: fc.subarray([...fieldNames], { minLength: 1 }) },
        ),
      }),
    },
    { weight: 3, arbitrary: fc.constant<Step>({ does: 'deliver' }) },
  ),
  { minLength: 5, maxLength: 18 },
);

/** What the rules say, written down once more and apart from the code that keeps them. */
interface Model {
  consent: 'never' | 'granted' | 'closed' | 'objected';
  person: 'active' | 'restricted' | 'erased';
  agreement: { readonly whole: boolean; readonly purposes: readonly Purpose[] };
}

const mayGo = (model: Model, purpose: Purpose, fields: readonly string[]): boolean =>
  model.agreement.whole &&
  model.agreement.purposes.includes(purpose) &&
  fields.every((field) => ['name', 'street', 'town'].includes(field)) &&
  (purpose === 'rights' || model.person === 'active') &&
  (purpose !== 'marketing' || model.consent === 'granted');

interface Queued {
  readonly parcel: HttpParcel;
  readonly id: DisclosureId;
  readonly fields: readonly string[];
}

class History {
  readonly model: Model = { consent: 'never', person: 'active', agreement: { whole: true, purposes: [] } };
  readonly queue: Queued[] = [];
  readonly expected: string[] = [];
  readonly shop: TestHouse;
  readonly company: Company;
  readonly person: SubjectId;

  constructor(shop: TestHouse, company: Company, person: SubjectId) {
    this.shop = shop;
    this.company = company;
    this.person = person;
  }

  async agree(paper: 'whole' | 'missing' | 'home', purposes: readonly Purpose[]): Promise<void> {
    await this.shop.work((ctx) =>
      saveAgreement(ctx, {
        processor: courier.name,
        host: this.company.host,
        reference: 'test',
        purposes,
        country: paper === 'home' ? 'FR' : 'US',
        mechanism: paper === 'home' ? 'inside the EEA' : 'scc',
        mechanismDetail: paper === 'whole' ? { module: '2', date: '2026-01-01' } : null,
        assessmentAt: ctx.now,
        validFrom: new Date(0),
        validUntil: null,
        reviewBy: new Date(ctx.now.getTime() + 86_400_000),
        reachesPrivate: true,
      }),
    );
    this.model.agreement = { whole: paper !== 'missing', purposes };
  }

  async runOut(): Promise<void> {
    await this.shop.house.db.transaction(this.shop.tenant.id, (tx) =>
      tx
        .updateTable('privacy.agreement')
        .set({ validUntil: new Date(Date.now() - 1000) })
        .where('processor', '=', courier.name)
        .execute(),
    );
    this.model.agreement = { ...this.model.agreement, whole: false };
  }

  async be(state: 'active' | 'restricted' | 'erased'): Promise<void> {
    if (this.model.person === 'erased') return;
    await this.shop.house.db.transaction(this.shop.tenant.id, (tx) =>
      tx.updateTable('privacy.subject').set({ state }).where('id', '=', this.person).execute(),
    );
    this.model.person = state;
  }

  async wish(does: 'grant' | 'withdraw' | 'object' | 'stop all'): Promise<void> {
    const { model, person: subjectId } = this;
    if (model.person === 'erased') return;
    const marketing = { subject: subjectId, purpose: 'marketing' } as const;
    if (does === 'grant' && model.consent !== 'objected') {
      const notice = { text: 'News?', locale: 'en', ui: 'account' };
      await this.shop.work((ctx) => grantConsent(ctx, { ...marketing, notice }));
      model.consent = 'granted';
    }
    if (does === 'withdraw') await this.shop.work((ctx) => withdrawConsent(ctx, marketing));
    if (does === 'stop all') await this.shop.work((ctx) => stopAll(ctx, subjectId));
    if (does === 'object') await this.shop.work((ctx) => objectTo(ctx, { ...marketing, ui: 'gpc' }));
    if (does === 'object') model.consent = 'objected';
    else if (does !== 'grant' && model.consent !== 'objected') model.consent = 'closed';
  }

  parcelOf(purposeNow: Purpose, fields: readonly string[]): HttpParcel {
    return {
      processor: courier.name,
      host: this.company.host,
      purpose: purposeNow,
      about: [this.person],
      from: [{ table: note, column: 'contact' }],
      fields: Object.fromEntries(fields.map((field) => [field, `${field} of ${this.person}`])),
      on: { table: note.name, id: newId<never>() },
      request: { method: 'POST', path: `/${purposeNow}/${this.person}` },
    };
  }

  async send(parcel: HttpParcel, fields: readonly string[], known?: DisclosureId): Promise<void> {
    const isAllowed = mayGo(this.model, parcel.purpose as Purpose, fields);
    const answer = await egress.send(this.shop.house, this.shop.tenant, parcel, known);
    assert.equal(answer.kind, isAllowed ? 'answered' : 'closed');
    if (isAllowed) this.expected.push(`${parcel.purpose}: ${fields.toSorted().join(' ')}`);
  }

  async enter(parcel: HttpParcel, fields: readonly string[]): Promise<void> {
    const entering = this.shop.work((ctx) => egress.enter(ctx, parcel));
    if (mayGo(this.model, parcel.purpose as Purpose, fields))
      this.queue.push({ parcel, id: await entering, fields });
    else await assert.rejects(entering, /gate to this company is closed/);
  }

  async take(step: Step): Promise<void> {
    switch (step.does) {
      case 'agree':
        return this.agree(step.paper, step.purposes);
      case 'let run out':
        return this.runOut();
      case 'restrict':
        return this.be('restricted');
      case 'free':
        return this.be('active');
      case 'erase':
        return this.be('erased');
      case 'send':
        return this.send(this.parcelOf(step.purpose, step.fields), step.fields);
      case 'queue':
        return this.enter(this.parcelOf(step.purpose, step.fields), step.fields);
      case 'deliver': {
        const waiting = this.queue.splice(0);
        for (const { parcel, id, fields } of waiting) await this.send(parcel, fields, id);
        return undefined;
      }
      case 'grant':
      case 'withdraw':
      case 'object':
      case 'stop all':
        return this.wish(step.does);
    }
  }

  /** What the company heard is what the rules allowed when it was sent, and every bit of it stands in the ledger. */
  async check(from: number): Promise<void> {
    const heard = this.company.heard.slice(from).map(({ path, body }) => {
      const fields = Object.keys(JSON.parse(body) as object).toSorted();
      return { line: `${path.split('/')[1]}: ${fields.join(' ')}`, fields };
    });
    assert.deepEqual(
      heard.map(({ line }) => line),
      this.expected,
    );
    const beyond = heard.flatMap(({ fields }) =>
      fields.filter((field) => !Object.hasOwn(courier.fields, field)),
    );
    assert.deepEqual(beyond, []);
    const { items } = await this.shop.work((ctx) =>
      listDisclosures(ctx, { limit: 100, subject: this.person }),
    );
    const explained = items
      .filter(({ outcome }) => outcome === 'sent')
      .map((line) => `${line.purpose}: ${line.fieldNames.join(' ')}`);
    assert.deepEqual(explained.toSorted(), heard.map(({ line }) => line).toSorted());
    const marketing = items.filter((line) => line.outcome === 'sent' && line.purpose === 'marketing');
    assert.ok(marketing.every(({ basis }) => basis === 'consent'));
  }
}

test('P12, P13, P14: whatever happens in whatever order, a company hears only what was allowed when it was sent, and the ledger explains every bit of it', async (t) => {
  const shop = await aHouse(t);
  const company = await aCompany(t);

  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const from = company.heard.length;
      const person = await shop.work((ctx) => vault.newSubject(ctx, 'buyer', ['service']));
      const scene = new History(shop, company, person);
      await scene.agree('whole', ['fulfil', 'rights', 'marketing']);
      for (const step of history) await scene.take(step);
      await scene.take({ does: 'deliver' });
      await scene.check(from);
    }),
    { numRuns: 60 },
  );
  assert.ok(company.heard.length > 60, 'the histories that were made let something through');
});

test('the oracle of the histories sees a gate that is left open', () => {
  const open: Model = {
    consent: 'closed',
    person: 'active',
    agreement: { whole: true, purposes: ['marketing'] },
  };

  assert.equal(mayGo(open, 'marketing', ['name']), false);
  assert.equal(mayGo({ ...open, consent: 'granted' }, 'marketing', ['name']), true);
  assert.equal(mayGo({ ...open, consent: 'granted' }, 'marketing', ['birthday']), false);
});
