import type { Context } from '#kernel/context.ts';
import { vault } from '#modules/privacy/index.ts';
import type { RequestRow } from './queries.ts';
import { countDownload, findPackageOf, lockPackage } from './queries-visits.ts';
import type { PackageRow } from './queries-visits.ts';
import { refuse } from './refuse.ts';
import type { PackageId, RequestId } from './request.ts';
import { parcel } from './tables.ts';

const packageLink = 'rights.package';

export const packageUrl = async (
  ctx: Context,
  row: Pick<RequestRow, 'origin'>,
  id: PackageId,
): Promise<string> => `${row.origin}/privacy/copy?code=${await vault.linkCode(ctx, packageLink, id)}`;

/** What lies ready for a request. Shape: undefined when nothing does, or not any more. */
export async function findPackage(
  ctx: Context,
  row: Pick<RequestRow, 'id'>,
): Promise<
  { id: PackageId; code: string; sizeBytes: number; expiresAt: Date; downloadsLeft: number } | undefined
> {
  const made = await findPackageOf(ctx, row.id);
  if (!made || made.expiresAt <= ctx.now || made.downloadsLeft === 0) return undefined;
  const { id, sizeBytes, expiresAt, downloadsLeft } = made;
  return { id, code: await vault.linkCode(ctx, packageLink, id), sizeBytes, expiresAt, downloadsLeft };
}

/** What a link of ours leads to, without fetching it. Refuses: rights.packageGone. */
export async function lookAtPackage(
  ctx: Context,
  code: string,
): Promise<{ requestId: RequestId; sizeBytes: number; expiresAt: Date; downloadsLeft: number }> {
  return takePackage(ctx, code);
}

async function takePackage(ctx: Context, code: string): Promise<PackageRow> {
  const id = await vault.readLinkCode<PackageId>(ctx, packageLink, code);
  const made = id && (await lockPackage(ctx, id));
  if (!made || made.expiresAt <= ctx.now || made.downloadsLeft === 0) throw refuse.packageGone();
  return made;
}

/**
 * Gives the copy out and counts it; after a fortnight, or the fifth time, it is gone.
 *
 * Refuses: rights.packageGone.
 */
export async function fetchPackage(ctx: Context, code: string): Promise<{ zip: Buffer; madeAt: Date }> {
  const made = await takePackage(ctx, code);
  const { zip } = await vault.open(ctx, parcel, 'content', made);
  await countDownload(ctx, made.id);
  ctx.audit({
    action: 'rights.copyFetched',
    on: { table: 'rights.request', id: made.requestId },
    details: { left: made.downloadsLeft - 1 },
  });
  return { zip: Buffer.from(zip, 'base64'), madeAt: made.madeAt };
}
