import { cached } from '#kernel/cache.ts';
import type { Context } from '#kernel/context.ts';
import type { FastifyRequest } from '#kernel/http.ts';
import { paymentOptions, shippingOptions } from '#modules/checkout/index.ts';
import type { CartId, CartView } from '#modules/checkout/index.ts';
import { ageAtCheckout, getAccount, listAddresses } from '#modules/identity/index.ts';
import type { AccountId } from '#modules/identity/index.ts';
import { deliveryCountries } from '#modules/pricing/index.ts';
import { isDone, nextStep, steps } from './checkout-view.ts';
import type { CheckoutView, Step } from './checkout-view.ts';
import type { FormFields } from './form-body.ts';
import type { FieldProblem } from './model.ts';
import { addressValues } from './parts/address-fields.ts';

export interface Moment {
  /** The step that the reader wants to edit. */
  readonly edit?: string | null;
  /** What the reader typed into the open step, when it is shown again. */
  readonly typed?: FormFields;
  readonly problems?: readonly FieldProblem[];
  readonly notice?: string | null;
}

/** Everything that the checkout shows at this moment. */
export async function checkoutView(
  request: FastifyRequest,
  cart: CartView,
  moment: Moment,
): Promise<CheckoutView> {
  const open = openStep(cart, moment.edit);
  const countryCodes = await servedCountries(request);
  const known = moment.typed ?? (await knownContact(request, cart));
  const { deliveryOptions, payments } = await request.work(async (ctx) => ({
    deliveryOptions: open === 'delivery' ? await shippingOptions(ctx, cart.id as CartId) : [],
    payments: open === 'payment' ? await paymentOptions(ctx, request.house, cart.id as CartId) : [],
  }));
  return {
    cart,
    open,
    values: known,
    shippingCountry: known['shipping.country'] ?? cart.country,
    billingCountry: known['billing.country'] ?? known['shipping.country'] ?? cart.country,
    billOther: known['billOther'] === 'yes',
    signedIn: request.visitor.kind === 'buyer',
    home: request.tenant.country,
    deliveryOptions,
    paymentOptions: payments,
    problems: moment.problems ?? [],
    notice: moment.notice ?? null,
    countryCodes,
    minAge: cart.contact || request.visitor.kind === 'buyer' ? undefined : ageAtCheckout(request.tenant),
    now: request.house.clock(),
  };
}

/** The step that stands open: the wanted one if it was reached before, else the first that is not done. */
function openStep(cart: CartView, edit: string | null | undefined): Step {
  const next = nextStep(cart);
  const wanted = steps.find((step) => step === edit);
  return wanted && (isDone(wanted, cart) || wanted === next) ? wanted : next;
}

const servedCountries = (request: FastifyRequest): Promise<string[]> =>
  cached(request.tenant.id, 'served countries', async () =>
    (await request.work(deliveryCountries)).map(({ code }) => code),
  );

/** What the form opens with: what the cart knows, else what the account knows, else nothing. */
async function knownContact(request: FastifyRequest, cart: CartView): Promise<FormFields> {
  const { visitor } = request;
  if (cart.contact) {
    const { email, shippingAddress, billingAddress } = cart.contact;
    return {
      email,
      ...addressValues('shipping', shippingAddress),
      ...addressValues('billing', billingAddress),
      ...(billingAddress ? { billOther: 'yes' } : {}),
    };
  }
  if (visitor.kind !== 'buyer') return {};
  const accountId = visitor.accountId as AccountId;
  return request.work(async (ctx: Context) => {
    const { email, name } = await getAccount(ctx, accountId);
    const [first] = await listAddresses(ctx, { accountId });
    return { email, 'shipping.name': name, ...addressValues('shipping', first?.address) };
  });
}
