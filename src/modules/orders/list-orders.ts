import type { Static } from 'typebox';
import type { Context } from '#kernel/context.ts';
import { cursorOf, placeAfter } from '#kernel/cursor.ts';
import { mostCounted, presentMoney } from '#kernel/http.ts';
import { httpRefuse } from '#kernel/http-refuse.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { asTheHouse, maskName } from '#modules/identity/index.ts';
import { maskAddress } from '#modules/notifications/index.ts';
import { vault } from '#modules/privacy/index.ts';
import { orderToken } from './place-orders.ts';
import { countOrders, listBuyers, listOrderRows } from './queries-show.ts';
import type { OrderFilter, OrderItemRow, OrderSearch } from './queries-show.ts';
import type { OrderItemShape } from './shapes.ts';
import { party } from './tables.ts';

/** A line of the list of orders; the buyer is masked when the reader may not see them, and null when they were erased. */
export type OrderItem = Static<typeof OrderItemShape>;

interface OrdersAsked {
  readonly filter: OrderFilter;
  /** A number, an e-mail address, or words of a name. */
  readonly q?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
  /** Also say how many there are. */
  readonly counted?: boolean | undefined;
}

/**
 * Placed orders for staff, newest first, filtered or searched.
 *
 * Buyers are masked unless the reader may reveal people, whose reading is recorded. Nobody else may search by name or address:
 * being found would tell that somebody bought here. Shape: `next` is null on the last page; `count`
 * when it was asked for, 1,001 at most. Refuses: kernel.notAllowed.
 */
export async function listOrders(
  ctx: Context,
  asked: OrdersAsked,
  mayReveal: boolean,
): Promise<{ items: OrderItem[]; next: string | null; count?: number }> {
  const search =
    asked.q === undefined || asked.q.trim() === '' ? undefined : await searchFor(ctx, asked.q.trim());
  if (search && search.kind !== 'number' && !mayReveal) throw httpRefuse.notAllowed({ field: 'q' });
  if (search?.kind === 'name' && search.tokens.length === 0)
    return { items: [], next: null, ...(asked.counted && { count: 0 }) };
  const count = asked.counted
    ? await countOrders(ctx, { filter: asked.filter, search, most: mostCounted })
    : undefined;
  const { page, next } = await onePage(ctx, asked, search);
  const buyers =
    page.length > 0 ? await openBuyers(ctx, page, mayReveal) : new Map<string, OrderItem['buyer']>();
  const items = page.map((row) => present(row, buyers.get(row.id) ?? null));
  return { items, next, ...(count !== undefined && { count }) };
}

/** The orders of an account, newest first, with their secret links. */
export async function listAccountOrders(
  ctx: Context,
  holderId: SubjectId,
  asked: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: (OrderItem & { token: string })[]; next: string | null }> {
  const { page, next } = await onePage(ctx, { ...asked, filter: { holderId } }, undefined);
  const items = page.map(async (row) => ({ ...present(row, null), token: await orderToken(ctx, row.id) }));
  return { items: await Promise.all(items), next };
}

async function onePage(
  ctx: Context,
  asked: OrdersAsked,
  search: OrderSearch | undefined,
): Promise<{ page: OrderItemRow[]; next: string | null }> {
  const place = placeAfter(asked.after, 'instant', 'id');
  const after = place && { placedAt: place[0], id: place[1] };
  const found = await listOrderRows(ctx, { filter: asked.filter, search, after, limit: asked.limit + 1 });
  const page = found.slice(0, asked.limit);
  const last = page.at(-1);
  const next =
    found.length > asked.limit && last?.placedAt ? cursorOf([last.placedAt.toISOString(), last.id]) : null;
  return { page, next };
}

/** Reads what was typed: digits are a number, an at sign makes an address, all else is a name. */
async function searchFor(ctx: Context, q: string): Promise<OrderSearch> {
  const [, digits] = /^#?(\d{1,18})$/.exec(q) ?? [];
  if (digits !== undefined) return { kind: 'number', number: BigInt(digits) };
  if (q.includes('@')) return { kind: 'email', emailIndex: await vault.blind(ctx, party, 'emailIndex', q) };
  return { kind: 'name', tokens: await vault.searchToken(ctx, party, 'nameTokens', q) };
}

async function openBuyers(
  ctx: Context,
  page: readonly OrderItemRow[],
  mayReveal: boolean,
): Promise<Map<string, OrderItem['buyer']>> {
  const rows = await listBuyers(
    ctx,
    page.map(({ id }) => id),
  );
  const opened = await vault.openMany(mayReveal ? ctx : asTheHouse(ctx), party, 'contact', rows);
  return new Map(
    rows.map((row, index) => {
      const person = opened[index];
      if (!person) return [row.orderId, null];
      const { name, email = '' } = person;
      return [row.orderId, mayReveal ? { name, email } : { name: maskName(name), email: maskAddress(email) }];
    }),
  );
}

function present(row: OrderItemRow, buyer: OrderItem['buyer']): OrderItem {
  const code = currency(row.currency);
  return {
    id: row.id,
    number: String(row.number),
    placedAt: row.placedAt?.toISOString() ?? '',
    state: row.state,
    paymentState: row.paymentState,
    fulfilmentState: row.fulfilmentState,
    total: presentMoney({ minor: row.totalMinor, currency: code }),
    refunded: presentMoney({ minor: row.refundedMinor, currency: code }),
    pieces: row.pieces,
    country: row.country,
    provider: row.provider,
    buyer,
  };
}
