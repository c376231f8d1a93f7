import { findCookie, isPermitted } from '#kernel/browser-items.ts';
import type { FastifyReply, FastifyRequest } from '#kernel/http.ts';
import { html } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import { Refusal } from '#kernel/refusal.ts';
import { cookies, setCookie } from './cookies.ts';
import type { Price, Product, ProductCard } from './model.ts';
import { productCard } from './parts/card.ts';
import { choicesWords } from './words/choices.ts';

const mostKept = 8;
const mostShown = 4;
const longestSlug = 100;

type Look = (request: FastifyRequest, slug: string) => Promise<Product>;

/**
 * What this reader looked at before, for those who allowed it and only where the shop has it turned on; and remembers in
 * their browser what they look at now. For everybody else nothing is kept and the page is the same as anybody's.
 *
 * Source: clauses OK-3, OK-7, K7-40.
 */
export async function recentlySeen(
  request: FastifyRequest,
  reply: FastifyReply,
  product: Product,
  look: Look,
): Promise<Html | undefined> {
  const item = findCookie(cookies.seen.name);
  if (!item || !isPermitted(await request.browser(), item)) return undefined;
  const before = slugsIn(request.cookies[cookies.seen.name]).filter((slug) => slug !== product.slug);
  if (product.slug.length <= longestSlug) {
    const now = [product.slug, ...before].slice(0, mostKept).join('~');
    if (now !== request.cookies[cookies.seen.name])
      setCookie(reply, 'seen', now, request.protocol === 'https');
  }
  const found = await Promise.all(before.slice(0, mostShown).map((slug) => findProduct(request, slug, look)));
  const cards = found.flatMap((one) => (one && one.slug !== product.slug ? [cardOf(one)] : []));
  return cards.length === 0 ? undefined : strip(cards, request);
}

const slugsIn = (value: string | undefined): string[] =>
  (value ?? '')
    .split('~')
    .filter((slug) => slug !== '' && slug.length <= longestSlug)
    .slice(0, mostKept);

async function findProduct(request: FastifyRequest, slug: string, look: Look): Promise<Product | undefined> {
  try {
    return await look(request, slug);
  } catch (error) {
    if (error instanceof Refusal && error.status < 500) return undefined; // no longer on sale: nothing to show again
    throw error;
  }
}

function cardOf(product: Product): ProductCard {
  const prices = product.variants.flatMap(({ price }) => (price ? [price] : []));
  const [cheapest = null] = prices.toSorted((a, b) => a.amountMinor - b.amountMinor);
  const dearest: Price | null = prices.toSorted((a, b) => b.amountMinor - a.amountMinor)[0] ?? null;
  return {
    id: product.id,
    slug: product.slug,
    title: product.title,
    vendor: product.vendor,
    picture: product.pictures[0] ?? null,
    price: cheapest,
    priceTo: dearest?.amountMinor === cheapest?.amountMinor ? null : dearest,
    compareAt: null,
    lowest30: null,
    available: product.variants.some(({ available }) => available),
    condition: product.condition,
  };
}

function strip(cards: readonly ProductCard[], { locale }: FastifyRequest): Html {
  return html`<section class="wrap recently-seen" aria-labelledby="recently-seen">
    <div class="section-head"><h2 id="recently-seen">${choicesWords(locale).seen}</h2></div>
    <ul class="grid" role="list">
      ${cards.map((card) => productCard(card, locale, { level: 3 }))}
    </ul>
  </section>`;
}
