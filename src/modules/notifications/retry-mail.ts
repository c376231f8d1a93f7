import type { Context } from '#kernel/context.ts';
import { facts } from './facts.ts';
import { findMail, requeueMail } from './queries.ts';
import { refuse } from './refuse.ts';
import type { MailId } from './mail.ts';

/**
 * Puts a mail that could not be delivered back into the outbox.
 *
 * Refuses: notifications.mailGone, notifications.notFailed. Announces: notifications.mailQueued.
 */
export async function retryMail(ctx: Context, id: MailId): Promise<void> {
  const mail = await findMail(ctx, id);
  if (!mail) throw refuse.mailGone();
  if (!(await requeueMail(ctx, id))) throw refuse.notFailed();
  ctx.emit(facts.mailQueued({ mailId: id, kind: mail.kind }));
  ctx.audit({ action: 'notifications.retried', on: { table: 'notifications.mail', id } });
}
