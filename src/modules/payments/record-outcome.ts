import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import { paymentCaptured, postJournal } from '#modules/ledger/index.ts';
import { facts } from './facts.ts';
import type { AttemptId, PaymentId, PaymentState } from './payment.ts';
import type { PayOutcome } from './provider.ts';
import { isPromise, providerNamed } from './providers.ts';
import { capturePayment, movePayment } from './queries.ts';

/** The state that a provider's answer means. Shape: undefined while nobody knows. */
function stateOf(outcome: PayOutcome): PaymentState | undefined {
  switch (outcome.kind) {
    case 'approved':
      return outcome.settled === 'promised' ? 'pending' : outcome.settled;
    case 'declined':
      return 'failed';
    case 'needs_action':
      return 'requires_action';
    case 'pending':
      return 'requires_action';
    case 'unknown':
      return undefined;
  }
}

/**
 * Notes what the provider said; taken money goes into the books. Hearing the same twice changes nothing.
 *
 * The caller has checked that an approved amount is the amount of the payment.
 * Shape: the state the payment is in now, as far as the answer tells.
 * Announces: payments.captured.
 */
export async function recordOutcome(
  ctx: Context,
  payment: {
    readonly id: PaymentId;
    readonly attemptId: AttemptId;
    readonly provider: string;
    readonly amountMinor: bigint;
  },
  outcome: PayOutcome,
): Promise<PaymentState | undefined> {
  const state = stateOf(outcome);
  if (state === undefined || (state === 'pending' && isPromise(payment.provider))) return state;
  const reference = outcome.kind === 'approved' ? outcome.reference : null;
  if (state !== 'captured') {
    await movePayment(ctx, payment.attemptId, state, outcome.kind, reference);
    return state;
  }
  assert(
    outcome.kind === 'approved' && outcome.amount.minor === payment.amountMinor,
    'the caller compared the amounts',
  );
  await takeMoney(ctx, payment.id, 'approved', reference);
  return state;
}

/** Books the whole amount of a payment as taken, once. Shape: whether it was taken now. Announces: payments.captured. */
export async function takeMoney(
  ctx: Context,
  id: PaymentId,
  outcome: string,
  reference: string | null,
): Promise<boolean> {
  const taken = await capturePayment(ctx, id, outcome, reference);
  if (!taken) return false;
  const { provider, currency, amountMinor, groupId } = taken;
  if (amountMinor > 0n) {
    const { via } = providerNamed(provider);
    const postings = paymentCaptured({ via, amountMinor, owedMinor: amountMinor });
    await postJournal(ctx, { source: { type: 'payment', id }, kind: 'captured', currency, postings });
  }
  ctx.emit(facts.captured({ paymentId: id, orderGroupId: groupId, amountMinor: Number(amountMinor) }));
  return true;
}
