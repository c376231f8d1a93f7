import { withoutCards } from '#kernel/card-numbers.ts';
import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { countTry } from '#modules/identity/index.ts';
import { vault } from '#modules/privacy/index.ts';
import { listTenants } from '#modules/tenancy/index.ts';
import { guessKind, readMail } from './inbound-mail.ts';
import { openRequest } from './open-request.ts';
import { hasMail } from './queries.ts';
import type { RequestId } from './request.ts';

type TakenMail =
  | { readonly kind: 'request'; readonly id: RequestId }
  | { readonly kind: 'ignored'; readonly because: string }
  /** More came than one person writes, or than one shop takes in an hour; the sending server will try again later. */
  | { readonly kind: 'too many' };

const who = { kind: 'system', id: 'rights.inbox', purpose: 'rights' } as const;

/**
 * Makes a request of a mail to the shop: with a clock from now on, a receipt out, and a link that shows who asks.
 *
 * The sender's name on a mail proves nothing, nor does its signature: only the link does. One mail is one request. A mail
 * cannot be refused, so the number of a payment card in it is cut down before anything is stored. As a sender is only a
 * claim, each shop takes 120 in an hour, whoever they say they are from: no more is sealed, and no more receipts go out.
 * Announces: rights.opened. Source: clauses OK-19, KC-22, KC-25, OC-8, OC-51; P29.
 */
export async function takeMail(
  house: House,
  tenant: Tenant,
  source: Buffer,
  envelopeFrom?: string,
): Promise<TakenMail> {
  const read = await readMail(source, envelopeFrom);
  if (read.kind === 'ignored') return read;
  const { mail } = read;
  const run = { tenant, actor: who };
  const overdrawn = await unitOfWork(
    house,
    run,
    async (ctx) =>
      // One after the other: what one sender has too many of uses up nothing of the shop's.
      (await countTry(ctx, [['mailTo', `inbox|${mail.from.email}`]])) ??
      (await countTry(ctx, [['inboxOfShop', 'inbox']])),
  );
  if (overdrawn) return { kind: 'too many' };

  const origin = await originOf(house, tenant);
  const request = await unitOfWork(house, run, async (ctx) => {
    const mailHash = await vault.keyedHash(ctx, 'rights.mail', mail.messageId ?? source.toString('base64'));
    if (await hasMail(ctx, mailHash)) return undefined;
    return openRequest(ctx, {
      kind: guessKind(mail),
      door: 'e-mail',
      email: mail.from.email,
      name: withoutCards(mail.from.name),
      text: withoutCards([mail.subject, mail.text].filter(Boolean).join('\n\n')) || '(empty)',
      origin,
      mailHash,
    });
  });
  return request ? { kind: 'request', id: request.id } : { kind: 'ignored', because: 'known mail' };
}

/** Where this shop's links lead when nobody came through a browser. */
async function originOf({ db, settings }: House, tenant: Tenant): Promise<string> {
  const host = (await listTenants(db)).find(({ id }) => id === tenant.id)?.hosts[0] ?? 'localhost';
  if (settings.publicUrl) return `${new URL(settings.publicUrl).protocol}//${host}`;
  return `http://${host}${settings.port === 80 ? '' : `:${settings.port}`}`;
}
