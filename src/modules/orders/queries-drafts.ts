import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { Id, SubjectId } from '#kernel/ids.ts';
import type { Sealed } from '#kernel/registry.ts';
import type { AttemptId, OrderGroupId, OrderId, PaymentId, PaymentState } from '#modules/payments/index.ts';
import type { Axis, CartId, Draft, PartyId, PartySnapshot } from './order.ts';
import { orderTotals } from './order.ts';
import { actorSubject } from './queries.ts';
import type { OrdersRows } from './tables.ts';

const rows = (ctx: Context): Kysely<OrdersRows> => ctx.tx;

export interface NewParty {
  readonly id: PartyId;
  readonly role: 'buyer' | 'recipient' | 'bill_to';
  readonly subjectId: SubjectId;
  readonly contact: Sealed<PartySnapshot> | null;
  readonly invoice: Sealed<PartySnapshot> | null;
  readonly country: string;
  readonly postcodePrefix: string;
  readonly emailIndex: Buffer | null;
  readonly nameTokens: Buffer[];
}

/** Removes the drafts that an earlier attempt of this cart left behind; a placed order is never among them. */
export async function deleteDrafts(ctx: Context, cartId: CartId): Promise<void> {
  await rows(ctx)
    .deleteFrom('orders.order')
    .where('state', '=', 'draft')
    .where('groupId', 'in', (eb) =>
      eb.selectFrom('orders.order_group as grp').select('grp.id').where('grp.cartId', '=', cartId),
    )
    .execute();
}

/** Writes group, order, lines and parties in one statement. Shape: the group's id, an older one if the cart had it. */
export async function insertDraft(
  ctx: Context,
  orderId: OrderId,
  draft: Draft,
  parties: readonly NewParty[],
): Promise<OrderGroupId> {
  const { delivery, lines } = draft;
  const { goodsMinor, goodsNetMinor, taxMinor, totalMinor } = orderTotals(lines, delivery);
  const grouped = rows(ctx).with('grouped', (db) =>
    db
      .insertInto('orders.order_group')
      .values({
        id: draft.groupId,
        cartId: draft.cartId,
        attemptId: draft.attemptId,
        currency: draft.currency,
        totalMinor,
        createdAt: ctx.now,
        placedAt: null,
      })
      .onConflict((clash) =>
        clash.columns(['tenantId', 'cartId']).doUpdateSet({ attemptId: draft.attemptId, totalMinor }),
      )
      .returning('id'),
  );
  const row = await grouped
    .with('ordered', (db) =>
      db.insertInto('orders.order').values({
        id: orderId,
        groupId: draft.isRetry ? sql<OrderGroupId>`(select id from grouped)` : draft.groupId,
        number: null,
        state: 'draft',
        paymentState: 'created',
        fulfilmentState: 'pending',
        attemptId: draft.attemptId,
        paymentId: null,
        provider: draft.provider,
        buyerId: draft.buyerId,
        holderId: null,
        locale: draft.locale,
        origin: draft.origin,
        country: draft.contact.shippingAddress.country,
        currency: draft.currency,
        pricesIncludeTax: draft.pricesIncludeTax,
        goodsMinor,
        goodsNetMinor,
        taxMinor,
        totalMinor,
        refundedMinor: 0n,
        deliveryOptionId: delivery.optionId,
        deliveryName: delivery.name,
        deliveryMinor: delivery.amountMinor,
        deliveryTaxLabel: delivery.taxLabel,
        deliveryTaxRateBp: delivery.taxRateBp,
        deliveryNetMinor: delivery.netMinor,
        deliveryTaxMinor: delivery.taxMinor,
        deliveryGrossMinor: delivery.grossMinor,
        deliveryRefundedMinor: 0n,
        pieces: lines.reduce((count, line) => count + line.quantity, 0),
        version: 1,
        createdAt: ctx.now,
        placedAt: null,
        cancelledAt: null,
      }),
    )
    .with('lined', (db) =>
      db.insertInto('orders.order_line').values(
        lines.map((line, position) => ({
          ...line,
          orderId,
          position,
          picture: line.picture === null ? null : JSON.stringify(line.picture),
          shippedQuantity: 0,
          droppedQuantity: 0,
          refundedQuantity: 0,
          refundedMinor: 0n,
          refundedTaxMinor: 0n,
        })),
      ),
    )
    .with('partied', (db) =>
      db
        .insertInto('orders.party')
        .values(
          parties.map((one) => ({ ...one, orderId, nameTokens: sql<Buffer[]>`${one.nameTokens}::bytea[]` })),
        ),
    )
    .selectFrom('grouped')
    .select('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export interface PlacedRow {
  readonly id: OrderId;
  readonly groupId: OrderGroupId;
  readonly number: bigint;
  readonly currency: string;
  readonly goodsNetMinor: bigint;
  readonly deliveryNetMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
}

/** Makes a draft an order: number, states, both transitions, the group, in one statement. Shape: undefined if it was none. */
export async function placeDraft(
  ctx: Context,
  orderId: OrderId,
  placed: { number: bigint; paymentId: PaymentId; paymentState: PaymentState },
): Promise<PlacedRow | undefined> {
  const moves = [
    { id: newId<Id<'order transition'>>(), axis: 'order' as Axis, fromState: 'draft', toState: 'placed' },
    {
      id: newId<Id<'order transition'>>(),
      axis: 'payment' as Axis,
      fromState: 'created',
      toState: placed.paymentState as string,
    },
  ];
  return rows(ctx)
    .with('placed', (db) =>
      db
        .updateTable('orders.order')
        .set((eb) => ({
          ...placed,
          state: 'placed',
          placedAt: ctx.now,
          version: eb('version', '+', 1),
        }))
        .where('id', '=', orderId)
        .where('state', '=', 'draft')
        .returning([
          'id',
          'groupId',
          sql<bigint>`number`.as('number'),
          'currency',
          'goodsNetMinor',
          'deliveryNetMinor',
          'taxMinor',
          'totalMinor',
        ]),
    )
    .with('grouped', (db) =>
      db
        .updateTable('orders.order_group as grp')
        .from('placed')
        .set({ placedAt: ctx.now })
        .whereRef('grp.id', '=', 'placed.groupId'),
    )
    .with('logged', (db) =>
      db.insertInto('orders.transition').values(
        moves.map((move) => ({
          ...move,
          orderId: sql<OrderId>`(select id from placed)`,
          reason: 'checkout',
          actorKind: ctx.actor.kind,
          actorId: actorSubject(ctx),
          at: ctx.now,
        })),
      ),
    )
    .selectFrom('placed')
    .selectAll()
    .executeTakeFirst();
}

/** The drafts of an attempt. */
export async function listDrafts(
  ctx: Context,
  groupId: OrderGroupId,
  attemptId: AttemptId,
): Promise<{ id: OrderId; totalMinor: bigint }[]> {
  return rows(ctx)
    .selectFrom('orders.order')
    .select(['id', 'totalMinor'])
    .where('groupId', '=', groupId)
    .where('state', '=', 'draft')
    .where('attemptId', '=', attemptId)
    .orderBy('id')
    .execute();
}

/** The placed orders of a cart, in the order of their numbers. */
export async function listPlaced(
  ctx: Context,
  cartId: CartId,
): Promise<{ id: OrderId; number: bigint; groupId: OrderGroupId; paymentState: PaymentState }[]> {
  return rows(ctx)
    .selectFrom('orders.order_group as grp')
    .innerJoin('orders.order as ord', (join) => join.onRef('ord.groupId', '=', 'grp.id'))
    .select(['ord.id', sql<bigint>`ord.number`.as('number'), 'ord.groupId', 'ord.paymentState'])
    .where('grp.cartId', '=', cartId)
    .where('ord.state', '<>', 'draft')
    .orderBy('ord.number')
    .execute();
}

/** Removes drafts that nobody paid for. Shape: how many. */
export async function deleteOldDrafts(ctx: Context, before: Date, limit: number): Promise<number> {
  const gone = await rows(ctx)
    .with(
      (cte) => cte('old').materialized(),
      (db) =>
        db
          .selectFrom('orders.order')
          .select('id')
          .where('state', '=', 'draft')
          .where('createdAt', '<', before)
          .orderBy('createdAt')
          .limit(limit)
          .forUpdate()
          .skipLocked(),
    )
    .deleteFrom('orders.order as ord')
    .using('old')
    .whereRef('ord.id', '=', 'old.id')
    .returning('ord.id')
    .execute();
  return gone.length;
}

/** What the lines of these orders need from the shelf. */
export async function listDemand(ctx: Context, orderIds: readonly OrderId[]) {
  return rows(ctx)
    .selectFrom('orders.order_line')
    .select(['id', 'offerId', 'quantity'])
    .where('orderId', '=', sql<OrderId>`any(${orderIds})`)
    .orderBy('id')
    .execute();
}
