import { attributes, html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import {
  preferenceChannels,
  preferenceNotice,
  preferenceSenders,
  preferenceTopics,
} from '#modules/privacy/index.ts';
import type { PreferenceSender } from '#modules/privacy/index.ts';
import { newsWords } from '../words/news.ts';
import { accountShell } from './account.ts';

export interface NewsView {
  /** Cells that are open, as `topic.channel.sender`. */
  readonly open: ReadonlySet<string>;
  readonly isSaved: boolean;
  /** Whether the shop sends any news at all. */
  readonly isUsed: boolean;
}

/** What somebody wants to hear: about what, by which way, from whom. Each cell is a choice of its own. */
export function newsPage({ open, isSaved, isUsed }: NewsView, locale: Locale): Html {
  const say = newsWords(locale);
  if (!isUsed) return accountShell('news', locale, html`<p>${say.off}</p>`);
  return accountShell(
    'news',
    locale,
    html`${isSaved ? html`<p class="notice good" role="status">${say.saved}</p>` : nothing}
      <p>${say.lead}</p>
      <form method="post" action="/account/news" class="stack">
        ${preferenceSenders.map((sender) => cellsOf(sender, open, locale))}
        <p class="soft small">${preferenceNotice(locale)}</p>
        <p>
          <button class="button main" name="what" value="save">${say.save}</button>
          <button class="button" name="what" value="stop">${say.stopAll}</button>
        </p>
      </form>`,
  );
}

function cellsOf(sender: PreferenceSender, open: ReadonlySet<string>, locale: Locale): Html {
  const say = newsWords(locale);
  const topics = preferenceTopics.map((topic) => {
    const ways = preferenceChannels.map((channel) => {
      const name = `${topic}.${channel}.${sender}`;
      const checked = open.has(name);
      return html`<label
        ><input type="checkbox" ${attributes({ name, value: 'yes', checked })} /> ${say[channel]}</label
      >`;
    });
    return html`<fieldset class="consent-card">
      <legend>${say[topic]}</legend>
      <div class="consent-answers">${ways}</div>
    </fieldset>`;
  });
  return html`<section class="stack" aria-labelledby="from-${sender}">
    <h3 id="from-${sender}">${say[sender]}</h3>
    ${topics}
  </section>`;
}
