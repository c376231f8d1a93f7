import { randomBytes } from 'node:crypto';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { AccountId } from './account.ts';
import { linkHours } from './account.ts';
import { hashOfCode, keepLink, valueOf } from './adapter-verification.ts';
import { consumeVerification, findVerification } from './queries-sessions.ts';

/** Makes a link that proves an address. better-auth's own token names the address in clear, so it stays here, sealed. */
export async function makeVerifyLink(ctx: Context, accountId: AccountId, token: string): Promise<string> {
  const code = randomBytes(24).toString('base64url');
  await keepLink(ctx, newId<never>(), `verify:${code}`, accountId, token, linkHours.verify);
  return code;
}

/** Uses a verification link up. Shape: better-auth's token, or undefined when the link is no longer good. */
export async function takeVerifyLink(
  ctx: Context,
  code: string,
): Promise<{ token: string; accountId: AccountId | null } | undefined> {
  const row = await consumeVerification(ctx, await hashOfCode(ctx, `verify:${code}`));
  return row && { token: await valueOf(ctx, row), accountId: row.accountId };
}

/** Whose password a reset link would set, without using it up. */
export async function holderOfResetLink(ctx: Context, code: string): Promise<AccountId | undefined> {
  const row = await findVerification(ctx, await hashOfCode(ctx, `reset-password:${code}`));
  return row?.accountId ?? undefined;
}
