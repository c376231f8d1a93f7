import type { FastifyReply, FastifyRequest } from '#kernel/http.ts';
import { isId } from '#kernel/ids.ts';
import { cookies, dropCookie, setCookie } from './cookies.ts';

export interface CartCookie {
  readonly id: string;
  /** How many things are in it, so that pages can say so without looking into the cart. */
  readonly count: number;
}

/** Which cart is this browser's, and how full it is; undefined when it has none. */
export function readCartCookie(request: Pick<FastifyRequest, 'cookies'>): CartCookie | undefined {
  const [id = '', count = '0'] = (request.cookies[cookies.cart.name] ?? '').split('.');
  return isId(id) ? { id, count: /^\d{1,4}$/.test(count) ? Number(count) : 0 } : undefined;
}

/** Remembers the cart and its count; the request at hand sees the new value too. */
export function keepCartCookie(request: FastifyRequest, reply: FastifyReply, cart: CartCookie): void {
  const value = `${cart.id}.${Math.min(cart.count, 9999)}`;
  if (request.cookies[cookies.cart.name] === value) return;
  request.cookies[cookies.cart.name] = value;
  setCookie(reply, 'cart', value, request.protocol === 'https');
}

/** Forgets the cart: it became an order. */
export function dropCartCookie(request: FastifyRequest, reply: FastifyReply): void {
  delete request.cookies[cookies.cart.name];
  dropCookie(reply, 'cart', request.protocol === 'https');
}
