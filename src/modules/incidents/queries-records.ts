import type { Kysely, Selectable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { RecordKind } from './record.ts';
import { everyDays, firstDueDays, dayMs } from './record.ts';
import type { IncidentsRows } from './tables.ts';

const rows = (ctx: Context): Kysely<IncidentsRows> => ctx.tx;

export type RecordRow = Omit<Selectable<IncidentsRows['incidents.record']>, 'tenantId'>;
type SettingRow = Omit<Selectable<IncidentsRows['incidents.setting']>, 'tenantId'>;

export async function insertRecord(ctx: Context, record: Omit<RecordRow, 'createdAt'>): Promise<void> {
  await rows(ctx)
    .insertInto('incidents.record')
    .values({ ...record, createdAt: ctx.now })
    .execute();
}

/** Every record, the last held first. */
export async function selectRecords(ctx: Context): Promise<RecordRow[]> {
  return rows(ctx)
    .selectFrom('incidents.record')
    .select(['id', 'kind', 'about', 'outcome', 'evidence', 'recordedBy', 'heldAt', 'validUntil', 'createdAt'])
    .orderBy('heldAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1_000)
    .execute();
}

/** Until when each kind of thing counts, by the last that was held; what failed counts for nothing. */
export async function selectValidity(
  ctx: Context,
): Promise<{ kind: RecordKind; about: string; until: Date }[]> {
  return rows(ctx)
    .selectFrom('incidents.record')
    .select((eb) => ['kind', 'about', eb.fn.max('validUntil').as('until')])
    .where('outcome', '<>', 'failed')
    .groupBy(['kind', 'about'])
    .execute();
}

export async function findSetting(ctx: Context): Promise<SettingRow | undefined> {
  return rows(ctx)
    .selectFrom('incidents.setting')
    .select([
      'authorityHours',
      'auditEveryDays',
      'drillEveryDays',
      'firstDueAt',
      'anchorMailedAt',
      'updatedAt',
    ])
    .executeTakeFirst();
}

/** The shop's settings; at the first call its first audit and its first rehearsal are put three months ahead. */
export async function ensureSetting(ctx: Context): Promise<SettingRow> {
  const known = await findSetting(ctx);
  if (known) return known;
  const fresh = {
    authorityHours: null,
    auditEveryDays: everyDays.audit,
    drillEveryDays: everyDays.drill,
    firstDueAt: new Date(ctx.now.getTime() + firstDueDays * dayMs),
    anchorMailedAt: null,
    updatedAt: ctx.now,
  };
  await rows(ctx)
    .insertInto('incidents.setting')
    .values(fresh)
    .onConflict((clash) => clash.column('tenantId').doNothing())
    .execute();
  return fresh;
}

export async function updateSetting(
  ctx: Context,
  change: Partial<Omit<SettingRow, 'updatedAt' | 'firstDueAt'>>,
): Promise<void> {
  await rows(ctx)
    .updateTable('incidents.setting')
    .set({ ...change, updatedAt: ctx.now })
    .execute();
}

/** Notes that staff are told of something, unless they were since then. Shape: whether they are to be told now. */
export async function claimTelling(ctx: Context, what: string, unlessSince: Date): Promise<boolean> {
  const claimed = await rows(ctx)
    .insertInto('incidents.told')
    .values({ what, toldAt: ctx.now })
    .onConflict((clash) =>
      clash
        .columns(['tenantId', 'what'])
        .doUpdateSet({ toldAt: ctx.now })
        .where('incidents.told.toldAt', '<', unlessSince),
    )
    .returning('what')
    .executeTakeFirst();
  return claimed !== undefined;
}
