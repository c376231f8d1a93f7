import type { Context } from '#kernel/context.ts';
import { vault } from '#modules/privacy/index.ts';
import { provenAddressesOf } from './people.ts';
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

export interface ReadyCopy {
  readonly kind: 'ready';
  readonly id: PackageId;
  readonly code: string;
  readonly sizeBytes: number;
  readonly expiresAt: Date;
  readonly downloadsLeft: number;
}

/**
 * What lies ready for a request, for somebody who has shown that these addresses are theirs.
 *
 * A copy over several addresses is given only to whoever sits there with all of them, and no mail carries its link: one
 * mailbox alone, which may be a stranger's who slipped it in, opens nothing of the others.
 * Shape: undefined when nothing lies ready, or not any more.
 */
export async function findPackage(
  ctx: Context,
  row: Pick<RequestRow, 'id'>,
  addresses: readonly string[],
): Promise<ReadyCopy | { kind: 'needs all addresses' } | undefined> {
  const made = await findPackageOf(ctx, row.id);
  if (!made || made.expiresAt <= ctx.now || made.downloadsLeft === 0) return undefined;
  const shown = new Set(addresses.map((email) => email.toLowerCase()));
  const proven = await provenAddressesOf(ctx, row);
  if (proven.length === 0 || !proven.every((email) => shown.has(email)))
    return { kind: 'needs all addresses' };
  const { id, sizeBytes, expiresAt, downloadsLeft } = made;
  const code = await vault.linkCode(ctx, packageLink, id);
  return { kind: 'ready', id, code, sizeBytes, expiresAt, downloadsLeft };
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
