import type { Context } from '#kernel/context.ts';
import { vault } from '#modules/privacy/index.ts';
import { tell } from './letters.ts';
import type { AboutRequest } from './letters.ts';
import { provenAddressesOf } from './people.ts';
import type { RequestRow } from './queries.ts';
import type { Contact } from './request.ts';
import { request } from './tables.ts';

/** Where an answer goes first. Refuses: privacy.gone, privacy.wrongPurpose. */
export const contactOf = (ctx: Context, row: RequestRow): Promise<Contact> =>
  vault.open(ctx, request, 'contact', row);

/** The address that was asked from, and every other that the asker has shown to be theirs. Shape: each once, the first one first. */
export async function askerAddresses(ctx: Context, row: RequestRow): Promise<[Contact, ...Contact[]]> {
  const contact = await contactOf(ctx, row);
  const others = (await provenAddressesOf(ctx, row)).filter((email) => email !== contact.email.toLowerCase());
  return [contact, ...others.map((email) => ({ email, name: contact.name }))];
}

/**
 * Writes to whoever asked, at every address that they have shown to be theirs.
 *
 * Each address has a letter of its own that names no other: who reads one mailbox learns of none beside it, and whoever
 * was talked into proving an address to somebody else's request reads there what came of it.
 * Refuses: privacy.gone, privacy.wrongPurpose. Source: GDPR art. 12(3), 12(4); privacy.md C5.
 */
export async function tellAsker(
  ctx: Context,
  row: RequestRow,
  letter: Omit<AboutRequest, 'to' | 'subject' | 'dedupe'>,
): Promise<void> {
  for (const [index, to] of (await askerAddresses(ctx, row)).entries())
    await tell(ctx, row, {
      ...letter,
      to,
      ...(index > 0 && { dedupe: `rights.${letter.kind}:${row.id}:also ${index}` }),
    });
}
