import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Sealed } from '#kernel/registry.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Cart, CartContact, CartId, Quote } from './cart.ts';
import type { CheckoutRows } from './tables.ts';

const rows = (ctx: Context): Kysely<CheckoutRows> => ctx.tx;

const shown = [
  'id',
  'version',
  'state',
  'currency',
  'country',
  'locale',
  'buyerId',
  'contact',
  'optionId',
  'provider',
  'paymentOption',
  'quote',
  'quotedAt',
  'attemptId',
  'attempts',
] as const;

/** A cart, locked until the transaction ends. */
export async function loadCart(ctx: Context, id: CartId): Promise<Cart | undefined> {
  return rows(ctx)
    .selectFrom('checkout.cart')
    .select(shown)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** What of a cart was changed. */
export interface CartChange {
  readonly country?: string;
  readonly buyerId?: SubjectId;
  readonly contact?: Sealed<CartContact>;
  readonly emailIndex?: Buffer;
  readonly optionId?: string | null;
  readonly provider?: string | null;
  readonly paymentOption?: string | null;
  readonly quote: Quote;
  readonly quotedAt: Date;
}

/** Opens a cart. */
export async function insertCart(
  ctx: Context,
  cart: { id: CartId; currency: string; country: string; quote: Quote },
): Promise<Cart> {
  return rows(ctx)
    .insertInto('checkout.cart')
    .values({
      ...cart,
      version: 1,
      state: 'open',
      locale: ctx.locale,
      buyerId: null,
      contact: null,
      emailIndex: null,
      optionId: null,
      provider: null,
      paymentOption: null,
      quotedAt: ctx.now,
      attemptId: null,
      attempts: 0,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .returning(shown)
    .executeTakeFirstOrThrow();
}

export async function updateCart(ctx: Context, cartId: CartId, change: CartChange): Promise<Cart> {
  return rows(ctx)
    .updateTable('checkout.cart')
    .set((eb) => ({ ...change, updatedAt: ctx.now, version: eb('version', '+', 1) }))
    .where('id', '=', cartId)
    .returning(shown)
    .executeTakeFirstOrThrow();
}

/** Chooses the way to pay of a cart that nobody is paying, in one statement. Shape: undefined when there is none such. */
export async function updatePayment(
  ctx: Context,
  cartId: CartId,
  choice: { provider: string; paymentOption: string | null },
  version: number | undefined,
): Promise<Cart | undefined> {
  return rows(ctx)
    .updateTable('checkout.cart')
    .set((eb) => ({ ...choice, updatedAt: ctx.now, version: eb('version', '+', 1) }))
    .where('id', '=', cartId)
    .where('state', '=', 'open')
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .where('attemptId', 'is', null)
    .returning(shown)
    .executeTakeFirst();
}
