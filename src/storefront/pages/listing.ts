import { attributes, html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { showNumber } from '../format.ts';
import type { Facet, FacetValue, Listing } from '../model.ts';
import { productCard } from '../parts/card.ts';
import { icon } from '../parts/icon.ts';
import { listingWords } from '../words/listing.ts';

export const sorts = ['newest', 'price-asc', 'price-desc', 'title'] as const;
export type Sort = (typeof sorts)[number];

/** What a list shows and where it stands. `query` holds what was asked for, without the place to go on from. */
export interface ListingView {
  readonly kind: 'all' | 'collection' | 'search';
  readonly title: string;
  readonly text: string | null;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly sort: Sort | null;
  readonly listing: Listing;
}

/** A list of goods: the same page for the whole shop, one collection and a search. */
export function listingPage(view: ListingView, locale: Locale): Html {
  const say = listingWords(locale);
  const { listing } = view;
  const facets = listing.facets.filter((facet) => facet.values.length > 0);
  const chosen = facets.flatMap((facet) =>
    facet.values.filter((value) => value.selected).map((value) => ({ facet, value })),
  );
  const filterLabel = chosen.length > 0 ? say.filterCount(chosen.length) : say.filter;
  return html`<div class="wrap">
    <header class="page-head">
      <h1>${view.title}</h1>
      ${view.text ? html`<p>${view.text}</p>` : nothing}
    </header>
    <div class="listing-body ${facets.length > 0 ? 'has-facets' : ''}">
      ${
        facets.length > 0
          ? html`<aside class="facet-column" aria-label="${say.filter}">
              ${facets.map((facet) => facetLinks(facet, view, locale))}
            </aside>`
          : nothing
      }
      <div>
        ${
          facets.length > 0
            ? html`<details class="facet-sheet">
                <summary>${icon('filter')}${filterLabel}</summary>
                <div>${facets.map((facet) => facetLinks(facet, view, locale))}</div>
              </details>`
            : nothing
        }
        ${
          chosen.length > 0
            ? html`<ul class="chosen" role="list" aria-label="${say.chosen}">
                ${chosen.map(({ facet, value }) => chosenChip(facet, value, view, locale))}
                <li><a href="${hrefWithoutFacets(view)}">${say.clear}</a></li>
              </ul>`
            : nothing
        }
        ${listing.items.length > 0 ? goods(view, locale) : emptyList(view, chosen.length > 0, locale)}
      </div>
    </div>
  </div>`;
}

function goods(view: ListingView, locale: Locale): Html {
  const say = listingWords(locale);
  const { listing } = view;
  return html`<div class="listing-tools">
      <p class="soft figures">${say.results(listing.count, showNumber(listing.count, locale))}</p>
      ${sortForm(view, locale)}
    </div>
    <ul class="grid" id="goods" role="list">
      ${listing.items.map((card, index) => productCard(card, locale, { level: 2, first: index < 2 }))}
    </ul>
    <div class="more" id="more">${listing.next ? moreLink(view, listing.next, locale) : nothing}</div>`;
}

/** A plain link to the rest of the list; with htmx the rest is added below what is there. */
function moreLink(view: ListingView, next: string, locale: Locale): Html {
  const query = new URLSearchParams(view.query);
  query.set('after', next);
  const href = `${view.path}?${query.toString()}`;
  return html`<a
    class="button"
    rel="next"
    href="${href}"
    hx-get="${href}"
    hx-target="#goods"
    hx-select="#goods > li"
    hx-swap="beforeend"
    hx-select-oob="#more"
    >${listingWords(locale).more}</a
  >`;
}

function sortForm(view: ListingView, locale: Locale): Html {
  const say = listingWords(locale);
  const labels: Readonly<Record<Sort, string>> = {
    newest: say.sortNewest,
    'price-asc': say.sortPriceUp,
    'price-desc': say.sortPriceDown,
    title: say.sortTitle,
  };
  const first = view.kind === 'search' ? html`<option value="">${say.sortRelevance}</option>` : nothing;
  const kept = [...view.query].filter(([name]) => name !== 'sort' && name !== 'lang');
  return html`<form
    class="sort"
    action="${view.path}"
    hx-get="${view.path}"
    hx-trigger="change"
    hx-target="#main"
    hx-select="#main"
    hx-push-url="true"
  >
    ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <label class="soft" for="sort">${say.sort}</label>
    <select class="input" id="sort" name="sort">
      ${first}${sorts.map(
        (sort) =>
          html`<option value="${sort}" ${attributes({ selected: sort === view.sort })}>
            ${labels[sort]}
          </option>`,
      )}
    </select>
    <button class="button without" type="submit">${say.apply}</button>
  </form>`;
}

const shownValues = 8;

/** The first values of a property; the others are a press away, and so is nothing when few are left. */
function facetLinks(facet: Facet, view: ListingView, locale: Locale): Html {
  const sorted = facet.values.toSorted((a, b) => Number(b.selected) - Number(a.selected));
  const few = facet.values.length <= shownValues + 2;
  const links = (values: readonly FacetValue[]): Html =>
    html`<ul role="list">
      ${values.map((value) => facetLink(facet, value, view, locale))}
    </ul>`;
  return html`<div class="facet">
    <h2>${facet.label}</h2>
    ${links(few ? facet.values : sorted.slice(0, shownValues))}
    ${
      few
        ? nothing
        : html`<details>
            <summary>${listingWords(locale).moreValues(facet.values.length - shownValues)}</summary>
            ${links(sorted.slice(shownValues))}
          </details>`
    }
  </div>`;
}

function facetLink(facet: Facet, value: FacetValue, view: ListingView, locale: Locale): Html {
  const current = attributes({ 'aria-current': value.selected ? 'true' : undefined });
  return html`<li>
    <a href="${hrefWith(view, facet, value)}" rel="nofollow" ${current}>
      <span>${value.label}</span> <span class="figures">${showNumber(value.count, locale)}</span>
    </a>
  </li>`;
}

function chosenChip(facet: Facet, value: FacetValue, view: ListingView, locale: Locale): Html {
  const what = `${facet.label}: ${value.label}`;
  return html`<li>
    <a href="${hrefWith(view, facet, value)}" rel="nofollow"
      ><span class="unseen">${listingWords(locale).takeOff(what)}</span
      ><span aria-hidden="true">${value.label}</span>${icon('close')}</a
    >
  </li>`;
}

/** The same list with one value more, or, when it was chosen, one less. */
function hrefWith(view: ListingView, facet: Facet, value: FacetValue): string {
  const name = `facet.${facet.name}`;
  const query = new URLSearchParams();
  for (const [key, text] of view.query) {
    if (key !== name || text !== value.value) query.append(key, text);
  }
  if (!value.selected) query.append(name, value.value);
  return address(view.path, query);
}

function hrefWithoutFacets(view: ListingView): string {
  return address(
    view.path,
    new URLSearchParams([...view.query].filter(([name]) => !name.startsWith('facet.'))),
  );
}

const address = (path: string, query: URLSearchParams): string =>
  query.size > 0 ? `${path}?${query.toString()}` : path;

function emptyList(view: ListingView, filtered: boolean, locale: Locale): Html {
  const say = listingWords(locale);
  const asked = view.query.get('q');
  if (filtered) {
    return html`<div class="empty">
      <h2>${say.none}</h2>
      <p class="soft">${say.noneHelp}</p>
      <p><a class="button" href="${hrefWithoutFacets(view)}">${say.clear}</a></p>
    </div>`;
  }
  if (view.kind === 'search' && !asked)
    return html`<div class="empty"><p class="soft">${say.searchHint}</p></div>`;
  if (view.kind === 'search') {
    return html`<div class="empty">
      <h2>${say.noneFound(asked ?? '')}</h2>
      <p class="soft">${say.noneFoundHelp}</p>
      <p><a class="button" href="/products">${say.heroLink}</a></p>
    </div>`;
  }
  return html`<div class="empty">
    <h2>${say.nothingYet}</h2>
    <p class="soft">${say.nothingYetHelp}</p>
  </div>`;
}
