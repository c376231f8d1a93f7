import { cached } from '#kernel/cache.ts';
import { Shape } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { presentMoney } from '#kernel/http.ts';
import { currency, money } from '#kernel/money.ts';
import { getProduct } from '#modules/catalog/index.ts';
import type { Product } from '#modules/catalog/index.ts';
import { deliveryOptions } from '#modules/pricing/index.ts';
import { Type } from 'typebox';
import { choiceQuery, openingChoice, readChoice, variantOf } from './choice.ts';
import { showDays } from './format.ts';
import type { Page } from './page.ts';
import { productPage } from './pages/product.ts';
import type { ProductView } from './product-view.ts';
import { recentlySeen } from './recently-seen.ts';
import { addressOf, originOf, showPage, wantsPart } from './show.ts';

/** The product page. */
export function productRoutes(http: Http): void {
  http.get(
    '/products/:slug',
    {
      config: {
        audience: 'public',
        purpose: 'browse',
        page: true,
        says: 'One product, with one of its variants chosen.',
      },
      schema: { params: Shape({ slug: Type.String({ maxLength: 200 }) }) },
    },
    async (request, reply) => {
      const { slug } = request.params;
      const { searchParams, search } = addressOf(request);
      const product = await productOf(request, slug);
      if (product.slug !== slug)
        return reply.redirect(`/products/${encodeURIComponent(product.slug)}${search}`, 301);

      const choice = openingChoice(product, readChoice(product, Object.fromEntries(searchParams)));
      // htmx sends the whole form along; the address that stays holds only what was chosen.
      if (wantsPart(request))
        reply.header(
          'hx-replace-url',
          `/products/${encodeURIComponent(product.slug)}?${choiceQuery(choice)}`,
        );
      const key = `product-page ${request.locale} ${originOf(request)} ${product.slug} ${choiceQuery(choice)}`;
      const page = await cached(request.tenant.id, key, async () =>
        // Asked for again inside, so that the page is as old as its product and no younger.
        makePage(request, await productOf(request, slug), choice),
      );
      const personal = await recentlySeen(request, reply, product, productOf);
      return showPage(request, reply, personal ? { ...page, personal } : page);
    },
  );
}

/** A product by its address of today or of before. Refuses: catalog.productGone. */
export const productOf = (request: FastifyRequest, slug: string): Promise<Product> =>
  cached(request.tenant.id, `product ${request.locale} ${slug}`, () =>
    request.work((ctx) => getProduct(ctx, slug)),
  );

async function makePage(request: FastifyRequest, product: Product, choice: readonly string[]): Promise<Page> {
  const { tenant, locale } = request;
  const variant = variantOf(product, choice);
  const delivery = await deliveryFor(request, variant);
  const view = {
    product,
    choice,
    variant,
    pricesIncludeTax: tenant.pricesIncludeTax,
    delivery,
    origin: originOf(request),
    shopName: tenant.name,
  };
  const picture = product.pictures[0];
  return {
    title: product.seoTitle ?? product.title,
    description: product.seoDescription ?? excerpt(product.descriptionHtml),
    kind: 'product',
    ...(picture ? { picture: picture.urls.large } : {}),
    main: productPage(view, locale),
  };
}

/** The cheapest way to an address in the shop's own country: most readers live there, and nobody was asked where they live. */
async function deliveryFor(
  request: FastifyRequest,
  variant: ProductView['variant'],
): Promise<ProductView['delivery']> {
  if (!variant?.price) return null;
  const { tenant, house, locale } = request;
  const goodsMinor = BigInt(variant.price.amountMinor);
  const options = await request.work((ctx) =>
    deliveryOptions(ctx, {
      country: tenant.country,
      currency: tenant.currency,
      weightGrams: variant.weightGrams,
      goodsMinor,
    }),
  );
  const [cheapest] = options.toSorted((a, b) => Number(a.priceMinor - b.priceMinor));
  if (!cheapest) return null;
  return {
    price: presentMoney(money(cheapest.priceMinor, currency(tenant.currency))),
    country: tenant.country,
    days: showDays(house.clock(), cheapest.minDays, cheapest.maxDays, locale),
  };
}

/** The beginning of a description, cut at a word, for search engines. */
function excerpt(markup: string): string {
  const text = markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length <= 160 ? text : `${text.slice(0, 157).replace(/\s+\S*$/, '')}…`;
}
