import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { Id, SubjectId } from '#kernel/ids.ts';
import { rowsOf } from '#kernel/rows-of.ts';
import type { AttemptId, OrderGroupId, OrderId, Payment, PaymentId, PaymentState } from './payment.ts';
import { paymentStatesBefore } from './payment.ts';
import type { PaymentsRows } from './tables.ts';

const rows = (ctx: Context): Kysely<PaymentsRows> => ctx.tx;

const shown = [
  'id',
  'groupId',
  'attemptId',
  'provider',
  'option',
  'state',
  'currency',
  'amountMinor',
  'authorisedMinor',
  'capturedMinor',
  'refundedMinor',
  'reference',
] as const;

/** The person behind an actor, if it is one: jobs and guests have no subject. */
export const actorSubject = (ctx: Context): SubjectId | null =>
  ctx.actor.kind === 'buyer' || ctx.actor.kind === 'staff' ? (ctx.actor.id as SubjectId) : null;

export interface NewPayment {
  readonly id: PaymentId;
  readonly groupId: OrderGroupId;
  readonly attemptId: AttemptId;
  readonly provider: string;
  readonly option: string | null;
  readonly state: PaymentState;
  readonly currency: string;
  readonly amountMinor: bigint;
}

/** The payment and the orders' shares in it, in one statement. */
export async function insertPayment(
  ctx: Context,
  payment: NewPayment,
  shares: readonly { orderId: OrderId; amountMinor: bigint }[],
): Promise<void> {
  await rowsOf(ctx)`
    with paid as (
      insert into payments.payment (tenant_id, id, group_id, attempt_id, provider, option, state, currency, amount_minor,
        authorised_minor, captured_minor, refunded_minor, created_at, updated_at)
      values (${ctx.tenant.id}, ${payment.id}, ${payment.groupId}, ${payment.attemptId}, ${payment.provider},
        ${payment.option}, ${payment.state}, ${payment.currency}, ${payment.amountMinor}, 0, 0, 0, ${ctx.now}, ${ctx.now})
    )
    insert into payments.payment_allocation
      (tenant_id, payment_id, order_id, amount_minor, authorised_minor, captured_minor, refunded_minor)
    select ${ctx.tenant.id}, ${payment.id}, share.order_id, share.amount_minor, 0, 0, 0
    from unnest(${shares.map(({ orderId }) => orderId)}::uuid[],
      ${shares.map(({ amountMinor }) => amountMinor)}::bigint[]) as share (order_id, amount_minor)`;
}

/** Finds the payment and locks it until the transaction ends. */
export async function lockPayment(ctx: Context, id: PaymentId): Promise<Payment | undefined> {
  return rows(ctx)
    .selectFrom('payments.payment')
    .select(shown)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function findPayment(ctx: Context, id: PaymentId): Promise<Payment | undefined> {
  return rows(ctx).selectFrom('payments.payment').select(shown).where('id', '=', id).executeTakeFirst();
}

export interface Moved extends Payment {
  readonly fromState: PaymentState;
}

/**
 * Moves a payment that may move to that state, and logs the move, in one statement.
 *
 * Shape: undefined when it may not, or is there already.
 */
export async function movePayment(
  ctx: Context,
  attemptId: AttemptId,
  to: PaymentState,
  outcome: string,
  reference: string | null,
): Promise<Moved | undefined> {
  return rows(ctx)
    .with('moved', (db) =>
      db
        .updateTable('payments.payment')
        .set((eb) => ({
          state: to,
          updatedAt: ctx.now,
          reference: reference ?? eb.ref('reference'),
        }))
        .where('attemptId', '=', attemptId)
        .where('state', '=', sql<PaymentState>`any(${paymentStatesBefore(to)})`)
        .returning([...shown, 'tenantId', sql<PaymentState>`old.state`.as('fromState')]),
    )
    .with('logged', (db) =>
      db
        .insertInto('payments.transition')
        .columns(['tenantId', 'id', 'paymentId', 'fromState', 'toState', 'actorKind', 'actorId', 'at'])
        .expression((eb) =>
          eb
            .selectFrom('moved')
            .select([
              'moved.tenantId',
              sql<Id<'payment transition'>>`${newId()}::uuid`.as('id'),
              'moved.id as paymentId',
              'moved.fromState',
              'moved.state as toState',
              sql<string>`${ctx.actor.kind}::text`.as('actorKind'),
              sql<SubjectId | null>`${actorSubject(ctx)}::uuid`.as('actorId'),
              sql<Date>`${ctx.now}::timestamptz`.as('at'),
            ]),
        ),
    )
    .with('asked', (db) =>
      db
        .insertInto('payments.payment_attempt')
        .columns(['tenantId', 'id', 'paymentId', 'outcome', 'at'])
        .expression((eb) =>
          eb
            .selectFrom('moved')
            .select([
              'moved.tenantId',
              sql<Id<'payment attempt'>>`${newId()}::uuid`.as('id'),
              'moved.id as paymentId',
              sql<string>`${outcome}::text`.as('outcome'),
              sql<Date>`${ctx.now}::timestamptz`.as('at'),
            ]),
        ),
    )
    .selectFrom('moved')
    .selectAll()
    .executeTakeFirst();
}

/**
 * Takes the whole amount of a payment: state, shares, capture and log, in one statement.
 *
 * Shape: undefined when it may not be taken, or was taken before.
 */
export async function capturePayment(
  ctx: Context,
  paymentId: PaymentId,
  outcome: string,
  reference: string | null,
): Promise<Moved | undefined> {
  return rows(ctx)
    .with('moved', (db) =>
      db
        .updateTable('payments.payment')
        .set((eb) => ({
          state: 'captured',
          authorisedMinor: eb.ref('amountMinor'),
          capturedMinor: eb.ref('amountMinor'),
          updatedAt: ctx.now,
          reference: reference ?? eb.ref('reference'),
        }))
        .where('id', '=', paymentId)
        .where('state', '=', sql<PaymentState>`any(${paymentStatesBefore('captured')})`)
        .returning([...shown, 'tenantId', sql<PaymentState>`old.state`.as('fromState')]),
    )
    .with('shared', (db) =>
      db
        .updateTable('payments.payment_allocation as share')
        .from('moved')
        .set((eb) => ({
          authorisedMinor: eb.ref('share.amountMinor'),
          capturedMinor: eb.ref('share.amountMinor'),
        }))
        .whereRef('share.paymentId', '=', 'moved.id'),
    )
    .with('taken', (db) =>
      db
        .insertInto('payments.capture')
        .columns(['tenantId', 'id', 'paymentId', 'amountMinor', 'reference', 'at'])
        .expression((eb) =>
          eb
            .selectFrom('moved')
            .select([
              'moved.tenantId',
              sql<Id<'capture'>>`${newId()}::uuid`.as('id'),
              'moved.id as paymentId',
              'moved.amountMinor',
              'moved.reference',
              sql<Date>`${ctx.now}::timestamptz`.as('at'),
            ]),
        ),
    )
    .with('asked', (db) =>
      db
        .insertInto('payments.payment_attempt')
        .columns(['tenantId', 'id', 'paymentId', 'outcome', 'at'])
        .expression((eb) =>
          eb
            .selectFrom('moved')
            .select([
              'moved.tenantId',
              sql<Id<'payment attempt'>>`${newId()}::uuid`.as('id'),
              'moved.id as paymentId',
              sql<string>`${outcome}::text`.as('outcome'),
              sql<Date>`${ctx.now}::timestamptz`.as('at'),
            ]),
        ),
    )
    .with('logged', (db) =>
      db
        .insertInto('payments.transition')
        .columns(['tenantId', 'id', 'paymentId', 'fromState', 'toState', 'actorKind', 'actorId', 'at'])
        .expression((eb) =>
          eb
            .selectFrom('moved')
            .select([
              'moved.tenantId',
              sql<Id<'payment transition'>>`${newId()}::uuid`.as('id'),
              'moved.id as paymentId',
              'moved.fromState',
              'moved.state as toState',
              sql<string>`${ctx.actor.kind}::text`.as('actorKind'),
              sql<SubjectId | null>`${actorSubject(ctx)}::uuid`.as('actorId'),
              sql<Date>`${ctx.now}::timestamptz`.as('at'),
            ]),
        ),
    )
    .selectFrom('moved')
    .selectAll()
    .executeTakeFirst();
}
