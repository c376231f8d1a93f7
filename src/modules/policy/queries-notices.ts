import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { NoticeChannel } from '#kernel/profile.ts';
import type { NoticeId, NoticeState, PolicyRows } from './tables.ts';

const rows = (ctx: Context): Kysely<PolicyRows> => ctx.tx;

export interface PlannedNotice {
  readonly subjectId: SubjectId;
  readonly channel: NoticeChannel;
  readonly state: NoticeState;
}

/** Writes down who is told on which way; whoever stands there already is left as they are. */
export async function insertNotices(
  ctx: Context,
  version: number,
  planned: readonly PlannedNotice[],
): Promise<void> {
  if (planned.length === 0) return;
  await rows(ctx)
    .insertInto('policy.notice')
    .values(
      planned.map((one) => ({
        ...one,
        id: newId<NoticeId>(),
        version,
        plannedAt: ctx.now,
        doneAt: one.state === 'waiting' ? null : ctx.now,
      })),
    )
    .onConflict((clash) => clash.columns(['tenantId', 'version', 'subjectId', 'channel']).doNothing())
    .execute();
}

export const selectNotices = (
  ctx: Context,
  version: number,
): Promise<{ subjectId: SubjectId; channel: NoticeChannel; state: NoticeState }[]> =>
  rows(ctx)
    .selectFrom('policy.notice')
    .select(['subjectId', 'channel', 'state'])
    .where('version', '=', version)
    .orderBy('id')
    .execute();

export const countNotices = (
  ctx: Context,
): Promise<{ version: number; channel: NoticeChannel; state: NoticeState; count: number }[]> =>
  rows(ctx)
    .selectFrom('policy.notice')
    .select(({ fn }) => ['version', 'channel', 'state', fn.countAll<number>().as('count')])
    .groupBy(['version', 'channel', 'state'])
    .execute();

/** The newest version that somebody was told of and has not looked at. */
export async function findUnseen(ctx: Context, subjectId: SubjectId): Promise<number | undefined> {
  const row = await rows(ctx)
    .selectFrom('policy.notice')
    .select('version')
    .where('subjectId', '=', subjectId)
    .where('channel', 'in', ['in-app', 'banner'])
    .where('state', '=', 'waiting')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.version;
}

/** Shape: how many notices were closed by it. */
export async function markSeen(ctx: Context, subjectId: SubjectId, version: number): Promise<number> {
  const closed = await rows(ctx)
    .updateTable('policy.notice')
    .set({ state: 'seen', doneAt: ctx.now })
    .where('subjectId', '=', subjectId)
    .where('version', '<=', version)
    .where('channel', 'in', ['in-app', 'banner'])
    .where('state', '=', 'waiting')
    .returning('id')
    .execute();
  return closed.length;
}
