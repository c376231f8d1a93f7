import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import { facts } from './facts.ts';
import { purposeOf } from './mail.ts';
import type { MailId, Outgoing } from './mail.ts';
import { hasPromotion } from './marketing-lint.ts';
import { findMailByDedupe, insertMail } from './queries.ts';
import { refuse } from './refuse.ts';
import { mail } from './tables.ts';

/**
 * Puts a written mail into the outbox; it is sent after the transaction, by a job.
 *
 * The text is sealed under the recipient's `service` key, who must have one. The same `dedupe` is queued once: a second
 * call changes nothing and returns the first mail's id.
 * Refuses: notifications.promotionInServiceMail. Announces: notifications.mailQueued.
 * Source: clause KC-28.
 */
export async function queueMail(ctx: Context, outgoing: Outgoing): Promise<MailId> {
  const { subject, to, content, kind, locale, about, dedupe } = outgoing;
  if (hasPromotion(content)) throw refuse.promotionInServiceMail();
  const id = newId<MailId>();
  const row = { id, recipientId: subject };
  const envelope = await vault.seal(ctx, mail, 'envelope', row, {
    to: to.email,
    name: to.name ?? '',
    ...content,
  });
  const isNew = await insertMail(ctx, {
    id,
    recipientId: subject,
    envelope,
    promotion: null,
    kind,
    purpose: purposeOf(kind),
    topic: null,
    sender: null,
    locale,
    aboutTable: about.table,
    aboutId: about.id,
    dedupe,
  });
  if (!isNew) return findMailByDedupe(ctx, dedupe);
  ctx.emit(facts.mailQueued({ mailId: id, kind }));
  return id;
}
