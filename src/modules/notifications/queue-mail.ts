import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import { facts } from './facts.ts';
import type { MailId, Outgoing } from './mail.ts';
import { findMailByDedupe, insertMail } from './queries.ts';
import { mail } from './tables.ts';

/**
 * Puts a written mail into the outbox; it is sent after the transaction, by a job.
 *
 * The text is sealed under the recipient's `service` key, who must have one. The same `dedupe` is queued once: a second
 * call changes nothing and returns the first mail's id.
 * Announces: notifications.mailQueued.
 */
export async function queueMail(ctx: Context, outgoing: Outgoing): Promise<MailId> {
  const { subject, to, content, kind, locale, about, dedupe } = outgoing;
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
    kind,
    locale,
    aboutTable: about.table,
    aboutId: about.id,
    dedupe,
  });
  if (!isNew) return findMailByDedupe(ctx, dedupe);
  ctx.emit(facts.mailQueued({ mailId: id, kind }));
  return id;
}
