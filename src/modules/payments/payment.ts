import type { Id } from '#kernel/ids.ts';
import { refuse } from './refuse.ts';

export type PaymentId = Id<'payment'>;
export type RefundId = Id<'refund'>;
export type IncidentId = Id<'incident'>;
/** Named here because payments stand below checkout and orders; both use these very brands. */
export type AttemptId = Id<'checkout attempt'>;
export type OrderGroupId = Id<'order group'>;
export type OrderId = Id<'order'>;

export const paymentStates = [
  'created',
  'requires_action',
  'pending',
  'authorised',
  'partially_captured',
  'captured',
  'partially_refunded',
  'refunded',
  'voided',
  'failed',
  'expired',
  'disputed',
  'won',
  'lost',
] as const;
export type PaymentState = (typeof paymentStates)[number];

/**
 * Where a payment may go from each state. `pending` is a promise: a bank transfer on its way, cash at the door.
 *
 * Money that arrives after we gave up is still money, so `failed`, `expired` and `voided` may become `captured`.
 */
export const paymentMoves: Readonly<Record<PaymentState, readonly PaymentState[]>> = {
  created: ['requires_action', 'pending', 'authorised', 'captured', 'voided', 'failed', 'expired'],
  requires_action: ['pending', 'authorised', 'captured', 'voided', 'failed', 'expired'],
  pending: ['authorised', 'partially_captured', 'captured', 'voided', 'failed', 'expired'],
  authorised: ['partially_captured', 'captured', 'voided', 'failed', 'expired'],
  partially_captured: ['captured', 'partially_refunded', 'refunded', 'disputed'],
  captured: ['partially_refunded', 'refunded', 'disputed'],
  partially_refunded: ['refunded', 'disputed'],
  refunded: ['disputed'],
  voided: ['authorised', 'captured'],
  failed: ['authorised', 'captured'],
  expired: ['authorised', 'captured'],
  disputed: ['won', 'lost'],
  won: ['partially_refunded', 'refunded'],
  lost: [],
};

/** Whether the move is one; staying where one is counts as no move, and is allowed. */
export const mayMovePayment = (from: PaymentState, to: PaymentState): boolean =>
  from === to || paymentMoves[from].includes(to);

/** The states from which a payment may come to `to`; a repeated `to` is not among them. */
export const paymentStatesBefore = (to: PaymentState): PaymentState[] =>
  paymentStates.filter((from) => from !== to && paymentMoves[from].includes(to));

/** Refuses a move that the table above does not know. Refuses: payments.wrongState. */
export function checkPaymentMove(from: PaymentState, to: PaymentState): void {
  if (!mayMovePayment(from, to)) throw refuse.wrongState({ from, to });
}

/** Where a payment stands after giving back `refunded` of `captured`. */
export const stateAfterRefund = (captured: bigint, refunded: bigint): PaymentState =>
  refunded >= captured ? 'refunded' : 'partially_refunded';

export interface Payment {
  readonly id: PaymentId;
  readonly groupId: OrderGroupId;
  readonly attemptId: AttemptId;
  readonly provider: string;
  readonly option: string | null;
  readonly state: PaymentState;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly authorisedMinor: bigint;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
  readonly reference: string | null;
}

export type RefundState = 'requested' | 'succeeded' | 'manual' | 'failed';

export const incidentKinds = ['paidButShort', 'amountMismatch', 'paidTwice', 'refundFailed'] as const;
export type IncidentKind = (typeof incidentKinds)[number];
