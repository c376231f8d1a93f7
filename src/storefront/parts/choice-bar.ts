import { html } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { categoryWords } from '#modules/privacy/index.ts';
import type { AskedCategory } from '#modules/privacy/index.ts';
import { choicesWords } from '../words/choices.ts';

/**
 * The quiet bar: one sentence, and a no that costs exactly what a yes costs. It stands in the page and covers nothing.
 *
 * Source: clauses OK-3, K7-37; GDPR art. 7(3).
 */
export function choiceBar(asked: readonly AskedCategory[], next: string, locale: Locale): Html {
  const say = choicesWords(locale);
  const what = asked.map((category) => inSentence(categoryWords[category].title[locale], locale)).join('; ');
  return html`<section class="choice-bar" aria-label="${say.bar}">
    <form class="wrap" method="post" action="/privacy/choices">
      <input type="hidden" name="next" value="${next}" />
      <input type="hidden" name="ui" value="bar" />
      <p>${say.barLead(what)} <a href="/privacy/choices">${say.choose}</a></p>
      <div class="choice-buttons">
        <button class="button" type="submit" name="answer" value="none">${say.refuseAll}</button>
        <button class="button" type="submit" name="answer" value="all">${say.allowAll}</button>
      </div>
    </form>
  </section>`;
}

/** German keeps its capitals where a noun begins the phrase; English begins small in the middle of a sentence. */
const inSentence = (text: string, locale: Locale): string =>
  locale === 'de' && text.startsWith('Werbung') ? text : text.charAt(0).toLowerCase() + text.slice(1);
