/** How a guest shops at Kontor: the store API and one page, as docs and browsers do it. */
import { textOf } from '../connection.ts';
import { Refused } from '../platform.ts';
import type { Answer, Buyer, Call, Product, Turn } from '../platform.ts';

async function ask(turn: Turn, step: string, call: Call): Promise<Answer> {
  const answer = await turn.call(call);
  if (answer.status < 200 || answer.status > 299) throw new Refused(step, answer.status, textOf(answer));
  return answer;
}

const productOf = ({ shelf, number }: Turn): Product =>
  shelf.products[number % shelf.products.length] as Product;
const first = ({ shelf }: Turn): Product => shelf.products[0] as Product;

const everything = '/api/store/products?limit=20';
const listing = (turn: Turn, path: string): Promise<Answer> => ask(turn, 'listing', { method: 'GET', path });
const detail = (turn: Turn, { slug }: Product): Promise<Answer> =>
  ask(turn, 'detail', { method: 'GET', path: `/api/store/products/${slug}` });
const page = (turn: Turn, { slug }: Product): Promise<Answer> =>
  ask(turn, 'page', { method: 'GET', path: `/products/${slug}`, headers: { accept: 'text/html' } });

const address = {
  name: 'Erika Muster',
  line1: 'Marktplatz 1',
  postcode: '20095',
  city: 'Hamburg',
  country: 'DE',
};

interface CartAnswer {
  readonly id: string;
  readonly totals: { readonly total: { readonly amountMinor: number; readonly currency: string } };
}

const cartIn = (answer: Answer): CartAnswer => JSON.parse(textOf(answer)) as CartAnswer;

/** Six calls: cart, line, contact, shipping, payment, complete. */
async function buy(turn: Turn, offerId: string, email = `buyer-${turn.number}@example.org`): Promise<void> {
  const { shippingOption = '', provider = '' } = turn.shelf.facts;
  const { id } = cartIn(await ask(turn, 'cart', { method: 'POST', path: '/api/store/carts', body: {} }));
  const cart = `/api/store/carts/${id}`;
  await ask(turn, 'line', { method: 'POST', path: `${cart}/lines`, body: { offerId, quantity: 1 } });
  const contact = { email, name: address.name, shippingAddress: address };
  await ask(turn, 'contact', { method: 'PUT', path: `${cart}/contact`, body: contact });
  await ask(turn, 'shipping', {
    method: 'PUT',
    path: `${cart}/shipping`,
    body: { optionId: shippingOption },
  });
  const paying = await ask(turn, 'payment', { method: 'POST', path: `${cart}/payment`, body: { provider } });
  const { cart: ready } = JSON.parse(textOf(paying)) as { cart: CartAnswer };
  await ask(turn, 'complete', {
    method: 'POST',
    path: `${cart}/complete`,
    body: { expectedTotal: ready.totals.total },
    headers: { 'idempotency-key': `bench-${id}` },
  });
}

interface Priced {
  readonly slug: string;
  readonly price?: { readonly amountMinor: number };
  readonly variants?: readonly { readonly price: { readonly amountMinor: number } }[];
}

export const buyer: Buyer = {
  listing: async (turn) =>
    void (await listing(turn, turn.shelf.listings[turn.number % turn.shelf.listings.length] as string)),
  detail: async (turn) => void (await detail(turn, productOf(turn))),
  page: async (turn) => void (await page(turn, productOf(turn))),
  purchase: (turn) => buy(turn, productOf(turn).offers[turn.number % 3] as string),
  sameAddress: {
    listing: async (turn) => void (await listing(turn, everything)),
    detail: async (turn) => void (await detail(turn, first(turn))),
    page: async (turn) => void (await page(turn, first(turn))),
  },
  regular: (turn) => buy(turn, productOf(turn).offers[0] as string, turn.shelf.facts['regular']),
  occasional: (turn) => buy(turn, productOf(turn).offers[0] as string, turn.shelf.facts['occasional']),
  last: (turn) => buy(turn, first(turn).offers[0] as string),
  shownPrice: {
    async listing(turn, { slug }) {
      const { items } = JSON.parse(textOf(await listing(turn, everything))) as { items: Priced[] };
      return items.find((item) => item.slug === slug)?.price?.amountMinor ?? 0;
    },
    async detail(turn, product) {
      const { variants } = JSON.parse(textOf(await detail(turn, product))) as Priced;
      return variants?.[0]?.price.amountMinor ?? 0;
    },
    async page(turn, product) {
      const shown = /"price":\s*"?([\d.]+)"?/.exec(textOf(await page(turn, product)))?.[1];
      return Math.round(Number(shown) * 100);
    },
  },
};
