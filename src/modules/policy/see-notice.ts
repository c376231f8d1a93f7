import type { Context } from '#kernel/context.ts';
import { asId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { acknowledge } from '#modules/privacy/index.ts';
import { profileOf } from '#profiles/profiles.ts';
import { findNewest, findVersion } from './queries.ts';
import { findUnseen, markSeen } from './queries-notices.ts';
import { refuse } from './refuse.ts';
import { sayChange } from './change.ts';
import { languageOr } from './words.ts';

/** A month in which a change is told on the site. Units: days. */
const announcedDays = 30;

/** The change that readers hear of now, and whether those without an account do. Source: clauses OK-21, K7-49. */
export async function announcedVersion(
  ctx: Context,
): Promise<{ version: number; isForEverybody: boolean } | undefined> {
  const { channels, everyChange } = profileOf(ctx.tenant).notice;
  const newest = await findNewest(ctx);
  if (!newest || newest.number === 1 || newest.publishedAt === null) return undefined;
  const ageMs = ctx.now.getTime() - newest.publishedAt.getTime();
  if (ageMs > announcedDays * 86_400_000 || !(newest.isMaterial || everyChange)) return undefined;
  return { version: newest.number, isForEverybody: channels.includes('banner') || channels.includes('post') };
}

/** The version that the person who asks was told of and has not looked at yet. */
export const unseenVersion = (ctx: Context): Promise<number | undefined> =>
  ctx.actor.kind === 'buyer' || ctx.actor.kind === 'staff'
    ? findUnseen(ctx, asId<SubjectId>(ctx.actor.id))
    : Promise.resolve(undefined);

/**
 * Notes that somebody has seen what changed: knowledge, and no consent to anything.
 *
 * Refuses: policy.noSuchVersion. Source: clauses K7-1, KC-51.
 */
export async function seeNotice(ctx: Context, number: number): Promise<void> {
  const version = await findVersion(ctx, number);
  if (version?.state !== 'published') throw refuse.noSuchVersion();
  const subject = asId<SubjectId>(ctx.actor.id);
  const closed = await markSeen(ctx, subject, number);
  if (closed === 0) return;
  const language = languageOr(ctx.locale, 'en');
  const text = version.changes.map((change) => sayChange(change, language).says).join('\n');
  await acknowledge(ctx, {
    subject,
    document: 'policy',
    version: String(number),
    how: 'continued',
    notice: { text, locale: ctx.locale, ui: 'policy-notice', jurisdiction: ctx.tenant.country },
  });
}
