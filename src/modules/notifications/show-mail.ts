import type { Context } from '#kernel/context.ts';
import { getShop } from '#modules/tenancy/index.ts';
import { composeMail } from './compose-mail.ts';
import { lineOf } from './list-mails.ts';
import type { MailLine } from './list-mails.ts';
import type { Envelope, MailId } from './mail.ts';
import { openThem } from './open-mails.ts';
import { findMail } from './queries.ts';
import type { MailRow } from './queries.ts';
import { refuse } from './refuse.ts';
import { withoutKeys } from './without-keys.ts';

/** Whether the links of a mail can be followed by whoever is shown it. */
export type Links = 'with links' | 'without links';

/**
 * One mail as it was written, opened for a reader whose reading is recorded; its links lead nowhere unless told.
 *
 * Refuses: notifications.mailGone.
 */
export async function showMail(
  ctx: Context,
  id: MailId,
  links: Links = 'without links',
): Promise<MailLine & { envelope: Envelope }> {
  const { row, envelope } = await openMail(ctx, id, links);
  return { ...lineOf(row, envelope.to), envelope };
}

/** One mail as the file a mail program opens; its links as in `showMail`. Refuses: notifications.mailGone. */
export async function downloadMail(
  ctx: Context,
  id: MailId,
  links: Links = 'without links',
): Promise<Buffer> {
  const { row, envelope } = await openMail(ctx, id, links);
  const { name, mailFrom } = await getShop(ctx);
  return composeMail(row.id, row.createdAt, { name, email: mailFrom }, envelope);
}

async function openMail(
  ctx: Context,
  id: MailId,
  links: Links,
): Promise<{ row: MailRow; envelope: Envelope }> {
  const row = await findMail(ctx, id);
  if (!row) throw refuse.mailGone();
  const [envelope] = await openThem(ctx, [row]);
  if (!envelope) throw refuse.mailGone();
  return { row, envelope: links === 'with links' ? envelope : withoutKeys(envelope) };
}
