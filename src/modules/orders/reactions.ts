import { on } from '#kernel/facts.ts';
import { asId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { findVerifiedSubjectByEmail, getAccount, identityFacts } from '#modules/identity/index.ts';
import type { AccountId } from '#modules/identity/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { vault } from '#modules/privacy/index.ts';
import { facts } from './facts.ts';
import { writeToBuyer } from './letters.ts';
import { openContact } from './present-order.ts';
import { joinOrders } from './queries.ts';
import { setHolder } from './queries-change.ts';
import { party } from './tables.ts';

const sendConfirmation = on('orders', 'send-confirmation', facts.placed, (ctx, { orderId }) =>
  writeToBuyer(ctx, 'confirmation', asId<OrderId>(orderId), { id: orderId }),
);

const sendRefunded = on(
  'orders',
  'send-refunded',
  facts.refunded,
  (ctx, { orderId, refundId, amountMinor }) =>
    writeToBuyer(ctx, 'refunded', asId<OrderId>(orderId), { id: refundId, amountMinor }),
);

const sendCancelled = on('orders', 'send-cancelled', facts.cancelled, (ctx, { orderId }) =>
  writeToBuyer(ctx, 'cancelled', asId<OrderId>(orderId), { id: orderId }),
);

/** An order joins an account only when the account's holder has proven to own its address. */
const joinNewOrder = on('orders', 'join-new-order', facts.placed, async (ctx, { orderId }) => {
  const id = asId<OrderId>(orderId);
  const contact = await openContact(ctx, { id });
  const holder = contact && (await findVerifiedSubjectByEmail(ctx, contact.email));
  if (holder && (await vault.isHere(ctx, holder.subject))) await setHolder(ctx, id, holder.subject);
});

/** The moment an address is proven, the orders that were placed with it before join the account. */
const joinOldOrders = on(
  'orders',
  'join-old-orders',
  identityFacts.emailVerified,
  async (ctx, { accountId, subjectId }) => {
    if (!(await vault.isHere(ctx, asId<SubjectId>(subjectId)))) return;
    const { email, emailVerified } = await getAccount(ctx, asId<AccountId>(accountId));
    if (!emailVerified) return;
    await joinOrders(ctx, await vault.blind(ctx, party, 'emailIndex', email), asId<SubjectId>(subjectId));
  },
  'account',
);

export const reactions = [sendConfirmation, sendRefunded, sendCancelled, joinNewOrder, joinOldOrders];
