import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import type { AccountId, Profile } from './account.ts';
import { asked } from './adapter-model.ts';
import type { ModelRecord, ModelStore } from './adapter-model.ts';
import {
  deleteAccount,
  findAccountByEmail,
  findAccountById,
  insertAccount,
  updateAccount,
} from './queries-accounts.ts';
import type { AccountRow } from './queries-accounts.ts';
import { account } from './tables.ts';

/** The profile as it is stored: sealed, found by the address, found by the beginnings of the name. */
export async function sealProfile(ctx: Context, id: AccountId, subjectId: SubjectId, profile: Profile) {
  const row = { id, subjectId };
  return {
    profile: await vault.seal(ctx, account, 'profile', row, profile),
    emailIndex: await vault.blind(ctx, account, 'emailIndex', profile.email),
    nameTokens: await vault.searchTokens(ctx, account, 'nameTokens', profile.name),
  };
}

async function recordOf(ctx: Context, row: AccountRow): Promise<ModelRecord> {
  const { email, name } = await vault.open(ctx, account, 'profile', row);
  return {
    id: row.id,
    email,
    name,
    image: null,
    emailVerified: row.emailVerified,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    subjectId: row.subjectId,
  };
}

/** better-auth's user: an account with its profile sealed. */
export const userStore: ModelStore = {
  async create({ ctx, kind, locale, subject }, data) {
    const id = data['id'] as AccountId;
    const subjectId = subject ?? (await vault.newSubject(ctx, kind, ['service', 'security']));
    const profile: Profile = { email: String(data['email']), name: String(data['name']) };
    const sealed = await sealProfile(ctx, id, subjectId, profile);
    const row = await insertAccount(ctx, {
      id,
      kind,
      subjectId,
      ...sealed,
      emailVerified: data['emailVerified'] === true,
      locale,
    });
    return recordOf(ctx, row);
  },

  async load({ ctx, kind }, where) {
    const id = asked(where, 'id');
    const email = asked(where, 'email');
    assert(id ?? email, 'better-auth looks for users by id or address only');
    const row = id
      ? await findAccountById(ctx, id as AccountId)
      : await findAccountByEmail(ctx, kind, await vault.blind(ctx, account, 'emailIndex', email ?? ''));
    return row?.kind === kind && row.state === 'active' ? [await recordOf(ctx, row)] : [];
  },

  async update({ ctx }, record, change) {
    const id = record['id'] as AccountId;
    const profile: Profile = {
      email: String(change['email'] ?? record['email']),
      name: String(change['name'] ?? record['name']),
    };
    const isSame = profile.email === record['email'] && profile.name === record['name'];
    const row = await updateAccount(ctx, id, {
      ...(!isSame && (await sealProfile(ctx, id, record['subjectId'] as SubjectId, profile))),
      ...(typeof change['emailVerified'] === 'boolean' && { emailVerified: change['emailVerified'] }),
    });
    assert(row, 'the account vanished between two statements of one transaction');
    return recordOf(ctx, row);
  },

  async remove({ ctx }, _where, records) {
    for (const record of records) await deleteAccount(ctx, record['id'] as AccountId);
    return records.length;
  },
};
