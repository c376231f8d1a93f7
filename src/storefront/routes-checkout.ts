import type { FastifyReply, FastifyRequest, Http } from '#kernel/http.ts';
import { Refusal } from '#kernel/refusal.ts';
import {
  abandonAttempt,
  cartUnderWay,
  choosePayment,
  chooseShipping,
  complete,
  setContact,
} from '#modules/checkout/index.ts';
import type { CartId, CartView, Completion } from '#modules/checkout/index.ts';
import { dropCartCookie } from './cart-cookie.ts';
import { checkoutView } from './checkout-state.ts';
import type { Moment } from './checkout-state.ts';
import { nextStep } from './checkout-view.ts';
import { cartIdOf, findCart } from './find-cart.ts';
import { FormBody, problemsOf } from './form-body.ts';
import type { FormFields } from './form-body.ts';
import { checkoutPage, pendingPage } from './pages/checkout.ts';
import { typedAddress } from './parts/address-fields.ts';
import { addressOf, originOf, ownPath, showPage } from './show.ts';
import { checkoutWords } from './words/checkout.ts';

const config = { audience: 'public', purpose: 'checkout', page: true, idempotency: 'off' } as const;
const body = { body: FormBody };

/** The checkout: one page, and a form for each of its steps. */
export function checkoutRoutes(http: Http): void {
  http.get('/checkout', { config: { ...config, says: 'The checkout.' } }, async (request, reply) => {
    const query = addressOf(request).searchParams;
    const id = cartIdOf(request);
    const attempt = id && (await findUnderWay(request, id));
    if (attempt) return showPending(request, reply, attempt);
    return showCheckout(request, reply, {
      edit: query.get('edit'),
      notice: noticeOf(query.get('payment'), request),
    });
  });

  http.post(
    '/checkout/contact',
    { config: { ...config, says: 'Notes whom the cart is for and where it goes.' }, schema: body },
    async (request, reply) => {
      const fields = request.body;
      if (fields['step'] === 'country')
        return showCheckout(request, reply, { edit: 'contact', typed: fields });
      return step(request, reply, { edit: 'contact', typed: fields }, (id) =>
        request.work((ctx) => setContact(ctx, id, contactOf(fields))),
      );
    },
  );

  http.post(
    '/checkout/delivery',
    { config: { ...config, says: 'Chooses how the cart gets to its address.' }, schema: body },
    async (request, reply) =>
      step(request, reply, { edit: 'delivery' }, (id) =>
        request.work((ctx) => chooseShipping(ctx, id, request.body['optionId'] ?? '')),
      ),
  );

  http.post(
    '/checkout/payment',
    { config: { ...config, says: 'Chooses the way to pay.' }, schema: body },
    async (request, reply) => {
      const provider = request.body['provider'] ?? '';
      const option = request.body[`option.${provider}`];
      return step(
        request,
        reply,
        { edit: 'payment' },
        async (id) =>
          (await request.work((ctx) => choosePayment(ctx, request.house, id, { provider, option }))).cart,
      );
    },
  );

  http.post(
    '/checkout/payment/cancel',
    { config: { ...config, says: 'Lets go of the payment under way.' } },
    async (request, reply) => {
      const id = cartIdOf(request);
      const attempt = id && (await findUnderWay(request, id));
      if (!attempt) return reply.redirect('/checkout', 303);
      const { kind } = await abandonAttempt(request.house, request.tenant, attempt);
      return reply.redirect(`/checkout?payment=${kind === 'declined' ? 'cancelled' : kind}`, 303);
    },
  );

  http.post(
    '/checkout/complete',
    { config: { ...config, says: 'Makes an order of the cart; pressing twice places once.' }, schema: body },
    async (request, reply) => {
      const id = cartIdOf(request);
      if (!id) return reply.redirect('/cart', 303);
      const total = request.body['expectedTotal'] ?? '';
      const agreed = {
        totalMinor: /^\d{1,15}$/.test(total) ? BigInt(total) : -1n,
        currency: request.tenant.currency,
        origin: originOf(request),
      };
      try {
        return goOn(request, reply, await complete(request, id, agreed));
      } catch (error) {
        const isTotal = error instanceof Refusal && error.code === 'checkout.totalChanged';
        const [problem] = problemsOf(error, request);
        return showCheckout(
          request,
          reply,
          { notice: isTotal ? checkoutWords(request.locale).changed : (problem?.says ?? null) },
          409,
        );
      }
    },
  );
}

/** Where the reader goes after pressing the button. */
function goOn(request: FastifyRequest, reply: FastifyReply, completion: Completion): FastifyReply {
  const [order] = completion.orders;
  if (completion.state === 'placed' && order) {
    dropCartCookie(request, reply);
    return reply.redirect(`/orders/${encodeURIComponent(order.token)}?placed=1`, 303);
  }
  if (completion.state === 'needs_action' && completion.action)
    return reply.redirect(ownPath(completion.action.url, '/checkout'), 303);
  return reply.redirect(`/checkout?payment=${completion.state}`, 303);
}

/** One step: done and on to the next, or the same again with what was wrong. */
async function step(
  request: FastifyRequest,
  reply: FastifyReply,
  moment: Moment,
  change: (id: CartId) => Promise<CartView>,
): Promise<FastifyReply> {
  const id = cartIdOf(request);
  if (!id) return reply.redirect('/cart', 303);
  try {
    const cart = await change(id);
    const next = nextStep(cart);
    return await reply.redirect(`/checkout#${next}`, 303);
  } catch (error) {
    const found = problemsOf(error, request);
    const problems = found.map(({ field, says }) => ({
      field: field.replace(/^(shipping|billing)Address\./, '$1.'),
      says,
    }));
    return showCheckout(request, reply, { ...moment, problems }, 422);
  }
}

async function showCheckout(
  request: FastifyRequest,
  reply: FastifyReply,
  moment: Moment,
  status = 200,
): Promise<FastifyReply> {
  const cart: CartView | null = await findCart(request, reply);
  if (!cart || cart.lines.length === 0 || cart.problems.length > 0) return reply.redirect('/cart', 303);
  const main = checkoutPage(await checkoutView(request, cart, moment), request.locale);
  return showPage(
    request,
    reply,
    { title: checkoutWords(request.locale).title, private: true, bare: true, main },
    status,
  );
}

function showPending(request: FastifyRequest, reply: FastifyReply, attempt: string): Promise<FastifyReply> {
  return showPage(request, reply, {
    title: checkoutWords(request.locale).pendingTitle,
    private: true,
    bare: true,
    main: pendingPage(attempt, request.locale),
  });
}

/** The payment under way on the cart; a cart that is gone has none. */
async function findUnderWay(request: FastifyRequest, id: CartId) {
  try {
    return await request.work((ctx) => cartUnderWay(ctx, id));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'checkout.noSuchCart') return null;
    throw error;
  }
}

function noticeOf(outcome: string | null, request: FastifyRequest): string | null {
  const say = checkoutWords(request.locale);
  const known: Readonly<Record<string, string>> = {
    declined: say.declined,
    cancelled: say.cancelled,
    returned: say.returned,
  };
  return known[outcome ?? ''] ?? null;
}

function contactOf(fields: FormFields) {
  const billingAddress = fields['billOther'] === 'yes' ? typedAddress('billing', fields) : null;
  return {
    email: fields['email'] ?? '',
    shippingAddress: typedAddress('shipping', fields),
    billingAddress,
    oldEnough: fields['oldEnough'] === 'yes' ? true : undefined,
  };
}
