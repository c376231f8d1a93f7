import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { PaymentsRows } from './tables.ts';

const rows = (ctx: Context): Kysely<PaymentsRows> => ctx.tx;

/** What the shares of a payment sum to, for the prover. */
export async function listUnevenPayments(ctx: Context): Promise<string[]> {
  const found = await rows(ctx)
    .selectFrom('payments.payment as paid')
    .leftJoin('payments.payment_allocation as share', (join) => join.onRef('share.paymentId', '=', 'paid.id'))
    .select('paid.id')
    .groupBy([
      'paid.id',
      'paid.amountMinor',
      'paid.authorisedMinor',
      'paid.capturedMinor',
      'paid.refundedMinor',
    ])
    .having((eb) =>
      eb.or([
        eb(eb.fn.coalesce(eb.fn.sum('share.amountMinor'), sql<number>`0`), '<>', eb.ref('paid.amountMinor')),
        eb(
          eb.fn.coalesce(eb.fn.sum('share.authorisedMinor'), sql<number>`0`),
          '<>',
          eb.ref('paid.authorisedMinor'),
        ),
        eb(
          eb.fn.coalesce(eb.fn.sum('share.capturedMinor'), sql<number>`0`),
          '<>',
          eb.ref('paid.capturedMinor'),
        ),
        eb(
          eb.fn.coalesce(eb.fn.sum('share.refundedMinor'), sql<number>`0`),
          '<>',
          eb.ref('paid.refundedMinor'),
        ),
      ]),
    )
    .limit(50)
    .execute();
  return found.map(({ id }) => id);
}

/** Payments whose captures or refunds do not sum to what the payment says. */
export async function listUnexplainedPayments(ctx: Context): Promise<string[]> {
  const found = await rows(ctx)
    .selectFrom('payments.payment as paid')
    .select('paid.id')
    .where((eb) =>
      eb.or([
        eb(
          'paid.capturedMinor',
          '<>',
          eb
            .selectFrom('payments.capture as taken')
            .whereRef('taken.paymentId', '=', 'paid.id')
            .select((inner) => sql<bigint>`coalesce(sum(${inner.ref('taken.amountMinor')}), 0)`.as('sum')),
        ),
        eb(
          'paid.refundedMinor',
          '<>',
          eb
            .selectFrom('payments.refund as back')
            .whereRef('back.paymentId', '=', 'paid.id')
            .where('back.kind', '=', 'refund')
            .select((inner) => sql<bigint>`coalesce(sum(${inner.ref('back.amountMinor')}), 0)`.as('sum')),
        ),
      ]),
    )
    .limit(50)
    .execute();
  return found.map(({ id }) => id);
}
