import assert from 'node:assert/strict';
import { vault } from '#modules/privacy/index.ts';
import type { AccountId, SessionId } from './account.ts';
import { sessionSeconds } from './account.ts';
import { asked } from './adapter-model.ts';
import type { ModelRecord, ModelStore } from './adapter-model.ts';
import { findAccountById } from './queries-accounts.ts';
import {
  deleteSessionByToken,
  deleteSessions,
  findSessionByToken,
  insertSession,
} from './queries-sessions.ts';
import type { SessionRow } from './queries-sessions.ts';
import { session } from './tables.ts';
import { forgetVisitors } from './visitor-cache.ts';

/** The token is only in the caller's hands: a record that was not found by its token does not have it. */
const recordOf = (row: SessionRow, token: string): ModelRecord => ({
  id: row.id,
  userId: row.accountId,
  token,
  ipAddress: '',
  userAgent: '',
  // better-auth compares with the machine's clock; ours may be set by a test.
  expiresAt: new Date(Date.now() + sessionSeconds[row.kind] * 1000),
  createdAt: new Date(),
  updatedAt: new Date(),
});

/** better-auth's session: its token kept as a keyed hash, its device sealed under the security key. */
export const sessionStore: ModelStore = {
  async create({ ctx, kind, device = { ip: '', userAgent: '' } }, data) {
    const id = data['id'] as SessionId;
    const owner = await findAccountById(ctx, data['userId'] as AccountId);
    assert(owner?.kind === kind, 'a session needs an account of its own side');
    const place = { id, subjectId: owner.subjectId };
    const row = await insertSession(ctx, {
      id,
      kind,
      accountId: owner.id,
      subjectId: owner.subjectId,
      tokenHash: await vault.keyedHash(ctx, 'identity.session', String(data['token'])),
      device: await vault.seal(ctx, session, 'device', place, device),
      expiresAt: new Date(ctx.now.getTime() + sessionSeconds[kind] * 1000),
    });
    return recordOf(row, String(data['token']));
  },

  async load({ ctx, kind }, where) {
    const token = asked(where, 'token');
    if (token === undefined) return []; // lists of sessions are ours: without tokens, better-auth could not end them
    const row = await findSessionByToken(ctx, kind, await vault.keyedHash(ctx, 'identity.session', token));
    return row ? [recordOf(row, token)] : [];
  },

  update: (_scope, record) => Promise.resolve(record), // being seen moves the end, in find_visitor

  async remove({ ctx }, where) {
    const token = asked(where, 'token');
    const accountId = asked(where, 'userId') as AccountId | undefined;
    assert(token ?? accountId, 'better-auth ends sessions by token or user only');
    ctx.afterCommit(forgetVisitors);
    if (token) return deleteSessionByToken(ctx, await vault.keyedHash(ctx, 'identity.session', token));
    return accountId ? deleteSessions(ctx, accountId) : 0;
  },
};
