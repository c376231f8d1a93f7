import type { Kysely, Selectable } from 'kysely';
import type { Context, Locale } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Sealed } from '#kernel/registry.ts';
import type { CampaignId, NotificationsRows, ReaderAddress } from './tables.ts';

const rows = (ctx: Context): Kysely<NotificationsRows> => ctx.tx;

export interface ReaderRow {
  readonly subjectId: SubjectId;
  readonly address: Sealed<ReaderAddress>;
  readonly locale: Locale;
}

export async function upsertReader(
  ctx: Context,
  { subjectId, address, addressIndex, locale }: ReaderRow & { readonly addressIndex: Buffer },
): Promise<void> {
  await rows(ctx)
    .insertInto('notifications.reader')
    .values({ subjectId, address, addressIndex, locale, since: ctx.now })
    .onConflict((clash) =>
      clash.columns(['tenantId', 'subjectId']).doUpdateSet({ address, addressIndex, locale }),
    )
    .execute();
}

export const findReader = (ctx: Context, subject: SubjectId): Promise<ReaderRow | undefined> =>
  rows(ctx)
    .selectFrom('notifications.reader')
    .select(['subjectId', 'address', 'locale'])
    .where('subjectId', '=', subject)
    .executeTakeFirst();

export async function deleteReader(ctx: Context, subject: SubjectId): Promise<void> {
  await rows(ctx).deleteFrom('notifications.reader').where('subjectId', '=', subject).execute();
}

/** Readers in the order of their keys, from a place on. */
export async function selectReaders(ctx: Context, after: string | null, limit: number): Promise<ReaderRow[]> {
  let query = rows(ctx)
    .selectFrom('notifications.reader')
    .select(['subjectId', 'address', 'locale'])
    .orderBy('subjectId')
    .limit(limit);
  if (after !== null) query = query.where('subjectId', '>', after as SubjectId);
  return query.execute();
}

export type CampaignRow = Omit<Selectable<NotificationsRows['notifications.campaign']>, 'tenantId'>;
const columns = [
  'id',
  'topic',
  'title',
  'text',
  'origin',
  'state',
  'position',
  'queued',
  'passedOver',
  'madeBy',
  'madeAt',
  'finishedAt',
] as const;

export async function insertCampaign(
  ctx: Context,
  values: Pick<CampaignRow, 'id' | 'topic' | 'title' | 'text' | 'origin' | 'madeBy'>,
): Promise<void> {
  await rows(ctx)
    .insertInto('notifications.campaign')
    .values({
      ...values,
      state: 'sending',
      position: null,
      queued: 0,
      passedOver: 0,
      madeAt: ctx.now,
      finishedAt: null,
    })
    .execute();
}

/** The oldest news that are still being sent, locked so that one process sends them at a time. */
export const lockOpenCampaign = (ctx: Context): Promise<CampaignRow | undefined> =>
  rows(ctx)
    .selectFrom('notifications.campaign')
    .select(columns)
    .where('state', '=', 'sending')
    .orderBy('madeAt')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

export async function moveCampaign(
  ctx: Context,
  id: CampaignId,
  step: {
    readonly position: string | null;
    readonly queued: number;
    readonly passedOver: number;
    readonly isOver: boolean;
  },
): Promise<void> {
  await rows(ctx)
    .updateTable('notifications.campaign')
    .set((eb) => ({
      position: step.position,
      queued: eb('queued', '+', step.queued),
      passedOver: eb('passedOver', '+', step.passedOver),
      ...(step.isOver && { state: 'done' as const, finishedAt: ctx.now }),
    }))
    .where('id', '=', id)
    .execute();
}

/** Shape: false when it was over already. */
export async function stopCampaignRow(ctx: Context, id: CampaignId): Promise<boolean> {
  const result = await rows(ctx)
    .updateTable('notifications.campaign')
    .set({ state: 'stopped', finishedAt: ctx.now })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export const findCampaign = (ctx: Context, id: CampaignId): Promise<CampaignRow | undefined> =>
  rows(ctx).selectFrom('notifications.campaign').select(columns).where('id', '=', id).executeTakeFirst();

/** Newest first. */
export async function selectCampaigns(
  ctx: Context,
  after: { readonly madeAt: Date; readonly id: CampaignId } | undefined,
  limit: number,
): Promise<CampaignRow[]> {
  let query = rows(ctx).selectFrom('notifications.campaign').select(columns);
  if (after)
    query = query.where((row) => row(row.refTuple('madeAt', 'id'), '<', row.tuple(after.madeAt, after.id)));
  return query.orderBy('madeAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** What became of the mails of some news. */
export const countMailsAbout = (
  ctx: Context,
  ids: readonly CampaignId[],
): Promise<{ aboutId: string; state: string; count: number }[]> =>
  rows(ctx)
    .selectFrom('notifications.mail')
    .select((eb) => ['aboutId', 'state', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('aboutTable', '=', 'notifications.campaign')
    .where('aboutId', '=', (eb) => eb.fn.any(eb.val(ids as readonly string[])))
    .groupBy(['aboutId', 'state'])
    .execute();
