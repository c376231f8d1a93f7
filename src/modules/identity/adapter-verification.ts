import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import { isId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import type { AccountId } from './account.ts';
import { linkHours } from './account.ts';
import { asked } from './adapter-model.ts';
import type { ModelRecord, ModelStore } from './adapter-model.ts';
import { findVerification, insertVerification, takeVerification } from './queries-sessions.ts';
import type { VerificationRow } from './queries-sessions.ts';

const label = 'identity.verification';

export const hashOfCode = (ctx: Context, code: string): Promise<Buffer> =>
  vault.keyedHash(ctx, 'identity.code', code);

/** Keeps what a link is good for under its code, sealed; the code itself is only in the mail. */
export async function keepLink(
  ctx: Context,
  id: string,
  code: string,
  accountId: AccountId | null,
  value: string,
  hours: number,
): Promise<VerificationRow> {
  return insertVerification(ctx, {
    id,
    accountId,
    identifierHash: await hashOfCode(ctx, code),
    value: await vault.sealForTenant(ctx, label, Buffer.from(value)),
    expiresAt: new Date(ctx.now.getTime() + hours * 3_600_000),
  });
}

export async function valueOf(ctx: Context, row: VerificationRow): Promise<string> {
  assert(row.value, 'a link without a value is not stored');
  return (await vault.openForTenant(ctx, label, row.value)).toString();
}

async function recordOf(ctx: Context, row: VerificationRow, identifier: string): Promise<ModelRecord> {
  const leftMs = row.expiresAt.getTime() - ctx.now.getTime();
  return {
    id: row.id,
    identifier,
    value: await valueOf(ctx, row),
    // better-auth compares with the machine's clock; ours may be set by a test.
    expiresAt: new Date(Date.now() + leftMs),
    createdAt: row.createdAt,
    updatedAt: row.createdAt,
  };
}

/** better-auth's verification values: the identifier as a keyed hash, the value sealed for the tenant. */
export const verificationStore: ModelStore = {
  async create({ ctx }, data) {
    const value = String(data['value']);
    const identifier = String(data['identifier']);
    const row = await keepLink(
      ctx,
      String(data['id']),
      identifier,
      isId(value) ? (value as AccountId) : null,
      value,
      linkHours.reset,
    );
    return recordOf(ctx, row, identifier);
  },

  async load({ ctx }, where) {
    const identifier = asked(where, 'identifier');
    if (identifier === undefined) return []; // better-auth's sweep of expired values; ours is deleteExpired
    const row = await findVerification(ctx, await hashOfCode(ctx, identifier));
    return row ? [await recordOf(ctx, row, identifier)] : [];
  },

  update: (_scope, record) => Promise.resolve(record),

  async remove({ ctx }, _where, records) {
    const gone = await Promise.all(records.map((record) => takeVerification(ctx, String(record['id']))));
    return gone.filter((row) => row !== undefined).length;
  },

  consume: async ({ ctx }, where) => {
    const id = asked(where, 'id');
    assert(id, 'better-auth uses verification values up by their id');
    const row = await takeVerification(ctx, id);
    return row ? recordOf(ctx, row, '') : null;
  },
};
