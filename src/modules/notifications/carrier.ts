import { join } from 'node:path';
import type { Tenant } from '#kernel/context.ts';
import { folderStore } from '#kernel/files.ts';
import type { FileStore } from '#kernel/files.ts';
import type { House } from '#kernel/house.ts';
import type { Sealed } from '#kernel/registry.ts';
import { egress } from '#modules/privacy/index.ts';
import { composeMail } from './compose-mail.ts';
import type { Sender } from './compose-mail.ts';
import type { Delivery, Envelope, MailId, NewsEnvelope } from './mail.ts';
import type { LedgerLine } from './marketing-check.ts';

/** A claimed mail, opened. */
export interface Parcel {
  readonly id: MailId;
  readonly kind: string;
  readonly attempt: number;
  readonly createdAt: Date;
  readonly from: Sender;
  readonly envelope: Envelope;
  readonly sealed: Sealed<Envelope> | Sealed<NewsEnvelope>;
  /** News carry the address at which one click ends them. */
  readonly news: { readonly stop: string } | undefined;
  /** Its line in the ledger of what leaves the house; none when it stays inside. */
  readonly line: LedgerLine | undefined;
}

/** Who takes mails away: a mail server, or a folder where there is none. */
export interface Carrier {
  /** A folder is inside the house; everybody else gets mails only through the gate. True unless told. */
  readonly leavesHouse?: boolean;
  deliver(tenant: Tenant, parcel: Parcel): Promise<Delivery>;
}

/** Where mails lie when there is no mail server: `data/mail`. */
export const mailFolder = (house: House): FileStore => folderStore(join(house.settings.dataDir, 'mail'));

export const mailFile = (tenant: Tenant, id: string): string => `${tenant.id}/${id}.eml.sealed`;

/** The carrier that the settings ask for. */
export function carrierOf(house: House): Carrier {
  const { smtpUrl } = house.settings;
  if (!smtpUrl) {
    const folder = mailFolder(house);
    return {
      leavesHouse: false,
      async deliver(tenant, { id, sealed }) {
        await folder.put(mailFile(tenant, id), sealed);
        return { kind: 'delivered' };
      },
    };
  }
  const door = egress.mailDoor(impatient(smtpUrl));
  return {
    async deliver(_tenant, { id, createdAt, from, envelope, news }) {
      const raw = await composeMail(id, createdAt, from, envelope, news);
      try {
        // An object is one address whatever is in it; a text would be split at its commas and reach somebody else.
        const to = { name: '', address: envelope.to };
        await door.send({ envelope: { from: from.email, to }, raw });
        return { kind: 'delivered' };
      } catch (error) {
        return deliveryOf(error);
      }
    },
  };
}

/** A mail server that does not answer must not hold the others up, nor outlive the claim. Units: milliseconds. */
function impatient(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const [name, ms] of [
    ['connectionTimeout', '10000'],
    ['greetingTimeout', '10000'],
    ['socketTimeout', '20000'],
  ] as const) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, ms);
  }
  return url.href;
}

/** A 5xx to the envelope or the message is the server's last word; everything else is tried again. Source: RFC 5321, 4.2.1. */
function deliveryOf(error: unknown): Delivery {
  const { code, responseCode } =
    typeof error === 'object' && error !== null ? (error as { code?: unknown; responseCode?: unknown }) : {};
  const name =
    typeof responseCode === 'number'
      ? `smtp-${responseCode}`
      : `smtp-${typeof code === 'string' ? code.toLowerCase() : 'error'}`;
  const isFinal =
    typeof responseCode === 'number' && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return { kind: isFinal ? 'refused' : 'unreachable', code: name };
}
