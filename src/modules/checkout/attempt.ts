import type { Locale, Tenant } from '#kernel/context.ts';
import { currency } from '#kernel/money.ts';
import type { Charge } from '#modules/payments/index.ts';
import type { AttemptId, CartId, OrderGroupId, OrderId, PaymentId } from './cart.ts';

export const attemptStates = [
  'paying',
  'completing',
  'completed',
  'declined',
  'expired',
  'returned',
] as const;
/**
 * `paying`: prepared, the provider is being asked. `completing`: the provider has it, but has not decided.
 * `returned`: money came that no order could be made of, and goes back.
 */
export type AttemptState = (typeof attemptStates)[number];

/** How goods are held, and how long a buyer has to pay. Units: milliseconds. */
export const holdMs = 15 * 60_000;
/** When the reconciler first asks about an attempt whose process may have died. Units: milliseconds. */
export const firstAskMs = 15_000;

export interface Attempt {
  readonly id: AttemptId;
  readonly cartId: CartId;
  readonly groupId: OrderGroupId;
  readonly paymentId: PaymentId;
  readonly orderIds: readonly OrderId[];
  readonly provider: string;
  readonly paymentOption: string | null;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly locale: Locale;
  readonly state: AttemptState;
  readonly expiresAt: Date;
}

export const isActive = (state: AttemptState): boolean => state === 'paying' || state === 'completing';

/** The attempt as its provider sees it; the attempt's id is the key under which money is taken once. */
export const chargeOf = (attempt: Attempt, tenant: Tenant): Charge => ({
  key: attempt.id,
  tenant,
  provider: attempt.provider,
  option: attempt.paymentOption,
  amount: { minor: attempt.amountMinor, currency: currency(attempt.currency) },
  locale: attempt.locale,
  returnPath: `/checkout/return/${attempt.id}`,
});
