import { html, trusted } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { showNumber } from '../format.ts';
import type { ProductView } from '../product-view.ts';
import { buyBox } from '../parts/buy-box.ts';
import { conditionWord } from '../parts/card.ts';
import { dataBlock, productData, trailData } from '../parts/json-ld.ts';
import { shot } from '../parts/picture.ts';
import { frameWords } from '../words/frame.ts';
import { productWords } from '../words/product.ts';

/** The product page: pictures, the box to buy from, then the reading. */
export function productPage(view: ProductView, locale: Locale): Html {
  const { product } = view;
  const say = productWords(locale);
  const steps = [
    { title: frameWords(locale).home, path: '/' },
    ...product.collections
      .slice(0, 1)
      .map(({ slug, title }) => ({ title, path: `/collections/${encodeURIComponent(slug)}` })),
  ];
  const here = { title: product.title, path: `/products/${encodeURIComponent(product.slug)}` };
  return html`<div class="wrap">
      <nav class="page-trail" aria-label="${say.trail}">
        <ol class="trail" role="list">
          ${steps.map((step) => html`<li><a href="${step.path}">${step.title}</a></li>`)}
        </ol>
      </nav>
      <div class="product" id="product">${gallery(view, locale)} ${buyBox(view, locale)}</div>
      <div class="product-text">
        <section aria-labelledby="about">
          <h2 id="about">${say.description}</h2>
          <div class="prose">${trusted(product.descriptionHtml)}</div>
        </section>
        <section aria-labelledby="details">
          <h2 id="details">${say.details}</h2>
          ${details(view, locale)}
        </section>
      </div>
    </div>
    ${dataBlock(productData(product, view))}${dataBlock(trailData([...steps, here], view.origin))}`;
}

function gallery({ product, variant }: ProductView, locale: Locale): Html {
  const say = productWords(locale);
  const first = product.pictures.find((picture) => picture.id === variant?.pictureId);
  const pictures = first
    ? [first, ...product.pictures.filter((picture) => picture !== first)]
    : product.pictures;
  if (pictures.length === 0)
    return html`<div class="gallery"><div>${shot(null, { sizes: '50vw' })}</div></div>`;
  return html`<div class="gallery" id="gallery" role="group" aria-label="${say.pictures}">
    ${pictures.map(
      (picture, index) =>
        html`<a
          href="${picture.urls.large}"
          aria-label="${picture.alt ? `${picture.alt}. ` : ''}${say.enlarge(index + 1, pictures.length)}"
          >${shot(picture, {
            sizes: index === 0 ? '(width >= 56rem) 55vw, 88vw' : '(width >= 56rem) 27vw, 88vw',
            first: index === 0,
            silent: true,
          })}</a
        >`,
    )}
  </div>`;
}

function details({ product, variant }: ProductView, locale: Locale): Html {
  const say = productWords(locale);
  const condition = conditionWord(product.condition, locale);
  const rows: (readonly [string, string])[] = product.attributes.map(
    ({ label, value }) => [label, value] as const,
  );
  if (condition) rows.push([say.condition, condition]);
  if (product.vendor) rows.push([say.vendor, product.vendor]);
  if (variant && variant.weightGrams > 0) rows.push([say.weight, weight(variant.weightGrams, locale)]);
  if (variant?.sku) rows.push([say.sku, variant.sku]);
  if (variant?.gtin) rows.push([say.gtin, variant.gtin]);
  return html`<dl class="facts" id="facts">
    ${rows.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

const weight = (grams: number, locale: Locale): string =>
  grams >= 1000 ? `${showNumber(grams / 1000, locale)} kg` : `${showNumber(grams, locale)} g`;
