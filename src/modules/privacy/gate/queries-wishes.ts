import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Category } from '#kernel/registry.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Cell, Door, Preference, PreferenceChannel, Wish } from './preference.ts';
import type { PrivacyRows } from '../tables.ts';

const rows = (ctx: Context): Kysely<PrivacyRows> => ctx.tx;

export const selectPreferences = (ctx: Context, subject: SubjectId): Promise<Preference[]> =>
  rows(ctx)
    .selectFrom('privacy.preference')
    .select(['topic', 'channel', 'sender', 'wish', 'at'])
    .where('subjectId', '=', subject)
    .orderBy('at')
    .execute();

export async function upsertPreference(
  ctx: Context,
  subject: SubjectId,
  { topic, channel, sender }: Cell,
  wish: Wish,
  door: Door,
): Promise<void> {
  const said = { wish, door, at: ctx.now };
  await rows(ctx)
    .insertInto('privacy.preference')
    .values({ subjectId: subject, topic, channel, sender, ...said })
    .onConflict((clash) =>
      clash.columns(['tenantId', 'subjectId', 'topic', 'channel', 'sender']).doUpdateSet(said),
    )
    .execute();
}

/** What was said about single cells is over once somebody says it about all of them. */
export async function deletePreferencesUnder(ctx: Context, subject: SubjectId, cell: Cell): Promise<void> {
  let query = rows(ctx).deleteFrom('privacy.preference').where('subjectId', '=', subject);
  if (cell.topic !== '*') query = query.where('topic', '=', cell.topic);
  if (cell.channel !== '*') query = query.where('channel', '=', cell.channel);
  if (cell.sender !== '*') query = query.where('sender', '=', cell.sender);
  await query.execute();
}

/** One person's wishes are written one after the other, so that a no and a yes never pass each other. */
export const lockWishes = async (ctx: Context, subject: SubjectId): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`wishes ${ctx.tenant.id} ${subject}`}, 0))`.execute(
    ctx.tx,
  );
};

export async function upsertSuppression(
  ctx: Context,
  channel: PreferenceChannel,
  hash: Buffer,
  because: 'asked' | 'erased' | 'bounced',
  reviewBy: Date,
): Promise<void> {
  await rows(ctx)
    .insertInto('privacy.suppression')
    .values({ channel, hash, because, since: ctx.now, reviewBy })
    .onConflict((clash) => clash.columns(['tenantId', 'channel', 'hash']).doUpdateSet({ because, reviewBy }))
    .execute();
}

export async function hasSuppression(
  ctx: Context,
  channel: PreferenceChannel,
  hash: Buffer,
): Promise<boolean> {
  const row = await rows(ctx)
    .selectFrom('privacy.suppression')
    .select('since')
    .where('channel', '=', channel)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteSuppression(
  ctx: Context,
  channel: PreferenceChannel,
  hash: Buffer,
): Promise<void> {
  await rows(ctx)
    .deleteFrom('privacy.suppression')
    .where('channel', '=', channel)
    .where('hash', '=', hash)
    .execute();
}

export async function upsertTombstone(
  ctx: Context,
  category: Category,
  hash: Buffer,
  until: Date,
): Promise<void> {
  await rows(ctx)
    .insertInto('privacy.tombstone')
    .values({ category, hash, laidAt: ctx.now, until })
    .onConflict((clash) => clash.columns(['tenantId', 'category', 'hash']).doUpdateSet({ until }))
    .execute();
}

export async function hasTombstone(ctx: Context, category: Category, hash: Buffer): Promise<boolean> {
  const row = await rows(ctx)
    .selectFrom('privacy.tombstone')
    .select('laidAt')
    .where('category', '=', category)
    .where('hash', '=', hash)
    .where('until', '>', ctx.now)
    .executeTakeFirst();
  return row !== undefined;
}

/** Shape: how many were forgotten. */
export async function deleteOldTombstones(ctx: Context): Promise<number> {
  const result = await rows(ctx)
    .deleteFrom('privacy.tombstone')
    .where('until', '<=', ctx.now)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
