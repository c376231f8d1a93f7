/** What is put right here is put right at the companies that got it from us. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { declareForgetter } from '#kernel/erasure.ts';
import { declaredTables } from '#kernel/registry.ts';
import { findPersons } from '#modules/persons/index.ts';
import { declareProcessor, egress, saveAgreement } from '#modules/privacy/index.ts';
import type { HttpParcel } from '#modules/privacy/index.ts';
import { asOwner } from '#testing/every-row.ts';
import { aCompany } from '../fakes/a-company.ts';
import { aMugShop, anAsker, lettersOf } from '../rights/an-asker.ts';
import { anAgreement } from './an-agreement.ts';

const email = 'mira@example.org';
const [wrong, right] = ['Mirabella Quokkason', 'Mirabella Wallaby'];
const processor = 'labels-with-names';

declareProcessor({
  name: processor,
  company: 'Labels With Names Ltd',
  role: 'shipping',
  says: { en: 'carries parcels' },
  country: 'DE',
  mechanism: 'inside the EEA',
  purposes: ['fulfil', 'rights'],
  fields: { email: 'contact.email', name: 'identity.name' },
  erasure: 'api_sync',
});

const parcel = (
  purpose: 'fulfil' | 'rights',
  path: string,
  { about, from, fields, on }: Pick<HttpParcel, 'about' | 'from' | 'fields' | 'on'>,
): HttpParcel => ({ processor, purpose, about, from, fields, on, request: { method: 'POST', path } });

declareForgetter({
  processor,
  method: 'api_sync',
  forget: () => Promise.resolve({ kind: 'refused', reason: 'not-tried-here' }),
  correct: async (house, tenant, { key, about, from, fields, value }) => {
    const news = Object.fromEntries(fields.map((name) => [name, value]));
    const on = { table: 'persons.erasure_node', id: key };
    const sent = await egress.send(
      house,
      tenant,
      parcel('rights', '/correct', { about, from, fields: news, on }),
    );
    return sent.kind === 'answered' && sent.status === 200
      ? { kind: 'confirmed', receipt: sent.body.toString() }
      : { kind: 'unreachable', code: sent.kind };
  },
  askAgain: () => Promise.resolve({ kind: 'unreachable', code: 'never-needed' }),
});

/** A wrong name is put right everywhere, also at the company that prints it, and the person is told so. */
export async function mistakesArePutRight(t: TestContext): Promise<void> {
  const { shop, buys } = await aMugShop(t, new Date('2027-03-02T10:00:00Z'));
  await buys(email, { name: wrong, line1: 'Wombatweg 11' });
  const labels = await aCompany(t);
  labels.answerWith({ body: 'corrected-1' });
  await shop.work((ctx) => saveAgreement(ctx, anAgreement(processor, labels.host)));
  const about = await shop.work((ctx) => findPersons(ctx, { email }), { purpose: 'rights' });
  const party = declaredTables().get('orders.party') ?? assert.fail();
  await egress.send(
    shop.house,
    shop.tenant,
    parcel('fulfil', '/labels', {
      about,
      from: [{ table: party, column: 'contact' }],
      fields: { name: wrong },
      on: { table: 'orders.order', id: '01890000-0000-7000-8000-000000000000' },
    }),
  );
  const before = await asOwner(shop.adminUrl, `select id, contact from orders.party where role <> 'bill_to'`);
  const mira = anAsker(shop);
  await mira.open(email);

  const asked = await mira.request({ kind: 'rectify', value: right, wish: { field: 'name' } });

  assert.equal(asked.state, 'fulfilled');
  assert.ok(asked.nodes.length > 0 && asked.nodes.every(({ end }) => end === 'rectified'));
  const page = await mira.page('/privacy');
  assert.ok(page.includes(right));
  const after = await asOwner(shop.adminUrl, `select id, contact from orders.party where role <> 'bill_to'`);
  const olds = before.map(({ contact }) => (contact as Buffer).toString('hex'));
  assert.ok(after.every(({ contact }) => !olds.includes((contact as Buffer).toString('hex'))));
  assert.deepEqual(
    labels.heard.map(({ path, body }): unknown => [path, JSON.parse(body)]),
    [
      ['/labels', { name: wrong }],
      ['/correct', { name: right }],
    ],
  );
  const [letter] = await lettersOf(shop, email, 'done');
  assert.match(letter?.text ?? '', /Labels With Names Ltd: has put it right/);
}
