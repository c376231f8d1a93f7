import assert from 'node:assert/strict';
import { verifyPassword } from 'better-auth/crypto';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import type { AccountId } from './account.ts';
import { asked } from './adapter-model.ts';
import type { ModelRecord, ModelStore } from './adapter-model.ts';
import {
  deleteCredentials,
  findAccountById,
  findCredential,
  updateCredential,
  upsertCredential,
} from './queries-accounts.ts';
import type { CredentialRow } from './queries-accounts.ts';
import { credential } from './tables.ts';

async function recordOf(ctx: Context, row: CredentialRow): Promise<ModelRecord> {
  const { hash } = await vault.open(ctx, credential, 'secret', row);
  return {
    id: row.id,
    userId: row.accountId,
    accountId: row.accountId,
    providerId: 'credential',
    password: hash,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    subjectId: row.subjectId,
  };
}

/** Stores a password's hash, sealed under its owner's security key. */
export async function saveSecret(
  ctx: Context,
  owner: { id: AccountId; subjectId: SubjectId },
  id: string,
  hash: string,
): Promise<CredentialRow> {
  const row = { id, subjectId: owner.subjectId };
  const secret = await vault.seal(ctx, credential, 'secret', row, { hash });
  return upsertCredential(ctx, { id, accountId: owner.id, subjectId: owner.subjectId, secret });
}

/** Whether this is the account's password. */
export async function knowsPassword(ctx: Context, accountId: AccountId, password: string): Promise<boolean> {
  const row = await findCredential(ctx, { accountId });
  if (!row) return false;
  const { hash } = await vault.open(ctx, credential, 'secret', row);
  return verifyPassword({ hash, password });
}

/** better-auth's account: here always a password, its hash sealed under the security key. */
export const credentialStore: ModelStore = {
  async create({ ctx }, data) {
    assert(data['providerId'] === 'credential', 'there is no other way to sign in yet');
    const owner = await findAccountById(ctx, data['userId'] as AccountId);
    assert(owner, 'a password needs an account');
    return recordOf(ctx, await saveSecret(ctx, owner, String(data['id']), String(data['password'])));
  },

  async load({ ctx }, where) {
    const id = asked(where, 'id');
    const accountId = asked(where, 'userId');
    assert(id ?? accountId, 'better-auth looks for passwords by id or user only');
    const row = await findCredential(ctx, id ? { id } : { accountId: accountId as AccountId });
    return row ? [await recordOf(ctx, row)] : [];
  },

  async update({ ctx }, record, change) {
    assert(typeof change['password'] === 'string', 'only the password of a credential changes');
    const row = { id: String(record['id']), subjectId: record['subjectId'] as SubjectId };
    const secret = await vault.seal(ctx, credential, 'secret', row, { hash: change['password'] });
    return recordOf(ctx, await updateCredential(ctx, row.id, secret));
  },

  async remove({ ctx }, _where, records) {
    for (const record of records) await deleteCredentials(ctx, record['userId'] as AccountId);
    return records.length;
  },
};
