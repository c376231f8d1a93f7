import type { Context, Locale } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import {
  liftSuppression,
  mayReach,
  preferenceTopics,
  stopAll,
  suppress,
  vault,
} from '#modules/privacy/index.ts';
import type { Door } from '#modules/privacy/index.ts';
import { deleteReader, findReader, upsertReader } from './queries-news.ts';
import { reader } from './tables.ts';
import type { ReaderAddress } from './tables.ts';

/** Everything a person may be told about by mail from the shop itself. Shape: empty when nothing. */
async function topicsOf(ctx: Context, subject: SubjectId, address?: string): Promise<string[]> {
  const open: string[] = [];
  for (const topic of preferenceTopics) {
    const cell = {
      topic,
      channel: 'email',
      sender: 'us',
      ...(address !== undefined && { address }),
    } as const;
    if ((await mayReach(ctx, subject, cell)).kind === 'yes') open.push(topic);
  }
  return open;
}

/**
 * Keeps where somebody wants their news sent, under their marketing key; who wants none is not kept.
 *
 * The address is one that its owner has proved. A yes of its owner lifts an older stop of that address.
 * Shape: whether they are a reader now.
 */
export async function keepReader(
  ctx: Context,
  subject: SubjectId,
  to: ReaderAddress,
  locale: Locale,
): Promise<boolean> {
  if ((await topicsOf(ctx, subject)).length === 0) {
    await deleteReader(ctx, subject);
    return false;
  }
  await liftSuppression(ctx, { channel: 'email', address: to.email });
  await vault.ensureKeys(ctx, subject, ['marketing']);
  const address = await vault.seal(ctx, reader, 'address', { subjectId: subject }, to);
  const addressIndex = await vault.blind(ctx, reader, 'addressIndex', to.email);
  await upsertReader(ctx, { subjectId: subject, address, addressIndex, locale });
  return true;
}

/** Forgets the address of somebody who no longer wants anything. */
export async function dropUnwilling(ctx: Context, subject: SubjectId): Promise<void> {
  if ((await topicsOf(ctx, subject)).length === 0) await deleteReader(ctx, subject);
}

/**
 * Ends all news to somebody by every way, and remembers as a keyed hash that nothing may be advertised to their address,
 * which outlives the person. Source: clauses OK-9, OC-50.
 */
export async function stopAllNews(ctx: Context, subject: SubjectId, door: Door): Promise<void> {
  const row = await findReader(ctx, subject);
  const forRights: Context = { ...ctx, actor: { ...ctx.actor, kind: 'system', purpose: 'rights' } };
  const [to] = row ? await vault.openMany(forRights, reader, 'address', [row]) : [];
  if (to) await suppress(ctx, { channel: 'email', address: to.email });
  await stopAll(ctx, subject, door);
  await deleteReader(ctx, subject);
}
