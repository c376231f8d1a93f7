import type { Cart, Order, Picture, Product, ProductCard, Variant } from './model.ts';

const euro = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

export const aPicture = (name: string): Picture => ({
  id: name,
  alt: `A picture of ${name}`,
  width: 1280,
  height: 1600,
  urls: {
    small: `/media/${name}/small.webp`,
    medium: `/media/${name}/medium.webp`,
    large: `/media/${name}/large.webp`,
  },
});

/** A variant of a mug; `has` says what is special about it. */
export const aVariant = (options: readonly string[], has: Partial<Variant> = {}): Variant => ({
  id: `variant-${options.join('-')}`,
  offerId: `offer-${options.join('-')}`,
  title: options.join(' / '),
  options,
  sku: `MUG-${options.join('-')}`,
  gtin: null,
  price: euro(2400),
  compareAt: null,
  lowest30: null,
  available: true,
  left: null,
  weightGrams: 420,
  pictureId: null,
  ...has,
});

export const aProduct = (has: Partial<Product> = {}): Product => ({
  id: 'product',
  slug: 'mug',
  title: 'Mug',
  descriptionHtml: '<p>A mug.</p>',
  vendor: 'The Pottery',
  pictures: [aPicture('mug')],
  options: [{ name: 'Colour', values: ['Sand', 'Blue'] }],
  variants: [aVariant(['Sand']), aVariant(['Blue'], { available: false })],
  attributes: [],
  category: [],
  collections: [],
  tags: [],
  seoTitle: null,
  seoDescription: null,
  condition: 'new',
  updatedAt: '2026-11-20T10:00:00.000Z',
  ...has,
});

export const aCard = (has: Partial<ProductCard> = {}): ProductCard => ({
  id: 'product',
  slug: 'mug',
  title: 'Mug',
  vendor: null,
  picture: aPicture('mug'),
  price: euro(2400),
  priceTo: null,
  compareAt: null,
  lowest30: null,
  available: true,
  condition: 'new',
  ...has,
});

export const aCart = (has: Partial<Cart> = {}): Cart => ({
  id: 'cart',
  version: 1,
  currency: 'EUR',
  country: 'DE',
  pricesIncludeTax: true,
  lines: [
    {
      id: 'line',
      offerId: 'offer',
      slug: 'mug',
      title: 'Mug',
      variantTitle: 'Sand',
      sku: 'MUG',
      picture: null,
      quantity: 2,
      unitPrice: euro(2400),
      total: euro(4800),
      available: true,
      problem: null,
    },
  ],
  contact: null,
  shipping: null,
  payment: null,
  totals: {
    goods: euro(4800),
    delivery: null,
    tax: euro(766),
    taxIncluded: true,
    total: euro(4800),
    taxes: [{ label: 'VAT', rateBp: 1900, tax: euro(766) }],
  },
  missing: ['contact', 'shipping', 'payment'],
  problems: [],
  ...has,
});

export const anOrder = (has: Partial<Order> = {}): Order => ({
  number: '1001',
  token: 'a-secret-token',
  placedAt: '2026-11-22T18:20:00.000Z',
  state: 'placed',
  paymentState: 'captured',
  fulfilmentState: 'pending',
  currency: 'EUR',
  lines: [],
  totals: {
    goods: euro(4800),
    delivery: euro(490),
    tax: euro(845),
    taxIncluded: true,
    total: euro(5290),
    taxes: [],
  },
  contact: null,
  payment: { provider: 'bank-transfer', label: 'Bank transfer', instructions: null },
  fulfilments: [],
  refunds: [],
  timeline: [],
  mayCancel: true,
  ...has,
});
