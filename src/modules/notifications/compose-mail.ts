import { createTransport } from 'nodemailer';
import type { Envelope } from './mail.ts';
import type { MailId } from './mail.ts';

export interface Sender {
  readonly name: string;
  readonly email: string;
}

/** The Message-ID of a mail: the same for every attempt, so that a mail server or a reader can tell a second delivery. */
const messageIdOf = (id: MailId, from: Sender): string =>
  `<${id}@${from.email.slice(from.email.lastIndexOf('@') + 1)}>`;

/** Writes the mail as RFC 5322 text, the same bytes for every attempt but for the MIME boundary. Opens no connection. */
export async function composeMail(
  id: MailId,
  createdAt: Date,
  from: Sender,
  envelope: Envelope,
  news?: { readonly stop: string },
): Promise<Buffer> {
  const paper = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const written = await paper.sendMail({
    messageId: messageIdOf(id, from),
    date: createdAt,
    from: { name: from.name, address: from.email },
    to: { name: envelope.name, address: envelope.to },
    subject: envelope.subject,
    text: envelope.text,
    html: envelope.html,
    // RFC 3834: holiday replies and other robots leave this mail alone.
    headers: {
      'Auto-Submitted': 'auto-generated',
      // RFC 8058: one click in the reader's own mail program ends them, and a machine that only looks changes nothing.
      ...(news && {
        'List-Unsubscribe': { prepared: true, value: `<${news.stop}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        Precedence: 'bulk',
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (!Buffer.isBuffer(written.message)) throw new TypeError('the composer was asked for bytes');
  return written.message;
}
