import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { isId } from '#kernel/ids.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { mailFile, mailFolder } from './carrier.ts';
import { mailsAmong } from './queries.ts';
import type { MailId } from './mail.ts';

/** Removes the files of mails whose row is gone: their clock ended it, or the person was erased. */
export async function sweepMails(house: House, tenant: Tenant): Promise<void> {
  const who = { tenant, actor: { kind: 'system', id: 'notifications.sweep', purpose: 'notify' } } as const;
  const folder = mailFolder(house);
  const ids = await listMailFiles(house, tenant);
  for (let start = 0; start < ids.length; start += 500) {
    const some = ids.slice(start, start + 500);
    const alive = await unitOfWork(house, who, (ctx) => mailsAmong(ctx, some));
    for (const id of some) if (!alive.has(id)) await folder.remove(mailFile(tenant, id));
  }
}

async function listMailFiles(house: House, tenant: Tenant): Promise<MailId[]> {
  const names = await readdir(join(house.settings.dataDir, 'mail', tenant.id)).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []; // no mail was ever kept here
      throw error;
    },
  );
  return names
    .filter((name) => name.endsWith('.eml.sealed'))
    .map((name) => name.slice(0, 36))
    .filter(isId) as MailId[];
}
