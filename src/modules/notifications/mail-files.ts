import type { RowFiles } from '#kernel/erasure.ts';
import { mailFile, mailFolder } from './carrier.ts';
import { mail, stores } from './tables.ts';

/** The sealed files of mails that were kept because there is no mail server; they go with their rows. */
export const mailFiles: RowFiles = {
  table: mail.name,
  store: stores[0]?.name ?? '',
  remove: async (house, tenant, ids) => {
    const folder = mailFolder(house);
    for (const id of ids) await folder.remove(mailFile(tenant, id));
  },
  among: async (house, tenant, ids) => {
    const folder = mailFolder(house);
    const there: string[] = [];
    for (const id of ids) if (await folder.has(mailFile(tenant, id))) there.push(id);
    return there;
  },
};
