import { Type } from 'typebox';
import { IdText, PageOf, Shape, byId, oneOf, pageQuery, versionIn } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId, isId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { assessIncident, closeIncident, noteStep } from './assess-incident.ts';
import { draftKinds, draftNotice } from './draft-notices.ts';
import type { IncidentId } from './incident.ts';
import { getIncident, listAffected, listIncidents } from './list-incidents.ts';
import { openIncident } from './open-incident.ts';
import { presentAffected, presentIncident, presentWholeIncident } from './present.ts';
import { takeScope } from './scope-of.ts';
import { approveNotices } from './send-notices.ts';
import {
  AffectedShape,
  AssessmentBody,
  DraftShape,
  IncidentShape,
  NewIncidentBody,
  ScopeBody,
  StepBody,
  WholeIncidentShape,
  done,
} from './shapes.ts';

const read = { audience: { staff: 'privacy.read' }, purpose: 'security' } as const;
const write = { audience: { staff: 'privacy.write' }, purpose: 'security' } as const;
const idOf = (request: { params: { id: string } }): IncidentId => asId<IncidentId>(request.params.id);
const base = '/api/admin/privacy/incidents';

/** The register of incidents. */
export function incidentRoutes(http: Http): void {
  http.get(
    base,
    {
      config: { ...read, says: 'Lists incidents with their clocks, drills flagged, the newest first.' },
      schema: { response: { 200: Shape({ items: Type.Array(IncidentShape) }) } },
    },
    async (request) => ({ items: (await request.work(listIncidents)).map(presentIncident) }),
  );

  http.post(
    base,
    {
      config: { ...write, says: 'Opens an incident; the clocks run from the moment we became aware.' },
      schema: { body: NewIncidentBody, response: { 201: Shape({ id: IdText }) } },
    },
    async (request, reply) => {
      const { awareAt, ...wish } = request.body;
      const id = await request.work((ctx) =>
        openIncident(ctx, { ...wish, ...(awareAt && { awareAt: new Date(awareAt) }) }),
      );
      return reply.code(201).send({ id });
    },
  );

  http.get(
    `${base}/:id`,
    {
      config: { ...read, says: 'Shows one incident with everything that was done about it.' },
      schema: { params: byId, response: { 200: WholeIncidentShape } },
    },
    async (request) => presentWholeIncident(await request.work((ctx) => getIncident(ctx, idOf(request)))),
  );
}

/** What is known and done by now. */
export function stepRoutes(http: Http): void {
  http.post(
    `${base}/:id/assess`,
    {
      config: { ...write, says: 'Writes down what is known by now; what was known before stays in the log.' },
      schema: { params: byId, body: AssessmentBody, response: done },
    },
    async (request, reply) => {
      const { correctedAt, ...wish } = request.body;
      await request.work((ctx) =>
        assessIncident(
          ctx,
          idOf(request),
          { ...wish, ...(correctedAt && { correctedAt: new Date(correctedAt) }) },
          versionIn(request),
        ),
      );
      return reply.code(204).send(null);
    },
  );

  http.post(
    `${base}/:id/steps`,
    {
      config: {
        ...write,
        says: 'Writes down what was sent to an authority or a controller; again for an update.',
      },
      schema: { params: byId, body: StepBody, response: done },
    },
    async (request, reply) => {
      const { step, ...told } = request.body;
      await request.work((ctx) => noteStep(ctx, idOf(request), step, told));
      return reply.code(204).send(null);
    },
  );

  http.post(
    `${base}/:id/close`,
    {
      config: { ...write, says: 'Closes an incident about which everything is decided and done.' },
      schema: { params: byId, response: done },
    },
    async (request, reply) => {
      await request.work((ctx) => closeIncident(ctx, idOf(request)));
      return reply.code(204).send(null);
    },
  );
}

/** Who is affected. */
export function scopeRoutes(http: Http): void {
  http.post(
    `${base}/:id/scope`,
    {
      config: {
        ...write,
        says: 'Finds exactly whose data was read or sent, and writes them into the register.',
      },
      schema: { params: byId, body: ScopeBody, response: { 200: Shape({ people: Type.Integer() }) } },
    },
    (request) => {
      const { subjects, ...query } = request.body;
      const named = subjects && { subjects: subjects.map((subject) => asId<SubjectId>(subject)) };
      return request.work((ctx) => takeScope(ctx, idOf(request), { ...query, ...named }));
    },
  );

  http.get(
    `${base}/:id/affected`,
    {
      config: {
        ...read,
        says: 'Lists the affected as random keys, with kinds of data and what came of each notice.',
      },
      schema: {
        params: byId,
        querystring: Shape(pageQuery),
        response: { 200: PageOf(AffectedShape) },
      },
    },
    async (request) => {
      const { limit = 50, after } = request.query;
      const from = after !== undefined && isId(after) ? (after as SubjectId) : undefined;
      const page = await request.work((ctx) => listAffected(ctx, idOf(request), { limit, after: from }));
      return {
        next: page.next,
        items: page.items.map(presentAffected),
      };
    },
  );
}

/** Telling the authority and the people. */
export function noticeRoutes(http: Http): void {
  http.get(
    `${base}/:id/draft`,
    {
      config: { ...read, says: 'Writes the notice to the authority, to the people or to the controller.' },
      schema: {
        params: byId,
        querystring: Shape({
          kind: oneOf(draftKinds),
          locale: Type.Optional(Type.Union([Type.Literal('en'), Type.Literal('de')])),
        }),
        response: { 200: DraftShape },
      },
    },
    async (request) => {
      const { kind, locale } = request.query;
      const draft = await request.work((ctx) => draftNotice(ctx, idOf(request), kind, locale));
      return { ...draft, sections: [...draft.sections] };
    },
  );

  http.post(
    `${base}/:id/notices`,
    {
      config: {
        audience: { staff: 'privacy.approve' },
        purpose: 'security',
        says: 'Agrees that everybody affected is told; each gets one mail.',
      },
      schema: { params: byId, response: done },
    },
    async (request, reply) => {
      await request.work((ctx) => approveNotices(ctx, idOf(request)));
      return reply.code(204).send(null);
    },
  );
}
