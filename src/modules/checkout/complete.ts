import type { Static } from 'typebox';
import type { Context, Locale, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { payAttempt } from '#modules/payments/index.ts';
import type { PlacedOrder } from '#modules/orders/index.ts';
import { chargeOf } from './attempt.ts';
import type { CartId, OrderGroupId } from './cart.ts';
import { finaliseAttempt } from './finalise-attempt.ts';
import type { Finalised } from './finalise-attempt.ts';
import { prepareAttempt } from './prepare-attempt.ts';
import type { Agreed } from './prepare-attempt.ts';
import type { CompletionShape } from './shapes.ts';

/** What became of pressing the button. */
export type Completion = Static<typeof CompletionShape>;

/** Who presses the button: runs units of work, each of its own. */
export interface Pressed {
  readonly house: House;
  readonly tenant: Tenant;
  readonly locale: Locale;
  work<T>(run: (ctx: Context) => Promise<T>): Promise<T>;
}

/**
 * Makes an order of a cart: prepare, pay, finalise.
 *
 * The provider is asked outside of any transaction. A process may die between any two statements: the browser asking
 * again, the provider's message or the reconciler goes on from there, and pressing twice places once. Where the buyer's
 * word is enough there is nobody to ask: all of it is one transaction.
 * Refuses: as `prepareAttempt`.
 */
export async function complete(pressed: Pressed, cartId: CartId, agreed: Agreed): Promise<Completion> {
  const prepared = await pressed.work((ctx) => prepareAttempt(ctx, pressed.house, cartId, agreed));
  if (prepared.kind === 'placed') return present(prepared.groupId, prepared, pressed.locale);
  const { attempt } = prepared;
  const outcome = await payAttempt(pressed.house, chargeOf(attempt, pressed.tenant));
  const finalised = await pressed.work((ctx) => finaliseAttempt(ctx, attempt.id, outcome));
  return present(attempt.groupId, finalised, pressed.locale);
}

const words = {
  en: {
    declined:
      'The payment was declined. Nothing was charged; you can try again or choose another way to pay.',
    cancelled: 'The payment was cancelled. Nothing was charged; you can choose another way to pay.',
    pending:
      'The payment is being checked. We will write to you as soon as it is confirmed; you do not have to do anything.',
    returned: 'The goods were gone by the time your payment arrived. You get all of it back.',
    action: 'Your bank wants you to confirm the payment.',
  },
  de: {
    declined:
      'Die Zahlung wurde abgelehnt. Es wurde nichts abgebucht; Sie können es noch einmal versuchen oder anders bezahlen.',
    cancelled: 'Die Zahlung wurde abgebrochen. Es wurde nichts abgebucht; Sie können anders bezahlen.',
    pending:
      'Die Zahlung wird geprüft. Wir schreiben Ihnen, sobald sie bestätigt ist; Sie müssen nichts tun.',
    returned: 'Die Ware war vergriffen, als Ihre Zahlung eintraf. Sie erhalten den ganzen Betrag zurück.',
    action: 'Ihre Bank möchte, dass Sie die Zahlung bestätigen.',
  },
} as const;

const presentPlaced = (order: PlacedOrder): Completion['orders'][number] => ({
  id: order.id,
  number: String(order.number),
  token: order.token,
  url: `/orders/${order.token}`,
});

function present(orderGroup: OrderGroupId, finalised: Finalised, locale: Locale): Completion {
  const says = words[locale];
  const nothing = { orderGroup, orders: [] };
  switch (finalised.kind) {
    case 'placed':
      return { state: 'placed', orderGroup, orders: finalised.orders.map(presentPlaced) };
    case 'needs_action':
      return { state: 'needs_action', ...nothing, action: { url: finalised.url }, message: says.action };
    case 'pending':
      return { state: 'pending', ...nothing, message: says.pending };
    case 'declined':
      return {
        state: 'declined',
        ...nothing,
        message: finalised.reason === 'cancelled' ? says.cancelled : says.declined,
      };
    case 'returned':
      return { state: 'declined', ...nothing, message: says.returned };
  }
}
