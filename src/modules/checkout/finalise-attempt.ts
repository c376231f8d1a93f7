import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import {
  commitReservations,
  pinReservations,
  releaseReservations,
  reserve,
} from '#modules/inventory/index.ts';
import { heldLines, listDrafts, placedOrders, placeOrders } from '#modules/orders/index.ts';
import type { PlacedOrder } from '#modules/orders/index.ts';
import { recordOutcome, returnMoney } from '#modules/payments/index.ts';
import type { PayOutcome } from '#modules/payments/index.ts';
import { holdMs, isActive } from './attempt.ts';
import type { Attempt } from './attempt.ts';
import type { AttemptId } from './cart.ts';
import { facts } from './facts.ts';
import { completeAttempt, lockAttempt, moveAttempt } from './queries-attempts.ts';
import { refuse } from './refuse.ts';

/** What became of an attempt. `returned`: money came that no order could be made of, and goes back. */
export type Finalised =
  | { readonly kind: 'placed'; readonly orders: readonly PlacedOrder[] }
  | { readonly kind: 'needs_action'; readonly url: string }
  | { readonly kind: 'pending' }
  | { readonly kind: 'declined'; readonly reason: string }
  | { readonly kind: 'returned'; readonly because: 'paidButShort' | 'amountMismatch' | 'paidTwice' };

type Approved = Extract<PayOutcome, { kind: 'approved' }>;

/**
 * The last step of an order: does with a provider's answer what has to be done, whoever brings it (the buyer's browser,
 * a webhook, the reconciler), however often, in whatever order. All of it or nothing.
 *
 * Money of exactly the right amount makes the drafts orders. Money that comes late gets its goods again if they are
 * still there; money of which no order can be made goes back, and staff are told. A late promise is simply over.
 * Refuses: checkout.noSuchAttempt. Announces: checkout.declined, checkout.moneyReturned, and what placing announces.
 */
export async function finaliseAttempt(ctx: Context, id: AttemptId, outcome: PayOutcome): Promise<Finalised> {
  if (outcome.kind === 'approved') {
    const paid = { amountMinor: outcome.amount.minor, currency: outcome.amount.currency };
    const attempt = await completeAttempt(ctx, id, paid);
    if (attempt && (await commitReservations(ctx, id))) return placeAttempt(ctx, attempt, outcome);
  }
  const attempt = await lockAttempt(ctx, id);
  if (!attempt) throw refuse.noSuchAttempt();
  if (outcome.kind === 'approved') return settleLate(ctx, attempt, outcome);
  if (!isActive(attempt.state)) return answerAgain(ctx, attempt);
  return outcome.kind === 'declined' ? giveUp(ctx, attempt, outcome) : wait(ctx, attempt, outcome);
}

/** Places what an attempt is for: the money is right, and the goods are ours. */
export async function placeAttempt(
  ctx: Context,
  attempt: Attempt,
  outcome: Approved,
): Promise<Extract<Finalised, { kind: 'placed' }>> {
  const payment = {
    id: attempt.paymentId,
    attemptId: attempt.id,
    provider: attempt.provider,
    amountMinor: attempt.amountMinor,
  };
  const state = await recordOutcome(ctx, payment, outcome);
  assert(state, 'approved money has a state');
  return {
    kind: 'placed',
    orders: await placeOrders(ctx, attempt.orderIds, { id: attempt.paymentId, state }),
  };
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockAttempt>>>;

/** Money for an attempt that is not simply under way: again, late, of another amount, or without its goods. */
async function settleLate(ctx: Context, attempt: Locked, outcome: Approved): Promise<Finalised> {
  const isExact =
    outcome.amount.minor === attempt.amountMinor && outcome.amount.currency === attempt.currency;
  // Completed in this very transaction means that the goods were gone; completed before means that all is done.
  const orders = await placedOrders(ctx, attempt.cartId);
  if (attempt.state === 'completed' && orders.some(({ id }) => attempt.orderIds.includes(id)))
    return { kind: 'placed', orders };
  if (attempt.state === 'returned') return { kind: 'returned', because: 'paidButShort' };
  // A promise is no money: it brings back no payment that the buyer has let go of, and there is nothing to send back.
  const isPromise = outcome.settled === 'promised';
  if (isPromise && attempt.state !== 'completed') return answerAgain(ctx, attempt);
  if (!isExact) return sendBack(ctx, attempt, outcome, 'amountMismatch');
  if (orders.length > 0 || attempt.otherActive) return sendBack(ctx, attempt, outcome, 'paidTwice');

  const drafts = await listDrafts(ctx, attempt.groupId, attempt.id);
  const isWhole = drafts.length === attempt.orderIds.length;
  const demand = isWhole ? await heldLines(ctx, attempt.orderIds) : [];
  const expiresAt = new Date(ctx.now.getTime() + holdMs);
  const again = isWhole ? await reserve(ctx, { holder: attempt.id, demand, expiresAt }) : undefined;
  if (again?.kind !== 'reserved' && isPromise)
    return giveUp(ctx, { ...attempt, cartState: 'open' }, { kind: 'declined', reason: 'short' });
  if (again?.kind !== 'reserved') return sendBack(ctx, attempt, outcome, 'paidButShort');
  assert(await commitReservations(ctx, attempt.id), 'goods that were held a moment ago');
  await moveAttempt(ctx, attempt, 'completed', 'late', 'done');
  return placeAttempt(ctx, attempt, outcome);
}

async function sendBack(
  ctx: Context,
  attempt: Locked,
  outcome: Approved,
  because: Extract<Finalised, { kind: 'returned' }>['because'],
): Promise<Finalised> {
  // A cart that this attempt has just closed opens again; one that another attempt has paid stays closed.
  const cartState = attempt.state === 'completed' ? 'open' : attempt.cartState;
  await releaseReservations(ctx, attempt.id);
  await moveAttempt(ctx, attempt, 'returned', because, cartState);
  await returnMoney(ctx, { id: attempt.paymentId, attemptId: attempt.id }, outcome.amount, because);
  ctx.emit(facts.moneyReturned({ attemptId: attempt.id, cartId: attempt.cartId, kind: because }));
  return { kind: 'returned', because };
}

/** No money will come: the goods are free again, and the cart can be paid in another way. */
async function giveUp(
  ctx: Context,
  attempt: Locked,
  outcome: Extract<PayOutcome, { kind: 'declined' }>,
): Promise<Finalised> {
  const { id, cartId, paymentId, provider, amountMinor } = attempt;
  await releaseReservations(ctx, id);
  await recordOutcome(ctx, { id: paymentId, attemptId: id, provider, amountMinor }, outcome);
  await moveAttempt(
    ctx,
    attempt,
    outcome.reason === 'cancelled' ? 'expired' : 'declined',
    outcome.reason,
    attempt.cartState,
  );
  ctx.emit(facts.declined({ attemptId: id, cartId }));
  return { kind: 'declined', reason: outcome.reason };
}

/** Nobody knows yet: the goods stay held until somebody does. */
async function wait(
  ctx: Context,
  attempt: Locked,
  outcome: Exclude<PayOutcome, { kind: 'approved' | 'declined' }>,
): Promise<Finalised> {
  const { id, paymentId, provider, amountMinor } = attempt;
  if (attempt.state === 'paying') {
    await pinReservations(ctx, id);
    await recordOutcome(ctx, { id: paymentId, attemptId: id, provider, amountMinor }, outcome);
    await moveAttempt(ctx, attempt, 'completing', outcome.kind, attempt.cartState);
  }
  return outcome.kind === 'needs_action' ? outcome : { kind: 'pending' };
}

async function answerAgain(ctx: Context, attempt: Locked): Promise<Finalised> {
  if (attempt.state === 'completed')
    return { kind: 'placed', orders: await placedOrders(ctx, attempt.cartId) };
  if (attempt.state === 'returned') return { kind: 'returned', because: 'paidButShort' };
  return { kind: 'declined', reason: attempt.state };
}
