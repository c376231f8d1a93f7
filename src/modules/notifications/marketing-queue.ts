import type { Context, Locale } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { egress, vault } from '#modules/privacy/index.ts';
import { getShop } from '#modules/tenancy/index.ts';
import { facts } from './facts.ts';
import type { MailId } from './mail.ts';
import type { NewsOf } from './marketing-code.ts';
import { missingInNews } from './marketing-lint.ts';
import { findMailByDedupe, insertMail } from './queries.ts';
import { refuse } from './refuse.ts';
import { mail } from './tables.ts';

/** News as their sender hands them in: already written, see `newsLetter`. */
interface OutgoingNews extends NewsOf {
  readonly subject: SubjectId;
  readonly to: { readonly email: string; readonly name?: string };
  readonly locale: Locale;
  readonly content: { readonly subject: string; readonly text: string; readonly html: string };
  /** Where one click ends them; see `stopAddress`. */
  readonly stop: string;
  readonly about: { readonly table: string; readonly id: string };
  readonly dedupe: string;
}

/**
 * Puts news into the outbox, for somebody who wants them; they are judged again when they are sent.
 *
 * The text is sealed under the reader's `marketing` key, so that the end of the wish can be the end of the text.
 * Refuses: notifications.newsWithoutWayOut, notifications.newsNotWanted. Announces: notifications.mailQueued.
 * Source: clauses OK-8, OC-48, OC-49; RFC 8058; directive 2002/58/EC art. 13.
 */
export async function queueMarketingMail(ctx: Context, news: OutgoingNews): Promise<MailId> {
  const { subject, to, content, stop, topic, sender, locale, about, dedupe } = news;
  const { legalName } = await getShop(ctx);
  const missing = missingInNews(content, { stop, legalName });
  if (missing.length > 0) throw refuse.newsWithoutWayOut({ missing });
  const verdict = await egress.checkPeople(ctx, {
    purpose: 'marketing',
    about: [subject],
    from: [{ table: mail, column: 'promotion' }],
    reach: { topic, channel: 'email', sender, address: to.email },
  });
  if (verdict.kind === 'closed') throw refuse.newsNotWanted({ because: verdict.because });

  await vault.ensureKeys(ctx, subject, ['marketing']);
  const id = newId<MailId>();
  const row = { id, recipientId: subject };
  const promotion = await vault.seal(ctx, mail, 'promotion', row, {
    to: to.email,
    name: to.name ?? '',
    ...content,
    stop,
  });
  const kind = `news.${topic}`;
  const isNew = await insertMail(ctx, {
    id,
    recipientId: subject,
    envelope: null,
    promotion,
    kind,
    purpose: 'marketing',
    topic,
    sender,
    locale,
    aboutTable: about.table,
    aboutId: about.id,
    dedupe,
  });
  if (!isNew) return findMailByDedupe(ctx, dedupe);
  ctx.emit(facts.mailQueued({ mailId: id, kind }));
  return id;
}
