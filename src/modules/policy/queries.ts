import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { DocumentRole } from '#kernel/profile.ts';
import type { Change } from './change.ts';
import type { PolicyDocument } from './document.ts';
import type { DataMap } from './map.ts';
import type { PolicyRows, Telling, VersionState } from './tables.ts';
import type { PolicyLanguage } from './words.ts';

const rows = (ctx: Context): Kysely<PolicyRows> => ctx.tx;

/** A version without the map that it was printed from. */
export interface VersionLine {
  readonly number: number;
  readonly state: VersionState;
  readonly mapHash: string;
  readonly changes: readonly Change[];
  readonly isMaterial: boolean;
  readonly proposedBy: SubjectId | null;
  readonly approvedBy: SubjectId | null;
  readonly proposedAt: Date;
  readonly publishedAt: Date | null;
  readonly telling: Telling;
  readonly toldUpTo: string | null;
  readonly origin: string;
}

export interface Version extends VersionLine {
  readonly map: DataMap;
}

const lineColumns = [
  'number',
  'state',
  'mapHash',
  'changes',
  'isMaterial',
  'proposedBy',
  'approvedBy',
  'proposedAt',
  'publishedAt',
  'telling',
  'toldUpTo',
  'origin',
] as const;

export const findVersion = (ctx: Context, number: number): Promise<Version | undefined> =>
  rows(ctx)
    .selectFrom('policy.version')
    .select([...lineColumns, 'map'])
    .where('number', '=', number)
    .executeTakeFirst();

export const findPublished = (ctx: Context): Promise<Version | undefined> =>
  rows(ctx)
    .selectFrom('policy.version')
    .select([...lineColumns, 'map'])
    .where('state', '=', 'published')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The version in force without what it was printed from, for pages that only want to know whether there is news. */
export const findNewest = (
  ctx: Context,
): Promise<Pick<VersionLine, 'number' | 'isMaterial' | 'publishedAt'> | undefined> =>
  rows(ctx)
    .selectFrom('policy.version')
    .select(['number', 'isMaterial', 'publishedAt'])
    .where('state', '=', 'published')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Newest first. */
export const selectVersions = (ctx: Context): Promise<VersionLine[]> =>
  rows(ctx).selectFrom('policy.version').select(lineColumns).orderBy('number', 'desc').execute();

export interface NewVersion {
  readonly number: number;
  readonly state: VersionState;
  readonly map: DataMap;
  readonly mapHash: string;
  readonly changes: readonly Change[];
  readonly isMaterial: boolean;
  readonly origin: string;
  readonly proposedBy: SubjectId | null;
  readonly publishedAt: Date | null;
  readonly telling: Telling;
}

/** Shape: false when somebody else wrote that number first. */
export async function insertVersion(ctx: Context, { map, changes, ...rest }: NewVersion): Promise<boolean> {
  const row = await rows(ctx)
    .insertInto('policy.version')
    .values({
      ...rest,
      map: JSON.stringify(map),
      changes: JSON.stringify(changes),
      approvedBy: null,
      proposedAt: ctx.now,
      toldUpTo: null,
    })
    .onConflict((clash) => clash.columns(['tenantId', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateVersion(
  ctx: Context,
  number: number,
  change: {
    readonly state?: VersionState;
    readonly approvedBy?: SubjectId | null;
    readonly publishedAt?: Date;
    readonly telling?: Telling;
    readonly toldUpTo?: string | null;
  },
): Promise<void> {
  await rows(ctx).updateTable('policy.version').set(change).where('number', '=', number).execute();
}

export const findWaitingVersion = (ctx: Context): Promise<Version | undefined> =>
  rows(ctx)
    .selectFrom('policy.version')
    .select([...lineColumns, 'map'])
    .where('telling', '=', 'waiting')
    .where('state', '=', 'published')
    .orderBy('number')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();

export async function insertDocuments(
  ctx: Context,
  version: number,
  documents: readonly PolicyDocument[],
): Promise<void> {
  await rows(ctx)
    .insertInto('policy.document')
    .values(
      documents.map((one) => ({
        version,
        role: one.role,
        language: one.language,
        body: JSON.stringify(one),
      })),
    )
    .execute();
}

export async function findDocument(
  ctx: Context,
  version: number,
  role: DocumentRole,
  language: PolicyLanguage,
): Promise<PolicyDocument | undefined> {
  const row = await rows(ctx)
    .selectFrom('policy.document')
    .select('body')
    .where('version', '=', version)
    .where('role', '=', role)
    .where('language', '=', language)
    .executeTakeFirst();
  return row?.body;
}

/** Whether a policy needs a second yes, and who has asked to do without it. */
export async function findSetting(
  ctx: Context,
  hold?: 'hold',
): Promise<{ secondApprover: boolean; offAskedBy: SubjectId | null }> {
  const row = await rows(ctx)
    .selectFrom('policy.setting')
    .select(['secondApprover', 'offAskedBy'])
    .$if(hold === 'hold', (query) => query.forUpdate())
    .executeTakeFirst();
  return row ?? { secondApprover: false, offAskedBy: null };
}

export const needsSecond = async (ctx: Context): Promise<boolean> => (await findSetting(ctx)).secondApprover;

export async function upsertSetting(
  ctx: Context,
  secondApprover: boolean,
  offAskedBy: SubjectId | null = null,
): Promise<void> {
  const change = { secondApprover, offAskedBy, updatedAt: ctx.now };
  await rows(ctx)
    .insertInto('policy.setting')
    .values(change)
    .onConflict((clash) => clash.column('tenantId').doUpdateSet(change))
    .execute();
}
