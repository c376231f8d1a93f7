import type { Context } from '#kernel/context.ts';
import { vault } from '#modules/privacy/index.ts';
import type { AccountId, SessionId } from './account.ts';
import { deleteSessionByToken, deleteSessions, selectSessions } from './queries-sessions.ts';
import { refuse } from './refuse.ts';
import { session } from './tables.ts';
import { forgetVisitors } from './visitor-cache.ts';

/** A device that is signed in, as its holder sees it. */
interface SignedInDevice {
  readonly id: SessionId;
  readonly device: string;
  readonly network: string;
  readonly signedInAt: string;
  readonly lastUsedAt: string;
  readonly isThisOne: boolean;
}

export const hashOfToken = (ctx: Pick<Context, 'keys' | 'tenant'>, token: string): Promise<Buffer> =>
  vault.keyedHash(ctx, 'identity.session', token);

/** The devices on which an account is signed in, the last used first. */
export async function listDevices(
  ctx: Context,
  accountId: AccountId,
  token: string,
): Promise<SignedInDevice[]> {
  const rows = await selectSessions(ctx, accountId);
  const devices = await vault.openMany(ctx, session, 'device', rows);
  const mine = await hashOfToken(ctx, token);
  return rows.map((row, index) => ({
    id: row.id,
    device: devices[index]?.userAgent ?? '',
    network: devices[index]?.ip ?? '',
    signedInAt: row.createdAt.toISOString(),
    lastUsedAt: row.seenAt.toISOString(),
    isThisOne: row.tokenHash.equals(mine),
  }));
}

/** Signs one device out, at once. Refuses: identity.noSession. */
export async function revokeDevice(ctx: Context, accountId: AccountId, id: SessionId): Promise<void> {
  if ((await deleteSessions(ctx, accountId, { only: id })) === 0) throw refuse.noSession();
  ctx.afterCommit(forgetVisitors);
}

/** Signs every device out but this one. Shape: how many. */
export async function revokeOtherDevices(ctx: Context, accountId: AccountId, token: string): Promise<number> {
  ctx.afterCommit(forgetVisitors);
  return deleteSessions(ctx, accountId, { butHash: await hashOfToken(ctx, token) });
}

/** Ends this session; ending one that is over already is fine. */
export async function signOut(ctx: Context, token: string): Promise<void> {
  ctx.afterCommit(forgetVisitors);
  await deleteSessionByToken(ctx, await hashOfToken(ctx, token));
}
