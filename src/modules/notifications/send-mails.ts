import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { vault } from '#modules/privacy/index.ts';
import { getShop } from '#modules/tenancy/index.ts';
import { carrierOf } from './carrier.ts';
import type { Carrier, Parcel } from './carrier.ts';
import { facts } from './facts.ts';
import { maxAttempts, waitAfter } from './mail.ts';
import type { Delivery } from './mail.ts';
import { claimMails, settleMail } from './queries.ts';
import { mail } from './tables.ts';

const batch = 8;

/**
 * Delivers what is due in a tenant's outbox, a few at a time, until nothing is.
 *
 * A mail is claimed in one transaction, delivered outside of any, and settled in another: a process that dies in between
 * leaves a claim that runs out, and the mail goes again under the same Message-ID. So it arrives at least once, and is
 * never lost. Announces: notifications.mailSent, notifications.mailFailed.
 */
export async function sendMails(
  house: House,
  tenant: Tenant,
  carrier: Carrier = carrierOf(house),
): Promise<void> {
  const who = { tenant, actor: { kind: 'system', id: 'notifications.send', purpose: 'notify' } } as const;
  for (;;) {
    const { parcels, claimed } = await unitOfWork(house, who, claimParcels);
    for (const parcel of parcels) {
      const delivery = await carrier.deliver(tenant, parcel);
      await unitOfWork(house, who, (ctx) => settleParcel(ctx, parcel, delivery));
    }
    if (claimed < batch) return;
  }
}

async function claimParcels(ctx: Context): Promise<{ parcels: Parcel[]; claimed: number }> {
  const claimed = await claimMails(ctx, batch);
  if (claimed.length === 0) return { parcels: [], claimed: 0 };
  const shop = await getShop(ctx);
  const envelopes = await vault.openMany(ctx, mail, 'envelope', claimed);

  const parcels: Parcel[] = [];
  for (const [index, { id, kind, attempts, createdAt, envelope: sealed }] of claimed.entries()) {
    const envelope = envelopes[index];
    const parcel = { id, kind, attempt: attempts, createdAt };
    // The key is gone: the person was erased after the mail was queued, so there is nobody to write to.
    if (!envelope) await settleParcel(ctx, parcel, { kind: 'refused', code: 'recipient-erased' });
    else parcels.push({ ...parcel, from: { name: shop.name, email: shop.mailFrom }, envelope, sealed });
  }
  return { parcels, claimed: claimed.length };
}

async function settleParcel(
  ctx: Context,
  parcel: Pick<Parcel, 'id' | 'kind' | 'attempt'>,
  delivery: Delivery,
): Promise<void> {
  const { id, kind, attempt } = parcel;
  if (delivery.kind === 'delivered') {
    if (await settleMail(ctx, id, attempt, { state: 'sent' }, null))
      ctx.emit(facts.mailSent({ mailId: id, kind }));
    return;
  }
  if (delivery.kind === 'unreachable' && attempt < maxAttempts) {
    await settleMail(
      ctx,
      id,
      attempt,
      { state: 'queued', nextAt: new Date(ctx.now.getTime() + waitAfter(attempt)) },
      delivery.code,
    );
    return;
  }
  if (await settleMail(ctx, id, attempt, { state: 'failed' }, delivery.code)) {
    ctx.emit(facts.mailFailed({ mailId: id, kind, reason: delivery.code }));
  }
}
