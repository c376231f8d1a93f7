import { Type } from 'typebox';
import { cursorOf, placeAfter } from '#kernel/cursor.ts';
import { asId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { IdText, Instant, Nullable, PageOf, Shape, pageQuery } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { listAudit } from './list-audit.ts';

const Entry = Shape({
  id: IdText,
  at: Instant,
  actorKind: Type.String(),
  actor: Type.String(),
  purpose: Type.String(),
  action: Type.String(),
  on: Shape({ table: Type.String(), id: Type.String() }),
  subjectId: Nullable(IdText),
  details: Type.Record(Type.String(), Type.Unknown()),
});

export function routes(http: Http): void {
  http.get(
    '/api/admin/audit',
    {
      config: {
        audience: { staff: 'audit.read' },
        purpose: 'security',
        says: 'Who did what, and who opened whose data for which purpose; newest first.',
      },
      schema: {
        querystring: Shape({
          ...pageQuery,
          action: Type.Optional(Type.String({ maxLength: 80 })),
          actor: Type.Optional(Type.String({ maxLength: 80 })),
          table: Type.Optional(Type.String({ maxLength: 80 })),
          id: Type.Optional(Type.String({ maxLength: 80 })),
          subject: Type.Optional(IdText),
        }),
        response: { 200: PageOf(Entry) },
      },
    },
    async (request) => {
      const { limit = 50, after, action, actor, table, id, subject } = request.query;
      const before = placeAfter(after, 'id')?.[0];
      const page = await request.work((ctx) =>
        listAudit(ctx, {
          limit,
          before,
          action,
          actor,
          on: table && id ? { table, id } : undefined,
          subject: subject === undefined ? undefined : asId<SubjectId>(subject),
        }),
      );
      return {
        items: page.items.map(presentEntry),
        next: page.next === undefined ? null : cursorOf([page.next]),
      };
    },
  );
}

type ListedEntry = Awaited<ReturnType<typeof listAudit>>['items'][number];

const presentEntry = (entry: ListedEntry) => ({
  id: entry.id,
  at: entry.happenedAt.toISOString(),
  actorKind: entry.actorKind,
  actor: entry.actor,
  purpose: entry.purpose,
  action: entry.action,
  on: { table: entry.onTable, id: entry.onId },
  subjectId: entry.subjectId,
  details: entry.details,
});
