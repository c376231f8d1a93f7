import { Type } from 'typebox';
import type { Static } from 'typebox';
import { cursorOf, placeAfter } from '#kernel/cursor.ts';
import { asId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { CountryCode, IdText, Instant, Nullable, PageOf, Shape, pageQuery } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { purposes } from '#kernel/registry.ts';
import type { Purpose } from '#kernel/registry.ts';
import {
  endAgreement,
  pauseAgreement,
  resumeAgreement,
  reviewAgreement,
  saveAgreement,
} from './agreement-register.ts';
import { listDisclosures } from './disclosure-ledger.ts';
import { showProcessors } from './processor-list.ts';
import type { ShownAgreement } from './processor-list.ts';
import type { AgreementId } from './tables.ts';

const reads = { audience: { staff: 'privacy.read' }, purpose: 'administer' } as const;
const writes = { audience: { staff: 'privacy.write' }, purpose: 'administer' } as const;
const PurposeName = Type.Enum(Object.keys(purposes) as Purpose[]);
const MechanismName = Type.Enum(['inside the EEA', 'adequacy', 'scc', 'none']);
const Paper = Shape({
  module: Type.Optional(Type.Enum(['1', '2', '3', '4'])),
  certificate: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  date: Type.String({ format: 'date' }),
});
const Text = Type.String({ minLength: 1, maxLength: 300 });

const Agreement = Shape({
  id: IdText,
  host: Type.String(),
  reference: Type.String(),
  purposes: Type.Array(PurposeName),
  country: CountryCode,
  mechanism: MechanismName,
  paper: Nullable(Paper),
  assessmentAt: Nullable(Instant),
  validFrom: Instant,
  validUntil: Nullable(Instant),
  reviewBy: Instant,
  state: Type.Enum(['open', 'paused', 'ended']),
  fault: Nullable(Type.String({ description: 'why nothing may go there now, as a code' })),
  reviewDue: Type.Boolean(),
});
const Company = Shape({
  name: Type.String(),
  company: Type.String(),
  role: Type.String(),
  says: Type.String(),
  purposes: Type.Array(PurposeName),
  fields: Type.Array(Shape({ name: Type.String(), category: Type.String() })),
  erasure: Type.String(),
  lapsesAfterDays: Nullable(Type.Integer()),
  lastSentAt: Nullable(Instant),
  timesSent: Type.Integer(),
  agreements: Type.Array(Agreement),
});
const NewAgreement = Shape({
  processor: Type.String({ maxLength: 60 }),
  host: Type.Optional(Type.String({ maxLength: 253 })),
  reference: Text,
  purposes: Type.Array(PurposeName, { minItems: 1 }),
  country: CountryCode,
  mechanism: MechanismName,
  paper: Type.Optional(Paper),
  assessmentAt: Type.Optional(Instant),
  validFrom: Type.Optional(Instant),
  validUntil: Type.Optional(Instant),
  reviewBy: Instant,
});
const Line = Shape({
  id: IdText,
  processor: Type.String(),
  host: Type.String(),
  purpose: Type.String(),
  basis: Type.String(),
  country: CountryCode,
  mechanism: Type.String(),
  fields: Type.Array(Type.String()),
  about: Shape({ table: Type.String(), id: Type.String() }),
  queuedAt: Instant,
  at: Nullable(Instant),
  outcome: Type.Enum(['waiting', 'sending', 'sent', 'failed', 'dropped']),
  code: Nullable(Type.String()),
  attempts: Type.Integer(),
});

/** The register of companies and the ledger of what they got, for the desk. */
export function agreementRoutes(http: Http): void {
  http.get(
    '/api/admin/privacy/processors',
    {
      config: { ...reads, says: 'Lists the companies that may get data, and what was agreed with each.' },
      schema: { response: { 200: Shape({ items: Type.Array(Company) }) } },
    },
    async (request) => ({
      items: await request.work(async (ctx) =>
        (await showProcessors(ctx)).map((one) => ({
          ...one,
          agreements: one.agreements.map(presentAgreement),
        })),
      ),
    }),
  );

  http.post(
    '/api/admin/privacy/processors',
    {
      config: {
        ...writes,
        says: 'Writes down what was agreed with a company; the gate opens for exactly that.',
      },
      schema: { body: NewAgreement, response: { 201: Shape({ id: IdText }) } },
    },
    async (request, reply) => {
      const id = await request.work((ctx) => saveAgreement(ctx, wantedOf(request.body, ctx.now)));
      return reply.code(201).send({ id });
    },
  );

  const One = Shape({ id: IdText });
  for (const [step, run, says] of [
    ['pause', pauseAgreement, 'Stops everything to a company until it is opened again.'],
    ['resume', resumeAgreement, 'Opens a paused agreement again.'],
    ['end', endAgreement, 'Ends an agreement for good.'],
  ] as const)
    http.post(
      `/api/admin/privacy/processors/:id/${step}`,
      { config: { ...writes, says }, schema: { params: One, response: { 204: Type.Null() } } },
      async (request, reply) => {
        await request.work((ctx) => run(ctx, asId<AgreementId>(request.params.id)));
        return reply.code(204).send(null);
      },
    );

  http.post(
    '/api/admin/privacy/processors/:id/review',
    {
      config: { ...writes, says: 'Notes that a company was looked at again, and until when that holds.' },
      schema: { params: One, body: Shape({ nextBy: Instant }), response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const nextBy = new Date(request.body.nextBy);
      await request.work((ctx) => reviewAgreement(ctx, asId<AgreementId>(request.params.id), nextBy));
      return reply.code(204).send(null);
    },
  );

  ledgerRoute(http);
}

function ledgerRoute(http: Http): void {
  http.get(
    '/api/admin/privacy/disclosures',
    {
      config: { ...reads, says: 'The ledger of what left the house: fields by name, newest first.' },
      schema: {
        querystring: Shape({
          ...pageQuery,
          processor: Type.Optional(Type.String({ maxLength: 60 })),
          purpose: Type.Optional(PurposeName),
          subject: Type.Optional(IdText),
        }),
        response: { 200: PageOf(Line) },
      },
    },
    async (request) => {
      const { limit = 50, after, processor, purpose, subject } = request.query;
      const before = placeAfter(after, 'id')?.[0];
      const page = await request.work((ctx) =>
        listDisclosures(ctx, {
          limit,
          before,
          processor,
          purpose,
          subject: subject === undefined ? undefined : asId<SubjectId>(subject),
        }),
      );
      return {
        items: page.items.map(({ fieldNames, aboutTable, aboutId, queuedAt, at, ...line }) => ({
          ...line,
          fields: fieldNames,
          about: { table: aboutTable, id: aboutId },
          queuedAt: queuedAt.toISOString(),
          at: at?.toISOString() ?? null,
        })),
        next: page.next === undefined ? null : cursorOf([page.next]),
      };
    },
  );
}

const wantedOf = (body: Static<typeof NewAgreement>, now: Date) => ({
  processor: body.processor,
  host: body.host ?? '',
  reference: body.reference,
  purposes: body.purposes,
  country: body.country,
  mechanism: body.mechanism,
  mechanismDetail: body.paper ?? null,
  assessmentAt: body.assessmentAt === undefined ? null : new Date(body.assessmentAt),
  validFrom: body.validFrom === undefined ? now : new Date(body.validFrom),
  validUntil: body.validUntil === undefined ? null : new Date(body.validUntil),
  reviewBy: new Date(body.reviewBy),
});

const presentAgreement = (one: ShownAgreement) => ({
  id: one.id,
  host: one.host,
  reference: one.reference,
  purposes: [...one.purposes],
  country: one.country,
  mechanism: one.mechanism,
  paper: one.mechanismDetail,
  assessmentAt: one.assessmentAt?.toISOString() ?? null,
  validFrom: one.validFrom.toISOString(),
  validUntil: one.validUntil?.toISOString() ?? null,
  reviewBy: one.reviewBy.toISOString(),
  state: one.state,
  fault: one.fault ?? null,
  reviewDue: one.reviewDue,
});
