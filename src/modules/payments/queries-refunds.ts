import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Id } from '#kernel/ids.ts';
import type {
  IncidentId,
  IncidentKind,
  OrderId,
  PaymentId,
  PaymentState,
  RefundId,
  RefundState,
} from './payment.ts';
import { actorSubject } from './queries.ts';
import type { PaymentsRows } from './tables.ts';

const rows = (ctx: Context): Kysely<PaymentsRows> => ctx.tx;

export interface Refund {
  readonly id: RefundId;
  readonly paymentId: PaymentId;
  readonly orderId: OrderId | null;
  readonly kind: 'refund' | 'void';
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly state: RefundState;
  readonly reason: string;
  readonly tries: number;
  readonly requestedAt: Date;
  readonly settledAt: Date | null;
}

const shown = [
  'id',
  'paymentId',
  'orderId',
  'kind',
  'amountMinor',
  'currency',
  'state',
  'reason',
  'tries',
  'requestedAt',
  'settledAt',
] as const;

export async function insertRefund(
  ctx: Context,
  refund: Pick<Refund, 'id' | 'paymentId' | 'orderId' | 'kind' | 'amountMinor' | 'currency' | 'reason'>,
): Promise<void> {
  await rows(ctx)
    .insertInto('payments.refund')
    .values({
      ...refund,
      state: 'requested',
      reference: null,
      tries: 0,
      nextAt: ctx.now,
      requestedAt: ctx.now,
      settledAt: null,
    })
    .execute();
}

/** Books a refund into payment and share. The checks of both tables refuse more than was taken. */
export async function addRefunded(
  ctx: Context,
  change: { paymentId: PaymentId; orderId: OrderId; amountMinor: bigint; state: PaymentState },
): Promise<void> {
  await rows(ctx)
    .with('paid', (db) =>
      db
        .updateTable('payments.payment')
        .set((eb) => ({
          refundedMinor: eb('refundedMinor', '+', change.amountMinor),
          state: change.state,
          updatedAt: ctx.now,
        }))
        .where('id', '=', change.paymentId),
    )
    .updateTable('payments.payment_allocation')
    .set((eb) => ({ refundedMinor: eb('refundedMinor', '+', change.amountMinor) }))
    .where('paymentId', '=', change.paymentId)
    .where('orderId', '=', change.orderId)
    .execute();
}

export async function insertTransition(
  ctx: Context,
  move: {
    id: Id<'payment transition'>;
    paymentId: PaymentId;
    fromState: PaymentState;
    toState: PaymentState;
  },
): Promise<void> {
  await rows(ctx)
    .insertInto('payments.transition')
    .values({ ...move, actorKind: ctx.actor.kind, actorId: actorSubject(ctx), at: ctx.now })
    .execute();
}

/** What can still be given back of an order's share. */
export async function findShare(
  ctx: Context,
  paymentId: PaymentId,
  orderId: OrderId,
): Promise<{ capturedMinor: bigint; refundedMinor: bigint } | undefined> {
  return rows(ctx)
    .selectFrom('payments.payment_allocation')
    .select(['capturedMinor', 'refundedMinor'])
    .where('paymentId', '=', paymentId)
    .where('orderId', '=', orderId)
    .executeTakeFirst();
}

export async function findRefund(ctx: Context, id: RefundId): Promise<Refund | undefined> {
  return rows(ctx).selectFrom('payments.refund').select(shown).where('id', '=', id).executeTakeFirst();
}

/** Refunds that wait for staff to send the money by hand: it went by hand from the start, or the provider gave up. */
export async function listManualRefunds(ctx: Context, limit: number): Promise<Refund[]> {
  return rows(ctx)
    .selectFrom('payments.refund')
    .select(shown)
    .where('state', 'in', ['manual', 'failed'])
    .orderBy('requestedAt')
    .limit(limit)
    .execute();
}

/** Refunds whose provider is to be asked now; puts them off so that two workers do not ask at once. */
export async function takeDueRefunds(ctx: Context, limit: number, nextAt: Date): Promise<RefundId[]> {
  // A subquery in the condition may be run once per row, and its limit with it: only a CTE takes what it says.
  const taken = await rows(ctx)
    .with(
      (cte) => cte('due').materialized(),
      (db) =>
        db
          .selectFrom('payments.refund')
          .select('id')
          .where('state', '=', 'requested')
          .where('nextAt', '<=', ctx.now)
          .orderBy('nextAt')
          .limit(limit)
          .forUpdate()
          .skipLocked(),
    )
    .updateTable('payments.refund')
    .from('due')
    .set({ nextAt })
    .whereRef('payments.refund.id', '=', 'due.id')
    .returning('payments.refund.id')
    .execute();
  return taken.map(({ id }) => id);
}

/** Settles a refund that is still open in one of those states. Shape: undefined when somebody was faster. */
export async function settleRefundRow(
  ctx: Context,
  id: RefundId,
  from: readonly RefundState[],
  to: { state: RefundState; reference: string | null },
): Promise<Refund | undefined> {
  return rows(ctx)
    .updateTable('payments.refund')
    .set({ ...to, settledAt: to.state === 'succeeded' ? ctx.now : null })
    .where('id', '=', id)
    .where('state', '=', sql<RefundState>`any(${from})`)
    .returning(shown)
    .executeTakeFirst();
}

export async function putOffRefund(ctx: Context, id: RefundId, nextAt: Date): Promise<number> {
  const row = await rows(ctx)
    .updateTable('payments.refund')
    .set((eb) => ({ tries: eb('tries', '+', 1), nextAt }))
    .where('id', '=', id)
    .returning('tries')
    .executeTakeFirst();
  return row?.tries ?? 0;
}

export interface Incident {
  readonly id: IncidentId;
  readonly kind: IncidentKind;
  readonly state: 'open' | 'resolved';
  readonly paymentId: PaymentId;
  readonly orderId: OrderId | null;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly openedAt: Date;
  readonly resolvedAt: Date | null;
}

const incidentShown = [
  'id',
  'kind',
  'state',
  'paymentId',
  'orderId',
  'amountMinor',
  'currency',
  'openedAt',
  'resolvedAt',
] as const;

/** Opens an incident once per payment and kind. Shape: false when it is known already. */
export async function insertIncident(
  ctx: Context,
  incident: Omit<Incident, 'state' | 'openedAt' | 'resolvedAt'>,
): Promise<boolean> {
  const made = await rows(ctx)
    .insertInto('payments.incident')
    .values({ ...incident, state: 'open', openedAt: ctx.now, resolvedAt: null, resolvedBy: null })
    .onConflict((clash) => clash.columns(['tenantId', 'paymentId', 'kind']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

export async function listOpenIncidents(ctx: Context, limit: number): Promise<Incident[]> {
  return rows(ctx)
    .selectFrom('payments.incident')
    .select(incidentShown)
    .where('state', '=', 'open')
    .orderBy('openedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function resolveIncidentRow(ctx: Context, id: IncidentId): Promise<boolean> {
  const row = await rows(ctx)
    .updateTable('payments.incident')
    .set({ state: 'resolved', resolvedAt: ctx.now, resolvedBy: actorSubject(ctx) })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** How many incidents and hand-made refunds wait. Units: counts, capped by the indexes being small. */
export async function countWaiting(ctx: Context): Promise<{ incidents: number; manualRefunds: number }> {
  const row = await rows(ctx)
    .selectNoFrom((eb) => [
      eb
        .selectFrom('payments.incident')
        .where('state', '=', 'open')
        .select(eb.fn.countAll<bigint>().as('n'))
        .as('incidents'),
      eb
        .selectFrom('payments.refund')
        .where('state', 'in', ['manual', 'failed'])
        .select(eb.fn.countAll<bigint>().as('n'))
        .as('manualRefunds'),
    ])
    .executeTakeFirstOrThrow();
  return { incidents: Number(row.incidents ?? 0n), manualRefunds: Number(row.manualRefunds ?? 0n) };
}
