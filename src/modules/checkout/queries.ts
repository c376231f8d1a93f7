import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Sealed } from '#kernel/registry.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Cart, CartContact, CartId, CartLine, CartLineId, LoadedCart, Quote } from './cart.ts';
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
] as const;

/** A cart with its lines and the attempt under way, locked, in one statement. */
export async function loadCart(ctx: Context, id: CartId): Promise<LoadedCart | undefined> {
  const tenant = ctx.tenant.id;
  const row = await rows(ctx)
    .selectFrom('checkout.cart as cart')
    .select(shown.map((name) => `cart.${name}` as const))
    .select([
      sql<CartLine[]>`coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'offerId', l.offer_id, 'quantity', l.quantity) order by l.id)
        from checkout.cart_line l where l.tenant_id = ${tenant} and l.cart_id = cart.id), '[]')`.as('lines'),
      sql<LoadedCart['activeAttempt']>`(select a.id from checkout.checkout_attempt a
        where a.tenant_id = ${tenant} and a.cart_id = cart.id and a.state in ('paying', 'completing'))`.as('activeAttempt'),
      sql<boolean>`exists (select 1 from checkout.checkout_attempt a where a.tenant_id = ${tenant} and a.cart_id = cart.id)`.as('hadAttempts'),
    ])
    .where('cart.id', '=', id)
    .forUpdate('cart')
    .executeTakeFirst();
  return row;
}

/** What of a cart was changed. */
export interface CartChange {
  readonly country?: string;
  readonly buyerId?: SubjectId;
  readonly contact?: Sealed<CartContact>;
  readonly optionId?: string | null;
  readonly provider?: string | null;
  readonly paymentOption?: string | null;
  readonly quote: Quote;
  readonly quotedAt: Date;
}

const changed = (ctx: Context, change: CartChange) => ({ ...change, updatedAt: ctx.now });

/** Opens a cart, with its first line when there is one, in one statement. */
export async function insertCart(
  ctx: Context,
  cart: { id: CartId; currency: string; country: string; quote: Quote },
  line: CartLine | undefined,
): Promise<Cart> {
  const values = {
    ...cart,
    ...changed(ctx, { quote: cart.quote, quotedAt: ctx.now }),
    version: 1,
    state: 'open' as const,
    locale: ctx.locale,
    buyerId: null,
    contact: null,
    optionId: null,
    provider: null,
    paymentOption: null,
    createdAt: ctx.now,
  };
  if (!line) return rows(ctx).insertInto('checkout.cart').values(values).returning(shown).executeTakeFirstOrThrow();
  return rows(ctx)
    .with('opened', (db) => db.insertInto('checkout.cart').values(values).returning(shown))
    .with('lined', (db) => db.insertInto('checkout.cart_line').values({ ...line, cartId: cart.id }))
    .selectFrom('opened')
    .selectAll()
    .executeTakeFirstOrThrow();
}

/** Puts a line into a cart, or changes its quantity, and notes the new quote. */
export async function upsertLine(ctx: Context, cartId: CartId, line: CartLine, change: CartChange): Promise<Cart> {
  return rows(ctx)
    .with('lined', (db) =>
      db
        .insertInto('checkout.cart_line')
        .values({ ...line, cartId })
        .onConflict((clash) => clash.columns(['tenantId', 'cartId', 'offerId']).doUpdateSet({ quantity: line.quantity })),
    )
    .updateTable('checkout.cart')
    .set((eb) => ({ ...changed(ctx, change), version: eb('version', '+', 1) }))
    .where('id', '=', cartId)
    .returning(shown)
    .executeTakeFirstOrThrow();
}

export async function deleteLine(ctx: Context, cartId: CartId, lineId: CartLineId, change: CartChange): Promise<Cart> {
  return rows(ctx)
    .with('lined', (db) => db.deleteFrom('checkout.cart_line').where('id', '=', lineId).where('cartId', '=', cartId))
    .updateTable('checkout.cart')
    .set((eb) => ({ ...changed(ctx, change), version: eb('version', '+', 1) }))
    .where('id', '=', cartId)
    .returning(shown)
    .executeTakeFirstOrThrow();
}

export async function updateCart(ctx: Context, cartId: CartId, change: CartChange): Promise<Cart> {
  return rows(ctx)
    .updateTable('checkout.cart')
    .set((eb) => ({ ...changed(ctx, change), version: eb('version', '+', 1) }))
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
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('checkout.checkout_attempt as attempt')
            .select('attempt.id')
            .where('attempt.cartId', '=', cartId)
            .where('attempt.state', 'in', ['paying', 'completing']),
        ),
      ),
    )
    .returning(shown)
    .executeTakeFirst();
}

/** Removes carts that nobody touched since then, with the people sealed in them. Shape: how many. */
export async function deleteStaleCarts(ctx: Context, before: Date, limit: number): Promise<number> {
  const gone = await rows(ctx)
    .deleteFrom('checkout.cart')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('checkout.cart')
        .select('id')
        .where('updatedAt', '<', before)
        .orderBy('updatedAt')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning('id')
    .execute();
  return gone.length;
}
