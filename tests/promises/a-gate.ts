import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { newId } from '#kernel/ids.ts';
import type { ProcessorSpec } from '#kernel/processor.ts';
import type { ProfileName } from '#kernel/profile.ts';
import { declaredTables } from '#kernel/registry.ts';
import { aColleague, goodPassword } from '#modules/identity/index.ts';
import { declareProcessor, egress, saveAgreement, vault } from '#modules/privacy/index.ts';
import type { HttpParcel, NewAgreement } from '#modules/privacy/index.ts';
import { createTenant } from '#modules/tenancy/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { modules } from '../../src/modules.ts';
import { aCompany } from '../fakes/a-company.ts';
import { anAgreement } from './an-agreement.ts';
import { aTenantOf } from './a-tenant.ts';

const declare = (name: string, spec: Partial<ProcessorSpec>): ProcessorSpec =>
  declareProcessor({
    name,
    company: `The company ${name}`,
    role: 'shipping',
    says: { en: 'works for us' },
    country: null,
    mechanism: 'inside the EEA',
    purposes: ['fulfil', 'rights'],
    fields: { name: 'identity.name', street: 'contact.address' },
    erasure: 'api_sync',
    ...spec,
  });

export const parcels = declare('gate-parcels', {});
export const payments = declare('gate-payments', {
  role: 'payment',
  purposes: ['pay'],
  fields: { reference: 'order.reference', amount: 'order.reference' },
});
export const hosts = declare('gate-hosts', { role: 'hosting' });
export const movers = declare('gate-movers', { role: 'hosting', country: 'DE' });
export const callers = declare('gate-callers', {
  role: 'partner',
  purposes: ['marketing', 'fulfil'],
  fields: { name: 'identity.name', number: 'contact.phone' },
});
export const buyers = declare('gate-buyers', { role: 'sale' });

const start = new Date('2026-06-01T10:00:00Z');
const dayMs = 86_400_000;
export const daysLater = (days: number): Date => new Date(start.getTime() + days * dayMs);
export const person = { name: 'Marker Person Nightingale', street: 'Marker Lane 1847' };

const sealedColumn = (table: string, column: string) => ({
  table: declaredTables().get(table) ?? assert.fail(table),
  column,
});
const ofTheOrder = () => [sealedColumn('orders.party', 'contact')];
export const ofTheReaders = () => [sealedColumn('notifications.reader', 'address')];

/** A shop of a profile, an outside company that remembers every byte, and somebody whose data could go there. */
export async function aGate(t: TestContext, profile: ProfileName = 'openkommerce') {
  const server = await aServer(t);
  server.at(start);
  const company = await aCompany(t);
  const isOwn = profile === 'openkommerce';
  const tenant = isOwn ? server.tenant : await createTenant(server.house, aTenantOf(profile, 'gate'));
  const tenantHost = isOwn ? 'shop.localhost' : 'gate.localhost';
  const work: TestServer['work'] = (run, more = {}) => server.work(run, { ...more, tenant });
  const subject = await work((ctx) => vault.newSubject(ctx, 'buyer', ['service']));
  const agree = (spec: ProcessorSpec, change: Partial<NewAgreement> = {}) =>
    work((ctx) =>
      saveAgreement(ctx, anAgreement(spec.name, company.host, { purposes: spec.purposes, ...change })),
    );
  /** Shape: `answered`, or why the gate is closed; with how many bytes arrived because of it. */
  const send = async (spec: ProcessorSpec, change: Partial<HttpParcel> = {}): Promise<string> => {
    const before = company.bytes().length;
    const sent = await egress.send(server.house, tenant, {
      processor: spec.name,
      purpose: 'fulfil',
      about: [subject],
      from: ofTheOrder(),
      fields: person,
      on: { table: 'orders.order', id: newId<never>() },
      request: { method: 'POST', path: '/told' },
      ...change,
    });
    const arrived = company.bytes().length - before;
    if (sent.kind === 'answered') return arrived > 0 ? 'answered' : 'answered without a byte';
    assert.equal(arrived, 0, 'what is refused arrives with no byte');
    return sent.kind === 'closed' ? sent.because : sent.code;
  };
  const bodies = (): unknown[] => company.heard.map(({ body }) => JSON.parse(body) as unknown);
  const desk = async () => {
    await work((ctx) => aColleague(ctx, { email: 'owner@example.org', role: 'owner' }));
    const signIn = { email: 'owner@example.org', password: goodPassword };
    const url = '/api/admin/sign-in';
    const answer = await server.inject({ method: 'POST', url, tenantHost, payload: signIn });
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    return (path: string, payload?: object) =>
      server.inject({
        method: 'POST',
        url: `/api/admin/privacy/processors${path}`,
        tenantHost,
        headers: { cookie },
        ...(payload && { payload }),
      });
  };
  /** What the operator is told when somebody looks whether the agreements still hold. */
  const watch = async (): Promise<void> => {
    const job = modules
      .flatMap(({ jobs = [] }) => jobs)
      .find(({ name }) => name === 'privacy.watch-agreements');
    await job?.run(server.house, tenant);
  };
  return { server, tenant, work, company, subject, agree, send, bodies, desk, watch };
}
