import { Type } from 'typebox';
import { CountryCode, IdText, MoneyShape, Shape, versionIn } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import type { AttemptId, CartId, CartLineId } from './cart.ts';
import { addLine, changeLine } from './change-lines.ts';
import { choosePayment, paymentOptions } from './choose-payment.ts';
import { chooseShipping, shippingOptions } from './choose-shipping.ts';
import { complete } from './complete.ts';
import { cartUnderWay, getCart } from './get-cart.ts';
import { openCart } from './open-cart.ts';
import { setContact } from './set-contact.ts';
import { abandonAttempt, settleAttempt } from './settle-attempt.ts';
import {
  CartShape,
  CompletionShape,
  ContactShape,
  DeliveryOptionShape,
  PaymentMethodShape,
} from './shapes.ts';

const byCart = Shape({ id: IdText });
const byLine = Shape({ id: IdText, lineId: IdText });
const Quantity = Type.Integer({ minimum: 1, maximum: 9999 });
const NewLine = Shape({ offerId: IdText, quantity: Quantity });
const config = { audience: 'public', purpose: 'checkout' } as const;

const cartIdOf = (request: { params: { id: string } }): CartId => asId<CartId>(request.params.id);
const lineOf = (line: { offerId: string; quantity: number }) => ({
  offerId: asId<OfferId>(line.offerId),
  quantity: line.quantity,
});

export function routes(http: Http): void {
  http.post(
    '/api/store/carts',
    {
      config: { ...config, says: 'Opens a cart, with its first line if there is one.' },
      schema: {
        body: Shape({ country: Type.Optional(CountryCode), line: Type.Optional(NewLine) }),
        response: { 201: CartShape },
      },
    },
    async (request, reply) => {
      const { country, line } = request.body;
      return reply
        .code(201)
        .send(await request.work((ctx) => openCart(ctx, { country, line: line && lineOf(line) })));
    },
  );

  http.get(
    '/api/store/carts/:id',
    {
      config: { ...config, says: 'Shows a cart at today’s prices.' },
      schema: { params: byCart, response: { 200: CartShape } },
    },
    (request) => request.work((ctx) => getCart(ctx, cartIdOf(request))),
  );

  http.post(
    '/api/store/carts/:id/lines',
    {
      config: { ...config, says: 'Puts pieces of an offer into a cart.' },
      schema: { params: byCart, body: NewLine, response: { 200: CartShape } },
    },
    (request) => request.work((ctx) => addLine(ctx, cartIdOf(request), lineOf(request.body))),
  );

  http.patch(
    '/api/store/carts/:id/lines/:lineId',
    {
      config: { ...config, says: 'Sets how many pieces of a line are in a cart; 0 takes it out.' },
      schema: {
        params: byLine,
        body: Shape({ quantity: Type.Integer({ minimum: 0, maximum: 9999 }) }),
        response: { 200: CartShape },
      },
    },
    (request) =>
      request.work((ctx) =>
        changeLine(
          ctx,
          cartIdOf(request),
          asId<CartLineId>(request.params.lineId),
          request.body.quantity,
          versionIn(request),
        ),
      ),
  );

  http.delete(
    '/api/store/carts/:id/lines/:lineId',
    {
      config: { ...config, says: 'Takes a line out of a cart.' },
      schema: { params: byLine, response: { 200: CartShape } },
    },
    (request) =>
      request.work((ctx) =>
        changeLine(ctx, cartIdOf(request), asId<CartLineId>(request.params.lineId), 0, versionIn(request)),
      ),
  );

  http.put(
    '/api/store/carts/:id/contact',
    {
      config: {
        ...config,
        asksAge: true,
        says: 'Notes whom the cart is for and where it goes; addresses are checked by the rules of their country.',
      },
      schema: { params: byCart, body: ContactShape, response: { 200: CartShape } },
    },
    (request) => request.work((ctx) => setContact(ctx, cartIdOf(request), request.body, versionIn(request))),
  );

  http.get(
    '/api/store/carts/:id/shipping-options',
    {
      config: { ...config, says: 'Lists the ways in which the cart can get to its address.' },
      schema: { params: byCart, response: { 200: Shape({ items: Type.Array(DeliveryOptionShape) }) } },
    },
    async (request) => ({ items: await request.work((ctx) => shippingOptions(ctx, cartIdOf(request))) }),
  );

  http.put(
    '/api/store/carts/:id/shipping',
    {
      config: { ...config, says: 'Chooses how the cart gets to its address.' },
      schema: {
        params: byCart,
        body: Shape({ optionId: Type.String({ maxLength: 64 }) }),
        response: { 200: CartShape },
      },
    },
    (request) =>
      request.work((ctx) =>
        chooseShipping(ctx, cartIdOf(request), request.body.optionId, versionIn(request)),
      ),
  );

  paymentRoutes(http);
}

function paymentRoutes(http: Http): void {
  http.get(
    '/api/store/carts/:id/payment-options',
    {
      config: { ...config, says: 'Lists the ways to pay for a cart.' },
      schema: { params: byCart, response: { 200: Shape({ items: Type.Array(PaymentMethodShape) }) } },
    },
    async (request) => {
      const methods = await request.work((ctx) => paymentOptions(ctx, request.house, cartIdOf(request)));
      return {
        items: methods.map(({ provider, label, options }) => ({ provider, label, options: [...options] })),
      };
    },
  );

  http.post(
    '/api/store/carts/:id/payment',
    {
      config: { ...config, says: 'Chooses the way to pay and returns what the browser needs for it.' },
      schema: {
        params: byCart,
        body: Shape({
          provider: Type.String({ maxLength: 40 }),
          option: Type.Optional(Type.String({ maxLength: 40 })),
        }),
        response: { 200: Shape({ cart: CartShape, method: PaymentMethodShape }) },
      },
    },
    async (request) => {
      const chosen = await request.work((ctx) =>
        choosePayment(ctx, request.house, cartIdOf(request), request.body, versionIn(request)),
      );
      const { provider, label, options } = chosen.method;
      return { cart: chosen.cart, method: { provider, label, options: [...options] } };
    },
  );

  http.post(
    '/api/store/carts/:id/payment/cancel',
    {
      config: {
        ...config,
        says: 'Lets go of the payment under way, so that the cart can be changed or paid in another way.',
      },
      schema: { params: byCart, response: { 200: Shape({ state: Type.String() }) } },
    },
    async (request) => {
      const attempt = await request.work((ctx) => cartUnderWay(ctx, cartIdOf(request)));
      if (!attempt) return { state: 'free' };
      const { kind } = await abandonAttempt(request.house, request.tenant, attempt);
      return { state: kind === 'declined' ? 'free' : kind };
    },
  );

  http.post(
    '/api/store/carts/:id/complete',
    {
      config: {
        ...config,
        says: 'Makes an order of the cart; pressing twice places once.',
        idempotency: 'required',
      },
      schema: {
        params: byCart,
        body: Shape({ expectedTotal: MoneyShape }),
        response: { 200: CompletionShape },
      },
    },
    (request) => {
      const { amountMinor, currency } = request.body.expectedTotal;
      const agreed = {
        totalMinor: BigInt(amountMinor),
        currency,
        origin: `${request.protocol}://${request.host}`,
      };
      return complete(request, cartIdOf(request), agreed);
    },
  );

  http.get(
    '/checkout/return/:attempt',
    {
      config: {
        ...config,
        purpose: 'pay',
        says: 'Where a buyer comes back to after confirming a payment elsewhere.',
        page: true,
      },
      schema: { params: Shape({ attempt: IdText }) },
    },
    async (request, reply) => {
      const settled = await settleAttempt(
        request.house,
        request.tenant,
        asId<AttemptId>(request.params.attempt),
      );
      const token = settled.kind === 'placed' ? settled.orders[0]?.token : undefined;
      return reply.redirect(
        token === undefined ? `/checkout?payment=${settled.kind}` : `/orders/${token}?placed=1`,
        303,
      );
    },
  );
}
