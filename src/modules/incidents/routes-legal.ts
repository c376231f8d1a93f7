import { Type } from 'typebox';
import { IdText, Shape, byId } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { decideLegalRequest, exportByLaw, openLegalRequest } from './disclose-by-law.ts';
import type { LegalRequestId } from './legal-request.ts';
import { getLegalRequest, listLegalRequests } from './list-legal.ts';
import { presentExport, presentLegal, presentWholeLegal } from './present.ts';
import { done } from './shapes.ts';
import { DecisionBody, ExportShape, LegalShape, NewLegalBody, WholeLegalShape } from './shapes-legal.ts';
import { subjectsKnownBy } from './whom.ts';

const purpose = 'disclose';
const read = { audience: { staff: 'privacy.read' }, purpose } as const;
const write = { audience: { staff: 'privacy.write' }, purpose } as const;
const idOf = (request: { params: { id: string } }): LegalRequestId => asId<LegalRequestId>(request.params.id);
const base = '/api/admin/privacy/legal-requests';
const dated = (text: string | undefined): Date | undefined =>
  text === undefined ? undefined : new Date(text);

/** The register of disclosures by law: opened by one, agreed to by another, within a scope. */
export function legalRoutes(http: Http): void {
  http.get(
    base,
    {
      config: { ...read, says: 'Lists disclosures that were asked for by law or to protect rights.' },
      schema: { response: { 200: Shape({ items: Type.Array(LegalShape) }) } },
    },
    async (request) => ({ items: (await request.work(listLegalRequests)).map(presentLegal) }),
  );

  http.post(
    base,
    {
      config: { ...write, says: 'Opens a disclosure: who asks, on which ground, why, about whom and what.' },
      schema: { body: NewLegalBody, response: { 201: Shape({ id: IdText }) } },
    },
    async (request, reply) => {
      const { subjects = [], emails = [], from, to, forbidden, ...wish } = request.body;
      const id = await request.work(async (ctx) =>
        openLegalRequest(ctx, {
          ...wish,
          subjects: await subjectsKnownBy(ctx, {
            emails,
            subjects: subjects.map((subject) => asId<SubjectId>(subject)),
          }),
          from: dated(from),
          to: dated(to),
          forbidden: forbidden && { ...forbidden, until: new Date(forbidden.until) },
        }),
      );
      return reply.code(201).send({ id });
    },
  );

  http.get(
    `${base}/:id`,
    {
      config: {
        ...read,
        says: 'Shows one disclosure with whom it is about, as random keys, and what was done.',
      },
      schema: { params: byId, response: { 200: WholeLegalShape } },
    },
    async (request) => presentWholeLegal(await request.work((ctx) => getLegalRequest(ctx, idOf(request)))),
  );
}

/** The second yes or the no, and what is handed over. */
export function disclosureRoutes(http: Http): void {
  http.post(
    `${base}/:id/decide`,
    {
      config: {
        audience: { staff: 'privacy.approve' },
        purpose,
        says: 'The second yes, or the no, by somebody other than who opened it.',
      },
      schema: { params: byId, body: DecisionBody, response: done },
    },
    async (request, reply) => {
      await request.work((ctx) => decideLegalRequest(ctx, idOf(request), request.body));
      return reply.code(204).send(null);
    },
  );

  http.post(
    `${base}/:id/export`,
    {
      config: {
        ...write,
        audience: { staff: 'privacy.write', and: 'people.reveal' },
        says: 'Takes exactly what the scope names; every envelope opened is recorded.',
        idempotency: 'off', // a stored answer would hand it out again without a record
      },
      schema: { params: byId, response: { 200: ExportShape } },
    },
    async (request) => presentExport(await request.work((ctx) => exportByLaw(ctx, idOf(request)))),
  );
}
