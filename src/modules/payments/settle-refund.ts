import assert from 'node:assert/strict';
import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { newId } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { postJournal, refundPaid } from '#modules/ledger/index.ts';
import { facts } from './facts.ts';
import type { IncidentId, Payment, RefundId } from './payment.ts';
import type { Charge, RefundOutcome } from './provider.ts';
import { providerNamed } from './providers.ts';
import { findPayment } from './queries.ts';
import { findRefund, insertIncident, putOffRefund, settleRefundRow } from './queries-refunds.ts';
import type { Refund } from './queries-refunds.ts';

/** After this many failures people are told; the refund can still be settled by hand. */
const mostTries = 8;

/**
 * Sends one refund on its way: asks the provider outside of any transaction, then notes the answer.
 *
 * Safe to repeat and to die in: the refund's id is the provider's key. Announces: payments.refundSettled.
 */
export async function settleRefund(house: House, tenant: Tenant, id: RefundId): Promise<void> {
  const who = { tenant, actor: { kind: 'system', id: 'payments.settle-refunds', purpose: 'pay' } } as const;
  const asked = await unitOfWork(house, who, async (ctx) => {
    const refund = await findRefund(ctx, id);
    return refund?.state === 'requested'
      ? { refund, payment: await findPayment(ctx, refund.paymentId) }
      : undefined;
  });
  if (!asked) return;
  assert(asked.payment, 'a refund has its payment');
  const outcome = await askProvider(house, tenant, asked.refund, asked.payment);
  await unitOfWork(house, who, (ctx) => noteRefund(ctx, asked.refund, outcome));
}

async function askProvider(
  house: House,
  tenant: Tenant,
  refund: Refund,
  payment: Payment,
): Promise<RefundOutcome | undefined> {
  const provider = providerNamed(payment.provider);
  const amount = { minor: refund.amountMinor, currency: currency(refund.currency) };
  const { attemptId: key, option } = payment;
  const charge: Charge = {
    key,
    tenant,
    provider: payment.provider,
    option,
    amount,
    locale: tenant.locale,
    returnPath: '/',
  };
  try {
    if (refund.kind === 'void') {
      const letGo = await provider.cancel(house, charge);
      if (letGo.kind === 'declined') return { kind: 'succeeded', reference: key };
    }
    return await provider.refund(house, { key: refund.id, charge, amount });
  } catch (error) {
    house.log.warn(
      { provider: payment.provider, refund: refund.id, err: error instanceof Error ? error.name : 'unknown' },
      'a refund got no answer',
    );
    return undefined;
  }
}

async function noteRefund(ctx: Context, refund: Refund, outcome: RefundOutcome | undefined): Promise<void> {
  if (outcome?.kind === 'succeeded') return finishRefund(ctx, refund, ['requested'], outcome.reference);
  if (outcome?.kind === 'manual') {
    await settleRefundRow(ctx, refund.id, ['requested'], { state: 'manual', reference: null });
    return;
  }
  const minutes = Math.min(2 ** refund.tries, 60);
  const tries = await putOffRefund(ctx, refund.id, new Date(ctx.now.getTime() + minutes * 60_000));
  if (tries < mostTries) return;
  const { paymentId, orderId, amountMinor, currency: code } = refund;
  const incidentId = newId<IncidentId>();
  const isOver = await settleRefundRow(ctx, refund.id, ['requested'], { state: 'failed', reference: null });
  if (!isOver) return;
  const isNew = await insertIncident(ctx, {
    id: incidentId,
    kind: 'refundFailed',
    paymentId,
    orderId,
    amountMinor,
    currency: code,
  });
  if (isNew) ctx.emit(facts.incidentOpened({ incidentId, kind: 'refundFailed' }));
}

/** The money left: the debt to the buyer is settled in the books. Announces: payments.refundSettled. */
export async function finishRefund(
  ctx: Context,
  refund: Refund,
  from: readonly Refund['state'][],
  reference: string | null,
): Promise<void> {
  const settled = await settleRefundRow(ctx, refund.id, from, { state: 'succeeded', reference });
  if (!settled || settled.kind === 'void') return;
  const payment = await findPayment(ctx, refund.paymentId);
  assert(payment, 'a refund has its payment');
  const { via } = providerNamed(payment.provider);
  const postings = refundPaid({ via, amountMinor: refund.amountMinor });
  await postJournal(ctx, {
    source: { type: 'refund', id: refund.id },
    kind: 'paid',
    currency: refund.currency,
    postings,
  });
  if (refund.orderId)
    ctx.emit(facts.refundSettled({ refundId: refund.id, orderId: refund.orderId, state: 'succeeded' }));
}
