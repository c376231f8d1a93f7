import { IdText, Shape } from '#kernel/http.ts';
import type { FastifyReply, FastifyRequest, Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { addLine, changeLine, openCart } from '#modules/checkout/index.ts';
import type { CartLineId, CartView } from '#modules/checkout/index.ts';
import { lineName } from './cart-count.ts';
import { dropCartCookie, readCartCookie } from './cart-cookie.ts';
import { choiceQuery, readChoice, variantOf } from './choice.ts';
import { cartIdOf, findCart, isCartGone, keepCount } from './find-cart.ts';
import { FormBody, problemsOf } from './form-body.ts';
import { cartLink } from './parts/header.ts';
import { cartPage } from './pages/cart.ts';
import { saidBar, saidWrong } from './parts/said.ts';
import { productOf } from './routes-product.ts';
import { sendPart, showPage, wantsPart } from './show.ts';
import { cartWords } from './words/cart.ts';
import { productWords } from './words/product.ts';

const config = { audience: 'public', purpose: 'checkout', page: true, idempotency: 'off' } as const;
const body = { body: FormBody };
const byLine = { params: Shape({ id: IdText }), body: FormBody };

/** The cart, as a page. */
export function cartRoutes(http: Http): void {
  http.get('/cart', { config: { ...config, says: 'The cart.' } }, async (request, reply) =>
    showCart(request, reply, await findCart(request, reply)),
  );

  http.post(
    '/cart/lines',
    { config: { ...config, says: 'Puts a product with its chosen options into the cart.' }, schema: body },
    async (request, reply) => {
      const product = await productOf(request, request.body['slug'] ?? '');
      const choice = readChoice(product, request.body);
      const variant = variantOf(
        product,
        choice.map((value) => value ?? ''),
      );
      const say = cartWords(request.locale);
      const chosenPath = `/products/${encodeURIComponent(product.slug)}?${choiceQuery(choice.map((value) => value ?? ''))}`;
      if (!variant?.available) {
        const text = variant ? say.soldOut : say.notMade;
        return wantsPart(request)
          ? sendPart(request, reply, saidWrong(text).text)
          : reply.redirect(chosenPath, 303);
      }
      const cart = await addToCart(request, reply, {
        offerId: asId<OfferId>(variant.offerId),
        quantity: quantityOf(request.body['quantity'], 1),
      });
      if (!wantsPart(request)) return reply.redirect('/cart', 303);
      const added = lineName({ title: product.title, variantTitle: variant.title });
      const words = productWords(request.locale);
      const bar = saidBar(words.added(added), { path: '/cart', label: words.viewCart });
      keepCount(request, reply, cart);
      const link = cartLink(request.locale, readCartCookie(request)?.count ?? 0);
      return sendPart(
        request,
        reply,
        `${bar.text}<hx-partial hx-target="#cart-link" hx-swap="outerHTML">${link.text}</hx-partial>`,
      );
    },
  );

  http.post(
    '/cart/lines/:id',
    { config: { ...config, says: 'Sets how many pieces of a line are in the cart.' }, schema: byLine },
    async (request, reply) =>
      setQuantity(request, reply, request.params.id, quantityOf(request.body['quantity'], 1)),
  );

  http.post(
    '/cart/lines/:id/remove',
    { config: { ...config, says: 'Takes a line out of the cart.' }, schema: { params: byLine.params } },
    async (request, reply) => setQuantity(request, reply, request.params.id, 0),
  );
}

const showCart = (
  request: FastifyRequest,
  reply: FastifyReply,
  cart: CartView | null,
  problem?: string,
): Promise<FastifyReply> =>
  showPage(
    request,
    reply,
    { title: cartWords(request.locale).title, private: true, main: cartPage(cart, request.locale, problem) },
    problem ? 422 : 200,
  );

/** Adds to this browser's cart, or to a new one when it has none or the old one became an order. */
async function addToCart(
  request: FastifyRequest,
  reply: FastifyReply,
  line: { offerId: OfferId; quantity: number },
): Promise<CartView> {
  const cart = await request
    .work((ctx) => openCartWith(request, ctx, line))
    .catch((error: unknown) => {
      if (!isCartGone(error)) throw error;
      dropCartCookie(request, reply);
      return request.work((ctx) => openCart(ctx, { line }));
    });
  keepCount(request, reply, cart);
  return cart;
}

function openCartWith(
  request: FastifyRequest,
  ctx: Parameters<typeof openCart>[0],
  line: { offerId: OfferId; quantity: number },
): Promise<CartView> {
  const id = cartIdOf(request);
  return id ? addLine(ctx, id, line) : openCart(ctx, { line });
}

/** After a change the reader is back at the cart; a change that was refused says why above it. */
async function setQuantity(
  request: FastifyRequest,
  reply: FastifyReply,
  lineId: string,
  quantity: number,
): Promise<FastifyReply> {
  const id = cartIdOf(request);
  if (!id) return reply.redirect('/cart', 303);
  try {
    const cart = await request.work((ctx) => changeLine(ctx, id, asId<CartLineId>(lineId), quantity));
    keepCount(request, reply, cart);
    return await reply.redirect('/cart', 303);
  } catch (error) {
    if (isCartGone(error)) return reply.redirect('/cart', 303);
    const [problem] = problemsOf(error, request);
    return showCart(request, reply, await findCart(request, reply), problem?.says);
  }
}

/** A whole number of pieces, whatever was typed. */
function quantityOf(text: string | undefined, least: number): number {
  const number = /^\s*\d{1,4}\s*$/.test(text ?? '') ? Number(text) : least;
  return Math.max(least, number);
}
