import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { cookieCategories } from '#kernel/browser-items.ts';
import type { BrowserItem } from '#kernel/browser-items.ts';
import { categoryWords } from '#modules/privacy/index.ts';
import { scrollTable } from '../parts/table.ts';
import { choicesWords } from '../words/choices.ts';
import { legalWords } from '../words/legal.ts';

export interface CookiesView {
  /** What a buyer's browser may get at this shop. */
  readonly items: readonly BrowserItem[];
  /** What a colleague's browser gets from the dashboard. */
  readonly forStaff: readonly BrowserItem[];
}

/** Everything that a page may leave in, or load into, a browser: printed from what the filter on every answer goes by. */
export function cookiesPage({ items, forStaff }: CookiesView, locale: Locale): Html {
  const say = choicesWords(locale);
  const legal = legalWords(locale);
  const isQuiet = items.every(({ category }) => category === 'essential');
  return html`<div class="wrap column letter prose">
    <h1>${legal.cookies}</h1>
    ${isQuiet ? html`<p>${legal.cookiesLead}</p>` : html`<p>${say.cookiesAsked}</p>`}
    ${cookieCategories.map((category) => {
      const members = items.filter((item) => item.category === category);
      if (members.length === 0) return nothing;
      const title = category === 'essential' ? say.essential : categoryWords[category].title[locale];
      const text = category === 'essential' ? say.essentialText : say.askedText;
      return html`<h2>${title}</h2>
        <p>${text}</p>
        ${tableOf(members, title, locale)}`;
    })}
    <p>${items.every(({ setBy }) => setBy === 'us') ? legal.noOthers : say.nothingElse}</p>
    <h2>${say.staffTitle}</h2>
    <p>${say.staffText}</p>
    ${tableOf(forStaff, say.staffTitle, locale)}
    <p><a href="/privacy/choices">${say.link}</a><br /><a href="/privacy">${legal.privacy}</a></p>
  </div>`;
}

function tableOf(items: readonly BrowserItem[], title: string, locale: Locale): Html {
  const say = choicesWords(locale);
  const legal = legalWords(locale);
  const kinds = {
    cookie: say.cookie,
    'local-storage': say.storage,
    'session-storage': say.storage,
    script: say.script,
  } as const;
  const rows = items.map(({ kind, name, says, lasts, setBy }) => [
    html`<code translate="no" data-item="${kind} ${name}">${name}</code>
      <span class="soft">${kinds[kind]}</span>`,
    says[locale] ?? says.en,
    lasts[locale] ?? lasts.en,
    setBy === 'us' ? say.us : setBy,
  ]);
  return scrollTable([legal.cookieName, legal.cookieFor, legal.cookieLasts, say.whoSets], rows, title);
}
