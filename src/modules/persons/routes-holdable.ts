import { Type } from 'typebox';
import { IdText, Instant, Nullable, Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { findHoldable } from './find-holdable.ts';

const Part = Shape({
  table: Type.String(),
  rowId: Type.String(),
  field: Nullable(Type.String({ description: 'null stands for the row' })),
  kinds: Type.Array(Type.String({ description: 'kinds of personal data in it' })),
  role: Nullable(Type.String()),
  number: Nullable(Type.String({ description: 'of its order or request' })),
  at: Nullable(Instant),
  isHeld: Type.Boolean(),
});

/** What can be held for a court or a claim. */
export function holdableRoutes(http: Http): void {
  const config = { audience: { staff: 'privacy.write' }, purpose: 'administer' } as const;
  const answer = { 200: Shape({ items: Type.Array(Part) }) };
  const present = (found: Awaited<ReturnType<typeof findHoldable>>) => ({
    items: found.map(({ kinds, at, ...part }) => ({
      ...part,
      kinds: [...kinds],
      at: at?.toISOString() ?? null,
    })),
  });

  http.get(
    '/api/admin/privacy/holdable/orders/:id',
    {
      config: { ...config, says: 'What a hold could keep of an order.' },
      schema: { params: Shape({ id: IdText }), response: answer },
    },
    (request) =>
      request
        .work((ctx) => findHoldable(ctx, { table: 'orders.order', id: request.params.id }))
        .then(present),
  );

  http.get(
    '/api/admin/privacy/holdable/people/:id',
    {
      config: { ...config, says: 'What a hold could keep of a person.' },
      schema: { params: Shape({ id: IdText }), response: answer },
    },
    (request) =>
      request.work((ctx) => findHoldable(ctx, { subject: asId<SubjectId>(request.params.id) })).then(present),
  );
}
