import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { rowsOf } from '#kernel/rows-of.ts';
import type { Attempt, AttemptState } from './attempt.ts';
import { firstAskMs, isActive } from './attempt.ts';
import type { AttemptId, CartId, CartState, OrderId } from './cart.ts';
import type { CheckoutRows } from './tables.ts';

const rows = (ctx: Context): Kysely<CheckoutRows> => ctx.tx;

const shown = [
  'id',
  'cartId',
  'groupId',
  'paymentId',
  'orderIds',
  'provider',
  'paymentOption',
  'amountMinor',
  'currency',
  'locale',
  'state',
  'expiresAt',
] as const;

/** Writes an attempt down and notes at its cart that it is under way, or that it is done, in one statement. */
export async function insertAttempt(ctx: Context, attempt: Attempt, cartVersion: number): Promise<void> {
  const nextAskAt = new Date(ctx.now.getTime() + firstAskMs);
  const isDone = attempt.state === 'completed';
  await rowsOf(ctx)`
    with begun as (
      insert into checkout.checkout_attempt (tenant_id, id, cart_id, cart_version, group_id, order_ids, payment_id,
        provider, payment_option, amount_minor, currency, locale, state, asks, next_ask_at, expires_at, created_at, updated_at)
      values (${ctx.tenant.id}, ${attempt.id}, ${attempt.cartId}, ${cartVersion}, ${attempt.groupId}, ${attempt.orderIds},
        ${attempt.paymentId}, ${attempt.provider}, ${attempt.paymentOption}, ${attempt.amountMinor}, ${attempt.currency},
        ${attempt.locale}, ${attempt.state}, 0, ${nextAskAt}, ${attempt.expiresAt}, ${ctx.now}, ${ctx.now})
    )
    update checkout.cart set state = ${isDone ? 'done' : 'open'}, attempt_id = ${isDone ? null : attempt.id},
      attempts = attempts + 1, updated_at = ${ctx.now}
    where tenant_id = ${ctx.tenant.id} and id = ${attempt.cartId}`;
}

/** Attempts under way that have to do with one of these carts or drafts. */
export async function amongActive(
  ctx: Context,
  ids: readonly string[],
): Promise<{ cartId: CartId; orderIds: readonly OrderId[] }[]> {
  return rows(ctx)
    .selectFrom('checkout.checkout_attempt')
    .select(['cartId', 'orderIds'])
    .where('state', 'in', ['paying', 'completing'])
    .where((row) =>
      row.or([
        row('cartId', '=', sql<CartId>`any(${ids}::uuid[])`),
        row('orderIds', '&&', sql<OrderId[]>`${ids}::uuid[]`),
      ]),
    )
    .execute();
}

export async function findAttempt(ctx: Context, id: AttemptId): Promise<Attempt | undefined> {
  return rows(ctx)
    .selectFrom('checkout.checkout_attempt')
    .select(shown)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Locks an attempt and then its cart: always in this order, so that nobody waits in a circle. */
export async function lockAttempt(
  ctx: Context,
  id: AttemptId,
): Promise<(Attempt & { cartState: CartState; otherActive: boolean }) | undefined> {
  const attempt = await rows(ctx)
    .selectFrom('checkout.checkout_attempt')
    .select(shown)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!attempt) return undefined;
  const cart = await rows(ctx)
    .selectFrom('checkout.cart')
    .select(['state', 'attemptId'])
    .where('id', '=', attempt.cartId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { ...attempt, cartState: cart.state, otherActive: cart.attemptId !== null && cart.attemptId !== id };
}

/**
 * Completes an attempt whose money is exactly what was asked for, and with it the cart, in one statement.
 *
 * Shape: undefined when it is not under way, or the amount is another.
 */
export async function completeAttempt(
  ctx: Context,
  id: AttemptId,
  paid: { amountMinor: bigint; currency: string },
): Promise<Attempt | undefined> {
  const [attempt] = await rowsOf<Attempt>(ctx)`
    with paid as (
      update checkout.checkout_attempt set state = 'completed', updated_at = ${ctx.now}
      where tenant_id = ${ctx.tenant.id} and id = ${id} and state in ('paying', 'completing')
        and amount_minor = ${paid.amountMinor} and currency = ${paid.currency}
      returning id, cart_id, group_id, payment_id, order_ids, provider, payment_option, amount_minor, currency, locale,
        state, expires_at
    ), carted as (
      update checkout.cart cart set state = 'done', attempt_id = null, updated_at = ${ctx.now}
      from paid where cart.tenant_id = ${ctx.tenant.id} and cart.id = paid.cart_id
    )
    select * from paid`;
  return attempt;
}

/** Sets the state of an attempt that is locked, and what that means for its cart, in one statement. */
export async function moveAttempt(
  ctx: Context,
  attempt: Pick<Attempt, 'id' | 'cartId'>,
  to: AttemptState,
  reason: string | null,
  cartState: CartState,
): Promise<void> {
  const stillMine = isActive(to) ? attempt.id : null;
  await rows(ctx)
    .with('carted', (db) =>
      db
        .updateTable('checkout.cart')
        .set((eb) => ({
          state: cartState,
          attemptId: eb
            .case()
            .when('attemptId', '=', attempt.id)
            .then(stillMine)
            .else(eb.ref('attemptId'))
            .end(),
          updatedAt: ctx.now,
        }))
        .where('id', '=', attempt.cartId),
    )
    .updateTable('checkout.checkout_attempt')
    .set({ state: to, reason, updatedAt: ctx.now })
    .where('id', '=', attempt.id)
    .execute();
}

/** Attempts about which somebody should ask now; puts them off so that two workers do not ask at once. */
export async function takeWaitingAttempts(
  ctx: Context,
  limit: number,
): Promise<(Attempt & { asks: number })[]> {
  // A subquery in the condition may be run once per row, and its limit with it: only a CTE takes what it says.
  return rows(ctx)
    .with(
      (cte) => cte('due').materialized(),
      (db) =>
        db
          .selectFrom('checkout.checkout_attempt')
          .select('id')
          .where('state', 'in', ['paying', 'completing'])
          .where('nextAskAt', '<=', ctx.now)
          .orderBy('nextAskAt')
          .limit(limit)
          .forUpdate()
          .skipLocked(),
    )
    .updateTable('checkout.checkout_attempt as attempt')
    .from('due')
    .set({
      asks: sql<number>`attempt.asks + 1`,
      nextAskAt: sql<Date>`${ctx.now}::timestamptz + least(15 * power(2, greatest(0, attempt.asks - 4)), 600) * interval '1 second'`,
    })
    .whereRef('attempt.id', '=', 'due.id')
    .returning(shown.map((name) => `attempt.${name}` as const))
    .returning('attempt.asks')
    .execute();
}

/** Carts that disagree with their attempts about being done or being paid, for the prover. */
export async function listTornCarts(ctx: Context): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select c.id from checkout.cart c
    where c.tenant_id = ${ctx.tenant.id}
      and ((c.state = 'done') <> exists (select 1 from checkout.checkout_attempt a
          where a.tenant_id = ${ctx.tenant.id} and a.cart_id = c.id and a.state = 'completed')
        or c.attempt_id is distinct from (select a.id from checkout.checkout_attempt a
          where a.tenant_id = ${ctx.tenant.id} and a.cart_id = c.id and a.state in ('paying', 'completing')))
    limit 50`.execute(ctx.tx);
  return found.rows.map(({ id }) => id);
}
