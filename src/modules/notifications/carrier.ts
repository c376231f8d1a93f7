import { join } from 'node:path';
import type { Tenant } from '#kernel/context.ts';
import { folderStore } from '#kernel/files.ts';
import type { FileStore } from '#kernel/files.ts';
import type { House } from '#kernel/house.ts';
import type { Sealed } from '#kernel/registry.ts';
import { mailTransport } from '#modules/privacy/index.ts';
import { composeMail } from './compose-mail.ts';
import type { Sender } from './compose-mail.ts';
import type { Delivery, Envelope, MailId } from './mail.ts';

/** A claimed mail, opened. */
export interface Parcel {
  readonly id: MailId;
  readonly kind: string;
  readonly attempt: number;
  readonly createdAt: Date;
  readonly from: Sender;
  readonly envelope: Envelope;
  readonly sealed: Sealed<Envelope>;
}

/** Who takes mails away: a mail server, or a folder where there is none. */
export interface Carrier {
  deliver(tenant: Tenant, parcel: Parcel): Promise<Delivery>;
}

/** Where mails lie when there is no mail server: `data/mail`. */
export const mailFolder = (house: House): FileStore => folderStore(join(house.settings.dataDir, 'mail'));

export const mailFile = (tenant: Tenant, id: string): string => `${tenant.id}/${id}.eml.sealed`;

/** The carrier that the settings ask for. */
export function carrierOf(house: House): Carrier {
  const transport = mailTransport(house);
  if (!transport) {
    const folder = mailFolder(house);
    return {
      async deliver(tenant, { id, sealed }) {
        await folder.put(mailFile(tenant, id), sealed);
        return { kind: 'delivered' };
      },
    };
  }
  return {
    async deliver(_tenant, { id, createdAt, from, envelope }) {
      return transport.hand({ from: from.email, to: envelope.to, raw: await composeMail(id, createdAt, from, envelope) });
    },
  };
}
