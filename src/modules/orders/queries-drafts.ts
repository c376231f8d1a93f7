import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Sealed } from '#kernel/registry.ts';
import { rowsOf } from '#kernel/rows-of.ts';
import type { AttemptId, OrderGroupId, OrderId, PaymentId, PaymentState } from '#modules/payments/index.ts';
import type { CartId, Draft, FrozenLine, PartyId, PartySnapshot } from './order.ts';
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
}

/** What staff find the buyer by. */
export interface BuyerIndexes {
  readonly emailIndex: Buffer;
  readonly nameTokens: readonly Buffer[];
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
  buyer: BuyerIndexes,
): Promise<OrderGroupId> {
  const { delivery, lines, contact } = draft;
  const { goodsMinor, goodsNetMinor, taxMinor, totalMinor } = orderTotals(lines, delivery);
  const pieces = lines.reduce((count, line) => count + line.quantity, 0);
  const tenant = ctx.tenant.id;
  const [group] = await rowsOf<{ id: OrderGroupId }>(ctx)`
    with grouped as (
      insert into orders.order_group (tenant_id, id, cart_id, attempt_id, currency, total_minor, created_at)
      values (${tenant}, ${draft.groupId}, ${draft.cartId}, ${draft.attemptId}, ${draft.currency}, ${totalMinor}, ${ctx.now})
      on conflict (tenant_id, cart_id) do update set attempt_id = excluded.attempt_id, total_minor = excluded.total_minor
      returning id
    ), ordered as (
      insert into orders."order" (tenant_id, id, group_id, state, payment_state, fulfilment_state, attempt_id, provider,
        buyer_id, locale, origin, country, currency, prices_include_tax, goods_minor, goods_net_minor, tax_minor,
        total_minor, refunded_minor, delivery_option_id, delivery_name, delivery_minor, delivery_tax_label,
        delivery_tax_rate_bp, delivery_net_minor, delivery_tax_minor, delivery_gross_minor, delivery_refunded_minor,
        pieces, version, created_at)
      select ${tenant}, ${orderId}, grouped.id, 'draft', 'created', 'pending', ${draft.attemptId}, ${draft.provider},
        ${draft.buyerId}, ${draft.locale}, ${draft.origin}, ${contact.shippingAddress.country}, ${draft.currency},
        ${draft.pricesIncludeTax}, ${goodsMinor}, ${goodsNetMinor}, ${taxMinor}, ${totalMinor}, 0, ${delivery.optionId},
        ${delivery.name}, ${delivery.amountMinor}, ${delivery.taxLabel}, ${delivery.taxRateBp}, ${delivery.netMinor},
        ${delivery.taxMinor}, ${delivery.grossMinor}, 0, ${pieces}, 1, ${ctx.now}
      from grouped
    ), lined as (
      insert into orders.order_line (tenant_id, order_id, position, shipped_quantity, dropped_quantity, refunded_quantity,
        refunded_minor, refunded_tax_minor, id, offer_id, variant_id, product_id, slug, sku, title, variant_title,
        condition, picture, quantity, unit_minor, amount_minor, tax_label, tax_rate_bp, net_minor, tax_minor, gross_minor)
      select ${tenant}, ${orderId}, line.position, 0, 0, 0, 0, 0, line.id, line."offerId", line."variantId",
        line."productId", line.slug, line.sku, line.title, line."variantTitle", line.condition, line.picture,
        line.quantity, line."unitMinor", line."amountMinor", line."taxLabel", line."taxRateBp", line."netMinor",
        line."taxMinor", line."grossMinor"
      from jsonb_to_recordset(${jsonOf(lines)}) as line (position integer, id uuid, "offerId" uuid, "variantId" uuid,
        "productId" uuid, slug text, sku text, title text, "variantTitle" text, condition text, picture jsonb,
        quantity integer, "unitMinor" bigint, "amountMinor" bigint, "taxLabel" text, "taxRateBp" integer,
        "netMinor" bigint, "taxMinor" bigint, "grossMinor" bigint)
    ), partied as (
      insert into orders.party (tenant_id, id, order_id, role, subject_id, contact, invoice, country, postcode_prefix,
        email_index, name_tokens)
      select ${tenant}, party.id, ${orderId}, party.role, party.subject_id, party.contact, party.invoice, party.country,
        party.postcode_prefix, case when party.role = 'buyer' then ${buyer.emailIndex}::bytea end,
        case when party.role = 'buyer' then ${buyer.nameTokens}::bytea[] else '{}' end
      from unnest(${parties.map(({ id }) => id)}::uuid[], ${parties.map(({ role }) => role)}::text[],
        ${parties.map(({ subjectId }) => subjectId)}::uuid[], ${parties.map((one) => one.contact)}::bytea[],
        ${parties.map(({ invoice }) => invoice)}::bytea[], ${parties.map(({ country }) => country)}::text[],
        ${parties.map(({ postcodePrefix }) => postcodePrefix)}::text[])
        as party (id, role, subject_id, contact, invoice, country, postcode_prefix)
    )
    select id from grouped`;
  assert(group, 'a group that was there or has just been made');
  return group.id;
}

/** JSON has no whole numbers of any size: amounts go as text, and PostgreSQL reads them. */
const jsonOf = (lines: readonly FrozenLine[]): string =>
  JSON.stringify(
    lines.map((line, position) => ({ ...line, position })),
    (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
  );

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
  const tenant = ctx.tenant.id;
  const [order] = await rowsOf<PlacedRow>(ctx)`
    with placed as (
      update orders."order" set number = ${placed.number}, payment_id = ${placed.paymentId},
        payment_state = ${placed.paymentState}, state = 'placed', placed_at = ${ctx.now}, version = version + 1
      where tenant_id = ${tenant} and id = ${orderId} and state = 'draft'
      returning id, group_id, number, currency, goods_net_minor, delivery_net_minor, tax_minor, total_minor
    ), grouped as (
      update orders.order_group grp set placed_at = ${ctx.now} from placed
      where grp.tenant_id = ${tenant} and grp.id = placed.group_id
    ), logged as (
      insert into orders.transition (tenant_id, id, order_id, axis, from_state, to_state, reason, actor_kind, actor_id, at)
      select ${tenant}, move.id, placed.id, move.axis, move.from_state, move.to_state, 'checkout', ${ctx.actor.kind},
        ${actorSubject(ctx)}::uuid, ${ctx.now}
      from placed, (values (${newId()}::uuid, 'order', 'draft', 'placed'),
        (${newId()}::uuid, 'payment', 'created', ${placed.paymentState})) as move (id, axis, from_state, to_state)
    )
    select * from placed`;
  return order;
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

/** Drafts that nobody has paid for, held until this transaction ends. */
export async function lockOldDrafts(ctx: Context, before: Date, limit: number): Promise<OrderId[]> {
  const old = await rows(ctx)
    .selectFrom('orders.order')
    .select('id')
    .where('state', '=', 'draft')
    .where('createdAt', '<', before)
    .orderBy('createdAt')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return old.map(({ id }) => id);
}

export async function deleteDraftsById(ctx: Context, ids: readonly OrderId[]): Promise<void> {
  await rows(ctx)
    .deleteFrom('orders.order')
    .where('id', '=', sql<OrderId>`any(${ids}::uuid[])`)
    .where('state', '=', 'draft')
    .execute();
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
