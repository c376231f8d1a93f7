import type { ImapFlow } from 'imapflow';
import { openGate } from '../egress-guard.ts';

/**
 * Fetches the unread mails of a mailbox of ours, one after the other, and marks as read what `take` says it has taken.
 *
 * Nothing about anybody is sent there: it is where people write to us.
 */
export async function readInbox(imapUrl: string, take: (source: Buffer) => Promise<boolean>): Promise<void> {
  const { protocol, hostname, port, username, password, pathname } = new URL(imapUrl);
  const isSecure = protocol === 'imaps:';
  // Loaded when there is a mailbox to read: most processes have none.
  const imap = await import('imapflow');
  const client = new imap.ImapFlow({
    host: hostname,
    port: Number(port || (isSecure ? 993 : 143)),
    secure: isSecure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
  });
  await openGate(() => client.connect());
  try {
    const folder = await client.getMailboxLock(decodeURIComponent(pathname.slice(1)) || 'INBOX');
    try {
      const unread = await client.search({ seen: false }, { uid: true });
      for (const uid of unread || []) await takeOne(client, uid, take);
    } finally {
      folder.release();
    }
  } finally {
    await client.logout();
  }
}

async function takeOne(
  client: ImapFlow,
  uid: number,
  take: (source: Buffer) => Promise<boolean>,
): Promise<void> {
  const message = await client.fetchOne(String(uid), { source: true }, { uid: true });
  if (!message || !message.source) return;
  if (await take(message.source)) await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
}
