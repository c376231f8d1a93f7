import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { PackageId, ProofId, RequestId, VisitId } from './request.ts';
import type { RightsRows } from './tables.ts';

const rows = (ctx: Context): Kysely<RightsRows> => ctx.tx;

type VisitRow = Omit<Selectable<RightsRows['rights.visit']>, 'tenantId' | 'tokenHash'>;
export type ProofRow = Omit<Selectable<RightsRows['rights.proof']>, 'tenantId' | 'emailIndex'>;
export type PackageRow = Omit<Selectable<RightsRows['rights.package']>, 'tenantId'>;

const visitColumns = ['id', 'subjectId', 'accountId', 'locale', 'createdAt', 'expiresAt'] as const;
const proofColumns = [
  'id',
  'subjectId',
  'visitId',
  'requestId',
  'address',
  'createdAt',
  'expiresAt',
  'provenAt',
] as const;
const packageColumns = [
  'id',
  'requestId',
  'subjectId',
  'aboutIds',
  'content',
  'sizeBytes',
  'madeAt',
  'expiresAt',
  'downloadsLeft',
] as const;

export async function insertVisit(
  ctx: Context,
  visit: VisitRow & { tokenHash: Buffer | null },
): Promise<void> {
  await rows(ctx).insertInto('rights.visit').values(visit).execute();
}

export async function openVisit(
  ctx: Context,
  id: VisitId,
  opened: { tokenHash: Buffer; expiresAt: Date },
): Promise<void> {
  await rows(ctx).updateTable('rights.visit').set(opened).where('id', '=', id).execute();
}

export async function findVisit(ctx: Context, tokenHash: Buffer): Promise<VisitRow | undefined> {
  return rows(ctx)
    .selectFrom('rights.visit')
    .select(visitColumns)
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', ctx.now)
    .executeTakeFirst();
}

export async function deleteVisit(ctx: Context, id: VisitId): Promise<void> {
  await rows(ctx).deleteFrom('rights.visit').where('id', '=', id).execute();
}

/** Sittings that are over, with the askers who have nothing else here. */
export async function deleteOldVisits(ctx: Context, limit: number): Promise<SubjectId[]> {
  const old = await rows(ctx)
    .selectFrom('rights.visit')
    .select(['id', 'subjectId'])
    .where('expiresAt', '<', ctx.now)
    .orderBy('expiresAt')
    .limit(limit)
    .execute();
  if (old.length === 0) return [];
  await rows(ctx)
    .deleteFrom('rights.visit')
    .where(
      'id',
      'in',
      old.map(({ id }) => id),
    )
    .execute();
  return old.map(({ subjectId }) => subjectId);
}

export async function insertProof(ctx: Context, proof: ProofRow & { emailIndex: Buffer }): Promise<void> {
  await rows(ctx).insertInto('rights.proof').values(proof).execute();
}

/** The proof that a link names, held until the transaction ends, so that it works once. */
export async function lockProof(ctx: Context, id: ProofId): Promise<ProofRow | undefined> {
  return rows(ctx)
    .selectFrom('rights.proof')
    .select(proofColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function findProof(ctx: Context, id: ProofId): Promise<ProofRow | undefined> {
  return rows(ctx).selectFrom('rights.proof').select(proofColumns).where('id', '=', id).executeTakeFirst();
}

export async function markProven(ctx: Context, id: ProofId): Promise<void> {
  await rows(ctx).updateTable('rights.proof').set({ provenAt: ctx.now }).where('id', '=', id).execute();
}

export async function selectProofsOfVisit(ctx: Context, visitId: VisitId): Promise<ProofRow[]> {
  return rows(ctx)
    .selectFrom('rights.proof')
    .select(proofColumns)
    .where('visitId', '=', visitId)
    .orderBy('id')
    .execute();
}

export async function selectProofsOfRequest(ctx: Context, requestId: RequestId): Promise<ProofRow[]> {
  return rows(ctx)
    .selectFrom('rights.proof')
    .select(proofColumns)
    .where('requestId', '=', requestId)
    .orderBy('id')
    .execute();
}

export async function insertPackage(ctx: Context, made: PackageRow): Promise<void> {
  await rows(ctx)
    .insertInto('rights.package')
    .values(made)
    .onConflict((clash) =>
      clash.columns(['tenantId', 'requestId']).doUpdateSet({
        id: made.id,
        aboutIds: made.aboutIds,
        content: made.content,
        sizeBytes: made.sizeBytes,
        madeAt: made.madeAt,
        expiresAt: made.expiresAt,
        downloadsLeft: made.downloadsLeft,
      }),
    )
    .execute();
}

/** The package that a link names, held until the transaction ends, so that downloads are counted one by one. */
export async function lockPackage(ctx: Context, id: PackageId): Promise<PackageRow | undefined> {
  return rows(ctx)
    .selectFrom('rights.package')
    .select(packageColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function findPackageOf(
  ctx: Context,
  requestId: RequestId,
): Promise<Omit<PackageRow, 'content' | 'aboutIds'> | undefined> {
  return rows(ctx)
    .selectFrom('rights.package')
    .select(['id', 'requestId', 'subjectId', 'sizeBytes', 'madeAt', 'expiresAt', 'downloadsLeft'])
    .where('requestId', '=', requestId)
    .executeTakeFirst();
}

export async function countDownload(ctx: Context, id: PackageId): Promise<void> {
  await rows(ctx)
    .updateTable('rights.package')
    .set((eb) => ({ downloadsLeft: eb('downloadsLeft', '-', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Copies that hold data of any of these persons, whoever asked for them. */
export async function deletePackagesAbout(ctx: Context, subjects: readonly SubjectId[]): Promise<void> {
  await rows(ctx)
    .deleteFrom('rights.package')
    .where(sql<boolean>`about_ids && ${[...subjects]}::uuid[]`)
    .execute();
}

/** Packages whose fortnight is over. Shape: how many went. */
export async function deleteOldPackages(ctx: Context): Promise<number> {
  const gone = await rows(ctx)
    .deleteFrom('rights.package')
    .where((row) => row.or([row('expiresAt', '<', ctx.now), row('downloadsLeft', '=', 0)]))
    .returning('id')
    .execute();
  return gone.length;
}

/** Links of requests that were closed long since; what was proven stands in the log. */
export async function deleteOldProofs(ctx: Context, before: Date): Promise<void> {
  await rows(ctx)
    .deleteFrom('rights.proof')
    .where('requestId', 'is not', null)
    .where('expiresAt', '<', before)
    .execute();
}
