import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';

/** Closes what staff wrote under the shop's own secret: it belongs to no single person and may name several. */
export const sealWritten = (ctx: Context, label: string, written: object): Promise<Buffer> =>
  vault.sealForTenant(ctx, `incidents.${label}`, Buffer.from(JSON.stringify(written)));

export async function openWritten<Written>(
  ctx: Context,
  label: string,
  sealed: Buffer | null,
): Promise<Written> {
  assert(sealed, `a row without its ${label}`);
  return JSON.parse((await vault.openForTenant(ctx, `incidents.${label}`, sealed)).toString()) as Written;
}

/** The colleague who acts. Shape: null for the house itself. */
export const colleague = (ctx: Context): SubjectId | null =>
  ctx.actor.kind === 'staff' ? (ctx.actor.id as SubjectId) : null;
