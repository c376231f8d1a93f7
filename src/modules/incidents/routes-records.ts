import { Type } from 'typebox';
import { IdText, Instant, Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { DutyShape, listDuties, listStaffRecords, recordDuty } from '#modules/identity/index.ts';
import type { AccountId } from '#modules/identity/index.ts';
import { keepRecord, listRecords, recordReview } from './keep-records.ts';
import { lookedAt } from './looked-at.ts';
import { lastRestored, overdueRecords } from './overdue-records.ts';
import {
  presentLook,
  presentOverdue,
  presentRecord,
  presentStaff,
  presentStaffRecord,
} from './present-records.ts';
import { getSetting, saveSetting } from './settings.ts';
import { done } from './shapes.ts';
import {
  LookShape,
  NewRecordBody,
  OverdueShape,
  RecordShape,
  SettingShape,
  StaffRecordShape,
  StaffShape,
} from './shapes-records.ts';

const read = { audience: { staff: 'privacy.read' }, purpose: 'administer' } as const;
const write = { audience: { staff: 'privacy.write' }, purpose: 'administer' } as const;
const base = '/api/admin/privacy/records';

/** Audits, reviews, attestations and drills. */
export function recordRoutes(http: Http): void {
  http.get(
    base,
    {
      config: {
        ...read,
        says: 'Lists audits, reviews, attestations and drills, and what has lapsed or soon will.',
      },
      schema: {
        response: { 200: Shape({ items: Type.Array(RecordShape), overdue: Type.Array(OverdueShape) }) },
      },
    },
    async (request) => {
      const restored = await lastRestored(request.house.db);
      return request.work(async (ctx) => ({
        items: (await listRecords(ctx)).map(presentRecord),
        overdue: (await overdueRecords(ctx, restored)).map(presentOverdue),
      }));
    },
  );

  http.post(
    base,
    {
      config: { ...write, says: 'Writes an audit, a review, an attestation or a drill down.' },
      schema: { body: NewRecordBody, response: { 201: Shape({ id: IdText }) } },
    },
    async (request, reply) => {
      const { kind, about = '', heldAt, validUntil, ...rest } = request.body;
      const record = {
        ...rest,
        heldAt: new Date(heldAt),
        validUntil: validUntil === undefined ? undefined : new Date(validUntil),
      };
      const id = await request.work((ctx) =>
        kind === 'processor review' ? recordReview(ctx, about, record) : keepRecord(ctx, kind, about, record),
      );
      return reply.code(201).send({ id });
    },
  );
}

/** What colleagues promised and learnt. */
export function trainingRoutes(http: Http): void {
  http.get(
    `${base}/staff`,
    {
      config: { ...read, says: 'Lists colleagues by random key with until when promise and training count.' },
      schema: {
        response: {
          200: Shape({
            items: Type.Array(StaffShape),
            kept: Type.Array(StaffRecordShape),
          }),
        },
      },
    },
    (request) =>
      request.work(async (ctx) => ({
        items: (await listDuties(ctx)).map(presentStaff),
        kept: (await listStaffRecords(ctx)).map(presentStaffRecord),
      })),
  );

  http.post(
    `${base}/staff/:account`,
    {
      config: {
        ...write,
        says: 'Writes down that a colleague was trained, or promised confidentiality on paper.',
      },
      schema: {
        params: Shape({ account: IdText }),
        body: Shape({
          duty: DutyShape,
          doneAt: Instant,
          validUntil: Type.Optional(Instant),
          reference: Type.String({ minLength: 1, maxLength: 200 }),
        }),
        response: done,
      },
    },
    async (request, reply) => {
      const { duty, doneAt, validUntil, reference } = request.body;
      await request.work((ctx) =>
        recordDuty(ctx, asId<AccountId>(request.params.account), {
          duty,
          reference,
          doneAt: new Date(doneAt),
          validUntil: validUntil === undefined ? undefined : new Date(validUntil),
        }),
      );
      return reply.code(204).send(null);
    },
  );
}

/** How often what is due. */
export function settingRoutes(http: Http): void {
  http.get(
    `${base}/settings`,
    {
      config: { ...read, says: 'How often what is due, and how many hours the authority gives.' },
      schema: { response: { 200: SettingShape } },
    },
    (request) => request.work(getSetting),
  );

  http.put(
    `${base}/settings`,
    {
      config: {
        ...write,
        says: 'Changes how often what is due; without hours, the law of the country counts.',
      },
      schema: { body: SettingShape, response: { 200: SettingShape } },
    },
    (request) => request.work((ctx) => saveSetting(ctx, request.body)),
  );
}

/** Who looked at somebody. */
export function lookRoutes(http: Http): void {
  http.get(
    '/api/admin/privacy/looks',
    {
      config: {
        ...read,
        says: 'Who looked at somebody: when, in which role, why, and at which kinds of data.',
      },
      schema: {
        querystring: Shape({ subject: IdText }),
        response: { 200: Shape({ items: Type.Array(LookShape) }) },
      },
    },
    async (request) => ({
      items: (await request.work((ctx) => lookedAt(ctx, [asId<SubjectId>(request.query.subject)]))).map(
        presentLook,
      ),
    }),
  );
}
