import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { OrderGroupId, OrderId } from '#modules/payments/index.ts';
import { vault } from '#modules/privacy/index.ts';
import type { Contact, Draft, PartyId } from './order.ts';
import { orderTotals } from './order.ts';
import { deleteDrafts, insertDraft } from './queries-drafts.ts';
import type { NewParty } from './queries-drafts.ts';
import { party } from './tables.ts';

/**
 * Writes down what will be an order once the money is sure: frozen lines, and who it concerns, sealed.
 *
 * A draft is nobody's order: it has no number, is in no list, and goes when the next attempt of its cart begins.
 * Shape: one order per seller; a shop of its own has one.
 */
export async function draftOrders(
  ctx: Context,
  draft: Draft,
): Promise<{ groupId: OrderGroupId; orders: { orderId: OrderId; amountMinor: bigint }[] }> {
  if (draft.isRetry) await deleteDrafts(ctx, draft.cartId);
  const orderId = newId<OrderId>();
  const groupId = await insertDraft(ctx, orderId, draft, await sealParties(ctx, draft), {
    emailIndex: await vault.blind(ctx, party, 'emailIndex', draft.contact.email),
    nameTokens: await vault.searchTokens(ctx, party, 'nameTokens', namesIn(draft.contact)),
  });
  return { groupId, orders: [{ orderId, amountMinor: orderTotals(draft.lines, draft.delivery).totalMinor }] };
}

async function sealParties(ctx: Context, { buyerId, contact }: Draft): Promise<NewParty[]> {
  const { email, name, shippingAddress, billingAddress } = contact;
  const bill = billingAddress ?? shippingAddress;
  const [buyer, recipient, billTo] = [newId<PartyId>(), newId<PartyId>(), newId<PartyId>()];
  const place = (address: Contact['shippingAddress']) => ({
    subjectId: buyerId,
    country: address.country,
    postcodePrefix: (address.postcode ?? '').slice(0, 2),
  });
  const row = (id: PartyId) => ({ id, subjectId: buyerId });
  return [
    {
      ...place(shippingAddress),
      id: buyer,
      role: 'buyer',
      contact: await vault.seal(ctx, party, 'contact', row(buyer), { ...bill, name, email }),
      invoice: null,
    },
    {
      ...place(shippingAddress),
      id: recipient,
      role: 'recipient',
      contact: await vault.seal(ctx, party, 'contact', row(recipient), shippingAddress),
      invoice: null,
    },
    {
      ...place(bill),
      id: billTo,
      role: 'bill_to',
      contact: null,
      invoice: await vault.seal(ctx, party, 'invoice', row(billTo), { ...bill, email }),
    },
  ];
}

/** Staff look for whoever is named anywhere on the order. */
const namesIn = ({ name, shippingAddress, billingAddress }: Contact): string =>
  [name, shippingAddress.name, shippingAddress.company, billingAddress?.name, billingAddress?.company]
    .filter((part) => part !== undefined)
    .join(' ');
