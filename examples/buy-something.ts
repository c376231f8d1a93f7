/**
 * Buys the first thing that the search finds, as any program could: `node examples/buy-something.ts http://localhost:3000 notebook`.
 *
 * One request a step. The whole API is described at /api of the shop.
 */
interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

const [shop = 'http://localhost:3000', words = 'notebook'] = process.argv.slice(2);

async function ask<Answer>(
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(new URL(path, shop), {
    method,
    headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const content = (await answer.json()) as Answer & { readonly title?: string; readonly code?: string };
  if (!answer.ok) throw new Error(`${method} ${path}: ${content.title} (${content.code})`);
  return content;
}

const found = await ask<{ items: { slug: string; title: string }[] }>(
  'GET',
  `/api/store/products?limit=1&q=${encodeURIComponent(words)}`,
);
const [first] = found.items;
if (!first) throw new Error(`the shop has no ${words}`);
const product = await ask<{ variants: { offerId: string; available: boolean }[] }>(
  'GET',
  `/api/store/products/${first.slug}`,
);
const offer = product.variants.find((variant) => variant.available);
if (!offer) throw new Error(`${first.title} is sold out`);

const { id } = await ask<{ id: string }>('POST', '/api/store/carts', {});
const cart = `/api/store/carts/${id}`;
await ask('POST', `${cart}/lines`, { offerId: offer.offerId, quantity: 1 });
await ask('PUT', `${cart}/contact`, {
  email: 'reader@example.org',
  name: 'Robin Reader',
  shippingAddress: {
    name: 'Robin Reader',
    line1: 'Hauptstraße 5',
    postcode: '10115',
    city: 'Berlin',
    country: 'DE',
  },
});
const delivery = await ask<{ items: { id: string; name: string }[] }>('GET', `${cart}/shipping-options`);
await ask('PUT', `${cart}/shipping`, { optionId: delivery.items[0]?.id });
await ask('POST', `${cart}/payment`, { provider: 'bank-transfer' });
const { totals } = await ask<{ totals: { total: Money } }>('GET', cart);
const { orders } = await ask<{ orders: { number: string; url: string }[] }>(
  'POST',
  `${cart}/complete`,
  { expectedTotal: totals.total },
  { 'idempotency-key': crypto.randomUUID() },
);

console.log(`Bought ${first.title} for ${totals.total.amountMinor / 100} ${totals.total.currency}.`);
for (const order of orders) console.log(`Order ${order.number}: ${new URL(order.url, shop).href}`);
