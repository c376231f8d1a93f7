import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { readInbox } from '#modules/privacy/index.ts';
import { readMail } from './inbound-mail.ts';
import { findTenantByMailbox } from './mailbox.ts';
import { takeMail } from './take-mail.ts';

/**
 * Fetches what is new in the mailbox of INBOX_IMAP_URL and is addressed to this shop, and marks it as read.
 *
 * A mail that could not be taken in stays unread and is fetched again. What is addressed to no shop stays unread too.
 */
export async function fetchMails(house: House, tenant: Tenant): Promise<void> {
  const { inboxImapUrl } = house.settings;
  if (!inboxImapUrl) return;
  await readInbox(inboxImapUrl, async (source) => {
    const read = await readMail(source);
    if (read.kind === 'ignored') return true;
    for (const address of read.mail.to) {
      const owner = await findTenantByMailbox(house, address);
      if (owner?.id !== tenant.id) continue;
      return (await takeMail(house, tenant, source)).kind !== 'too many';
    }
    return false;
  });
}
