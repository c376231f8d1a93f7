import type { Context } from '#kernel/context.ts';
import type { Category } from '#kernel/registry.ts';
import type { PreferenceChannel } from './preference.ts';
import { deleteSuppression, hasSuppression, upsertSuppression } from './queries-wishes.ts';
import { normalise } from '../search-text.ts';
import { keyedHash } from '../vault.ts';

/** An address by which somebody could be reached. */
interface Reach {
  readonly channel: PreferenceChannel;
  readonly address: string;
}

const categoryOf: Readonly<Record<PreferenceChannel, Category>> = {
  email: 'contact.email',
  phone: 'contact.phone',
  sms: 'contact.phone',
  fax: 'contact.phone',
  post: 'contact.address',
  'in-app': 'account.role',
};

/** A wish lasts; that it is still needed is looked at every five years. Units: days. */
const reviewDays = 5 * 365;

/**
 * Remembers that nothing may be advertised to this address, as a keyed hash that outlives the person. What an order or
 * an account needs is still sent.
 *
 * Source: clauses OK-9, OC-50; GDPR art. 21(3).
 */
export async function suppress(
  ctx: Context,
  { channel, address }: Reach,
  because: 'asked' | 'erased' | 'bounced' = 'asked',
): Promise<void> {
  const reviewBy = new Date(ctx.now.getTime() + reviewDays * 86_400_000);
  await upsertSuppression(ctx, channel, await suppressionHash(ctx, { channel, address }), because, reviewBy);
}

/** Whether nothing may be advertised to this address. */
export async function isSuppressed(ctx: Context, { channel, address }: Reach): Promise<boolean> {
  return hasSuppression(ctx, channel, await suppressionHash(ctx, { channel, address }));
}

/** The person asked to be written to again, and proved that the address is theirs. */
export async function liftSuppression(ctx: Context, { channel, address }: Reach): Promise<void> {
  await deleteSuppression(ctx, channel, await suppressionHash(ctx, { channel, address }));
}

const suppressionHash = (ctx: Context, { channel, address }: Reach): Promise<Buffer> =>
  keyedHash(ctx, `suppress|${channel}`, normalise(categoryOf[channel], address));
