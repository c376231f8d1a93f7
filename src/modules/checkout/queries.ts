import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Sealed } from '#kernel/registry.ts';
import { rowsOf } from '#kernel/rows-of.ts';
import type { Cart, CartContact, CartId, Quote } from './cart.ts';

/** A cart, locked until the transaction ends. */
export async function loadCart(ctx: Context, id: CartId): Promise<Cart | undefined> {
  const [cart] = await rowsOf<Cart>(ctx)`
    select id, version, state, currency, country, locale, buyer_id, contact, option_id, provider, payment_option,
      quote, quoted_at, attempt_id, attempts
    from checkout.cart where tenant_id = ${ctx.tenant.id} and id = ${id} for update`;
  return cart;
}

/** Opens a cart. */
export async function insertCart(
  ctx: Context,
  opened: Pick<Cart, 'id' | 'currency' | 'country' | 'quote'>,
): Promise<Cart> {
  const cart: Cart = {
    ...opened,
    version: 1,
    state: 'open',
    locale: ctx.locale,
    buyerId: null,
    contact: null,
    optionId: null,
    provider: null,
    paymentOption: null,
    quotedAt: ctx.now,
    attemptId: null,
    attempts: 0,
  };
  await rowsOf(ctx)`
    insert into checkout.cart
      (tenant_id, id, version, state, currency, country, locale, quote, quoted_at, attempts, created_at, updated_at)
    values (${ctx.tenant.id}, ${cart.id}, ${cart.version}, ${cart.state}, ${cart.currency}, ${cart.country},
      ${cart.locale}, ${cart.quote}, ${ctx.now}, ${cart.attempts}, ${ctx.now}, ${ctx.now})`;
  return cart;
}

/** What of a cart was changed; what is left out stays. */
export interface CartChange {
  readonly country?: string;
  readonly buyerId?: SubjectId;
  readonly contact?: Sealed<CartContact>;
  readonly emailIndex?: Buffer;
  readonly optionId: string | null;
  readonly quote: Quote;
  readonly quotedAt: Date;
}

/** Changes a cart that is locked. Shape: as it is now. */
export async function updateCart(ctx: Context, cart: Cart, change: CartChange): Promise<Cart> {
  const { country = null, buyerId = null, contact = null, emailIndex = null, ...always } = change;
  const [row] = await rowsOf<{ version: number }>(ctx)`
    update checkout.cart set country = coalesce(${country}, country), buyer_id = coalesce(${buyerId}, buyer_id),
      contact = coalesce(${contact}, contact), email_index = coalesce(${emailIndex}, email_index),
      option_id = ${always.optionId}, quote = ${always.quote}, quoted_at = ${always.quotedAt},
      updated_at = ${ctx.now}, version = version + 1
    where tenant_id = ${ctx.tenant.id} and id = ${cart.id} returning version`;
  assert(row, 'a cart that is locked is still there');
  return { ...cart, ...change, version: row.version };
}

/** Chooses the way to pay of a cart that nobody is paying, in one statement. Shape: undefined when there is none such. */
export async function updatePayment(
  ctx: Context,
  cartId: CartId,
  choice: { provider: string; paymentOption: string | null },
  version: number | undefined,
): Promise<Cart | undefined> {
  const [cart] = await rowsOf<Cart>(ctx)`
    update checkout.cart set provider = ${choice.provider}, payment_option = ${choice.paymentOption},
      updated_at = ${ctx.now}, version = version + 1
    where tenant_id = ${ctx.tenant.id} and id = ${cartId} and state = 'open' and attempt_id is null
      and version = coalesce(${version ?? null}, version)
    returning id, version, state, currency, country, locale, buyer_id, contact, option_id, provider, payment_option,
      quote, quoted_at, attempt_id, attempts`;
  return cart;
}
