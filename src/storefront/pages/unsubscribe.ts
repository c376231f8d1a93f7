import { html } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import type { PreferenceTopic } from '#modules/privacy/index.ts';
import { unsubscribeWords } from '../words/unsubscribe.ts';

/** Which news may be ended here, with one button for them and one for everything. Looking changes nothing. */
export function unsubscribePage(
  { shop, topic }: { readonly shop: string; readonly topic: PreferenceTopic },
  locale: Locale,
): Html {
  const say = unsubscribeWords(locale);
  return html`<div class="wrap column letter stack">
    <h1>${say.title}</h1>
    <p>${say.asks(shop, say[topic])}</p>
    <form method="post" class="stack">
      <p><button class="button main" name="what" value="this">${say.stopThis}</button></p>
      <p><button class="button" name="what" value="all">${say.stopAll}</button></p>
    </form>
    <p class="soft">${say.stays}</p>
  </div>`;
}

/** That it is done. */
export function unsubscribedPage(what: 'this' | 'all', locale: Locale): Html {
  const say = unsubscribeWords(locale);
  return html`<div class="wrap column letter stack">
    <h1>${say.doneTitle}</h1>
    <p role="status">${what === 'all' ? say.doneAll : say.doneThis}</p>
    <p class="soft">${say.stays}</p>
  </div>`;
}

/** For a link that leads to no news: what may have happened, and another way to end them. */
export function brokenStopPage(locale: Locale): Html {
  const say = unsubscribeWords(locale);
  return html`<div class="wrap column letter stack">
    <h1>${say.brokenTitle}</h1>
    <p>${say.brokenText}</p>
    <p><a class="button main" href="/privacy">${say.yourData}</a></p>
  </div>`;
}
