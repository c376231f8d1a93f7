import { Type } from 'typebox';
import { IdText, Instant, Nullable, Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { HoldId } from './hold.ts';
import { listHolds } from './list-holds.ts';
import { placeHolds } from './place-hold.ts';
import { approveHold, askForRelease, releaseHold } from './release-hold.ts';

const Ground = Type.Union([
  Type.Literal('court'),
  Type.Literal('authority'),
  Type.Literal('claim'),
  Type.Literal('audit'),
]);

const HoldShape = Shape({
  id: IdText,
  table: Type.String(),
  rowId: Type.String(),
  fields: Type.Array(Type.String()),
  kinds: Type.Array(Type.String({ description: 'kinds of personal data that it keeps' })),
  numbered: Nullable(Shape({ table: Type.String(), number: Type.String() })),
  role: Nullable(Type.String()),
  ground: Ground,
  called: Nullable(Type.String()),
  placedAt: Instant,
  placedBy: Nullable(IdText),
  approvedAt: Nullable(Instant),
  reviewAt: Instant,
  releaseAskedAt: Nullable(Instant),
  releaseAskedBy: Nullable(IdText),
});

const byId = Shape({ id: IdText });

export function routesHolds(http: Http): void {
  http.get(
    '/api/admin/privacy/holds',
    {
      config: {
        audience: { staff: 'privacy.read' },
        purpose: 'administer',
        says: 'What must not go although its time is over.',
      },
      schema: {
        response: {
          200: Shape({ items: Type.Array(HoldShape) }),
        },
      },
    },
    async (request) => {
      const holds = await request.work((ctx) => listHolds(ctx));
      return {
        items: holds.map((hold) => ({
          id: hold.id,
          table: hold.onTable,
          rowId: hold.onId,
          fields: [...hold.fields],
          kinds: [...hold.kinds],
          numbered: hold.numbered,
          role: hold.role,
          ground: hold.ground,
          called: hold.called,
          placedAt: hold.placedAt.toISOString(),
          placedBy: hold.placedBy,
          approvedAt: hold.approvedAt?.toISOString() ?? null,
          reviewAt: hold.reviewAt.toISOString(),
          releaseAskedAt: hold.releaseAskedAt?.toISOString() ?? null,
          releaseAskedBy: hold.releaseAskedBy,
        })),
      };
    },
  );

  http.post(
    '/api/admin/privacy/holds',
    {
      config: {
        audience: { staff: 'privacy.write' },
        purpose: 'administer',
        says: 'Holds rows, or fields of them, against every clock and erasure for one case.',
      },
      schema: {
        body: Shape({
          rows: Type.Array(
            Shape({
              table: Type.String({ maxLength: 80 }),
              rowId: IdText,
              fields: Type.Array(Type.String({ maxLength: 80 }), { maxItems: 40 }),
            }),
            { minItems: 1, maxItems: 100 },
          ),
          ground: Ground,
          reference: Type.String({ minLength: 1, maxLength: 400 }),
        }),
        response: { 201: Shape({ ids: Type.Array(IdText) }) },
      },
    },
    async (request, reply) => {
      const ids = await request.work((ctx) => placeHolds(ctx, request.body));
      return reply.code(201).send({ ids });
    },
  );

  const steps = [
    {
      step: 'approve',
      audience: 'privacy.approve',
      says: 'Gives the second yes to a hold.',
      run: approveHold,
    },
    { step: 'ask-release', audience: 'privacy.write', says: 'Asks for a hold to end.', run: askForRelease },
    {
      step: 'release',
      audience: 'privacy.approve',
      says: 'Ends a hold that another colleague asked to end.',
      run: releaseHold,
    },
  ] as const;
  for (const { step, audience, says, run } of steps)
    http.post(
      `/api/admin/privacy/holds/:id/${step}`,
      {
        config: { audience: { staff: audience }, purpose: 'administer', says },
        schema: { params: byId, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        await request.work((ctx) => run(ctx, asId<HoldId>(request.params.id)));
        return reply.code(204).send(null);
      },
    );
}
