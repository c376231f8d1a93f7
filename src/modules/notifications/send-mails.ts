import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { egress } from '#modules/privacy/index.ts';
import { getShop } from '#modules/tenancy/index.ts';
import { carrierOf } from './carrier.ts';
import type { Carrier, Parcel } from './carrier.ts';
import { facts } from './facts.ts';
import { holdMs, maxAttempts, waitAfter } from './mail.ts';
import type { Delivery } from './mail.ts';
import { judgeMail } from './marketing-check.ts';
import { openMails } from './open-mails.ts';
import { agreeOnOwnServer } from './processor.ts';
import { claimMails, settleMail } from './queries.ts';
import type { ClaimedMail } from './queries.ts';

/** One: whoever opts out while others are written to is asked again before it is their turn. Source: P14. */
const batch = 1;

/**
 * Delivers what is due in a tenant's outbox, one after the other, until nothing is.
 *
 * A mail is claimed in one transaction, delivered outside of any, and settled in another: a process that dies in between
 * leaves a claim that runs out, and the mail goes again under the same Message-ID. So it arrives at least once, and is
 * never lost. Whether it may go is judged again when it is claimed, and the ledger of what leaves the house is written
 * with the claim. Announces: notifications.mailSent, notifications.mailFailed.
 */
export async function sendMails(
  house: House,
  tenant: Tenant,
  carrier: Carrier = carrierOf(house),
): Promise<void> {
  const who = { tenant, actor: { kind: 'system', id: 'notifications.send', purpose: 'notify' } } as const;
  for (;;) {
    const { parcels, claimed } = await unitOfWork(house, who, (ctx) => claimParcels(ctx, carrier));
    for (const parcel of parcels) {
      const delivery = await carrier.deliver(tenant, parcel);
      await unitOfWork(house, who, (ctx) => settleParcel(ctx, parcel, delivery));
    }
    if (claimed < batch) return;
  }
}

async function claimParcels(
  ctx: Context,
  { leavesHouse = true }: Carrier,
): Promise<{ parcels: Parcel[]; claimed: number }> {
  const claimed = await claimMails(ctx, batch);
  if (claimed.length === 0) return { parcels: [], claimed: 0 };
  if (leavesHouse) await agreeOnOwnServer(ctx);
  const shop = await getShop(ctx);
  const from = { name: shop.name, email: shop.mailFrom };
  const envelopes = await openMails(ctx, claimed);
  const parcels: Parcel[] = [];
  for (const [index, row] of claimed.entries()) {
    const parcel = await parcelOf(ctx, row, envelopes[index] ?? null, { from, leavesHouse });
    if (parcel) parcels.push(parcel);
  }
  return { parcels, claimed: claimed.length };
}

/** The mail as its carrier gets it; undefined when it may not go, which is noted on the spot. */
async function parcelOf(
  ctx: Context,
  row: ClaimedMail,
  envelope: Parcel['envelope'] | null,
  { from, leavesHouse }: Pick<Parcel, 'from'> & { readonly leavesHouse: boolean },
): Promise<Parcel | undefined> {
  const { id, kind, createdAt, attempts: attempt } = row;
  const sealed = row.envelope ?? row.promotion;
  const judged = await judgeMail(ctx, row, envelope, leavesHouse);
  // The key is gone: the person was erased after the mail was queued, so there is nobody to write to.
  const closed: Delivery | undefined =
    judged.kind !== 'open'
      ? judged
      : envelope && sealed
        ? undefined
        : { kind: 'refused', code: 'recipient-erased' };
  if (closed) {
    await settleParcel(ctx, { id, kind, attempt, line: undefined }, closed);
    return undefined;
  }
  if (judged.kind !== 'open' || !envelope || !sealed) return undefined;
  return { id, kind, attempt, createdAt, from, envelope, sealed, news: judged.news, line: judged.line };
}

async function settleParcel(
  ctx: Context,
  parcel: Pick<Parcel, 'id' | 'kind' | 'attempt' | 'line'>,
  delivery: Delivery,
): Promise<void> {
  const { id, kind, attempt, line } = parcel;
  if (line) {
    const isSent = delivery.kind === 'delivered';
    await egress.settle(ctx, line.id, line.parcel, isSent ? 'sent' : 'failed', isSent ? null : delivery.code);
  }
  if (delivery.kind === 'delivered') {
    if (await settleMail(ctx, id, attempt, { state: 'sent' }, null))
      ctx.emit(facts.mailSent({ mailId: id, kind }));
    return;
  }
  if (delivery.kind === 'dropped') {
    await settleMail(ctx, id, attempt, { state: 'dropped' }, delivery.code);
    return;
  }
  if (delivery.kind === 'held') {
    const later = new Date(ctx.now.getTime() + holdMs);
    await settleMail(
      ctx,
      id,
      attempt,
      { state: 'queued', nextAt: later, attempts: attempt - 1 },
      delivery.code,
    );
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
