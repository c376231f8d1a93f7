import type { Locale, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import type { Money } from '#kernel/money.ts';
import type { MoneyPath } from '#modules/ledger/index.ts';
import type { AttemptId, RefundId } from './payment.ts';

/** What is to be paid, and the key under which the provider knows it: asking twice with one key takes money once. */
export interface Charge {
  readonly key: AttemptId;
  readonly tenant: Tenant;
  readonly provider: string;
  /** A code from the options that `start` offered. */
  readonly option: string | null;
  readonly amount: Money;
  readonly locale: Locale;
  /** Where the buyer comes back to after an action elsewhere; a path of this shop. */
  readonly returnPath: string;
}

/** What the browser needs before it can pay: nothing, a choice, or the keys of the provider's own form. */
export type Start =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'options';
      readonly options: readonly { readonly code: string; readonly label: string }[];
    }
  | { readonly kind: 'form'; readonly publicKey: string; readonly clientSecret: string };

/**
 * What a provider says about a charge.
 *
 * `promised` is money that will come by another road: the order is placed on the buyer's word. `unknown` means that we
 * do not know whether money was taken; only asking again tells.
 */
export type PayOutcome =
  | {
      readonly kind: 'approved';
      readonly reference: string;
      readonly settled: 'captured' | 'authorised' | 'promised';
      readonly amount: Money;
    }
  | { readonly kind: 'declined'; readonly reason: string }
  | { readonly kind: 'needs_action'; readonly url: string }
  | { readonly kind: 'pending' }
  | { readonly kind: 'unknown' };

export type RefundOutcome =
  | { readonly kind: 'succeeded'; readonly reference: string }
  /** Nobody but staff can send this money back: a bank transfer by hand, cash. */
  | { readonly kind: 'manual' }
  | { readonly kind: 'failed'; readonly reason: string };

/** One way to pay. Every call happens outside of a database transaction and may be repeated with the same key. */
export interface PaymentProvider {
  readonly name: string;
  readonly label: Readonly<Record<Locale, string>>;
  /** Where its money stands in the books until it reaches the bank. */
  readonly via: MoneyPath;
  /** Orders are placed on the buyer's word; staff record the money when it is there. */
  readonly promises: boolean;
  available(house: House, place: { readonly tenant: Tenant; readonly country: string }): boolean;
  /** What the browser needs once the buyer chose this way to pay. */
  start(house: House, place: { readonly tenant: Tenant; readonly locale: Locale }): Start;
  pay(house: House, charge: Charge): Promise<PayOutcome>;
  /** What became of the charge; `unknown` when the provider never heard of it. */
  fetch(house: House, charge: Charge): Promise<PayOutcome>;
  /** Takes what was authorised. */
  capture(house: House, charge: Charge): Promise<PayOutcome>;
  /** Lets the charge go; when the money is already taken the answer is `approved` and nothing was let go. */
  cancel(house: House, charge: Charge): Promise<PayOutcome>;
  refund(
    house: House,
    asked: { readonly key: RefundId; readonly charge: Charge; readonly amount: Money },
  ): Promise<RefundOutcome>;
}
