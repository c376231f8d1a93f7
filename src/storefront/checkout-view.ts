import type { Cart, DeliveryOption, FieldProblem, PaymentOption } from './model.ts';
import type { AddressValues } from './parts/address-fields.ts';

export const steps = ['contact', 'delivery', 'payment', 'review'] as const;
export type Step = (typeof steps)[number];

/** Everything the checkout shows at one moment. `values` are what the reader typed, when it was not understood. */
export interface CheckoutView {
  readonly cart: Cart;
  readonly open: Step;
  readonly values: AddressValues;
  readonly shippingCountry: string;
  readonly billingCountry: string;
  readonly billOther: boolean;
  readonly signedIn: boolean;
  /** The shop's own country: addresses there do without its name. */
  readonly home: string;
  readonly deliveryOptions: readonly DeliveryOption[];
  readonly paymentOptions: readonly PaymentOption[];
  readonly problems: readonly FieldProblem[];
  readonly now: Date;
  /** What became of the last try to pay, in words; none when there was none. */
  readonly notice: string | null;
  readonly countryCodes: readonly string[];
  /** The age that is asked for here; undefined where ordering asks nobody's age. */
  readonly minAge: number | undefined;
}

/** The first step that is not done: what the checkout opens at unless the reader wants to edit an earlier one. */
export function nextStep(cart: Cart): Step {
  if (cart.missing.includes('contact')) return 'contact';
  if (cart.missing.includes('shipping')) return 'delivery';
  return cart.missing.includes('payment') ? 'payment' : 'review';
}

/** Whether a step has been done, so that it closes and can be edited. */
export function isDone(step: Step, cart: Cart): boolean {
  if (step === 'contact') return cart.contact !== null;
  if (step === 'delivery') return cart.shipping !== null;
  return step === 'payment' && cart.payment !== null;
}
