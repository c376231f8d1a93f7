import { attributes, html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import type { DocumentRole } from '#kernel/profile.ts';
import { citeIn, policyLanguages } from '#modules/policy/index.ts';
import type { Block, Entry, PolicyDocument, PolicyLanguage, Sentence } from '#modules/policy/index.ts';
import { languageName } from '../format.ts';
import { scrollTable } from '../parts/table.ts';
import { policyPageWords } from '../words/policy.ts';

/** How a role is named in an address. */
export const roleSlugs = {
  customer: 'customer',
  'account holder': 'account',
  vendor: 'vendor',
  staff: 'staff',
} as const satisfies Readonly<Record<DocumentRole, string>>;

export interface PolicyView {
  readonly document: PolicyDocument;
  /** For whom there are documents. */
  readonly roles: readonly DocumentRole[];
  readonly path: string;
  /** The number of a version that no longer holds. */
  readonly archived?: number;
  readonly isDraft: boolean;
  /** What has changed since it was published, in sentences in the reader's language. */
  readonly since?: readonly string[];
}

/** A policy, as it was printed: a summary, then everything, each sentence with what stands behind it. */
export function policyPage(
  { document, roles, path, archived, isDraft, since = [] }: PolicyView,
  locale: Locale,
): Html {
  const say = policyPageWords(locale);
  const { language, role } = document;
  return html`<div class="wrap column letter prose policy">
    <h1 lang="${language}">${document.title}</h1>
    <p class="policy-date" lang="${language}">${document.dated.text} ${behind(document.dated, language)}</p>
    ${
      since.length > 0
        ? html`<div class="policy-note">
            <p>${say.behindNow}</p>
            <ul>
              ${since.map((text) => html`<li>${text}</li>`)}
            </ul>
          </div>`
        : nothing
    }
    ${isDraft ? html`<p class="policy-note">${say.draftLead}</p>` : nothing}
    ${archived === undefined ? nothing : html`<p class="policy-note">${say.archived(archived)} <a href="/privacy/policy">${say.current}</a></p>`}
    ${choices(
      say.forWhom,
      roles.map((one) => ({
        label: say[roleSlugs[one]],
        href: `${path}?for=${roleSlugs[one]}&in=${language}`,
        isCurrent: one === role,
      })),
    )}
    ${choices(
      say.inLanguage,
      policyLanguages.map((one) => ({
        label: languageName(one),
        lang: one,
        href: `${path}?for=${roleSlugs[role]}&in=${one}`,
        isCurrent: one === language,
      })),
    )}
    <p class="policy-behind">${say.behind}</p>
    <div lang="${language}" class="policy-text">
      ${document.sections.map(({ name, title, blocks }) =>
        name === 'fields'
          ? html`<details class="policy-fields">
              <summary>${title}</summary>
              ${blocks.map((block) => blockOf(block, title, language))}
            </details>`
          : html`<section class="policy-section" aria-labelledby="s-${name}">
              <h2 id="s-${name}">${title}</h2>
              ${blocks.map((block) => blockOf(block, title, language))}
            </section>`,
      )}
    </div>
    <h2>${say.more}</h2>
    ${seeAlso(locale)}
  </div>`;
}

interface Choice {
  readonly label: string;
  readonly href: string;
  readonly lang?: PolicyLanguage;
  readonly isCurrent: boolean;
}

const choices = (title: string, items: readonly Choice[]): Html =>
  html`<nav class="policy-choices" aria-label="${title}">
    <span>${title}</span>
    <ul role="list">
      ${items.map(
        ({ label, href, lang, isCurrent }) =>
          html`<li>
            <a
              href="${href}"
              rel="nofollow"
              ${attributes({ lang, hreflang: lang, 'aria-current': isCurrent ? 'true' : undefined })}
              >${label}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;

function blockOf(block: Block, title: string, language: PolicyLanguage): Html {
  switch (block.kind) {
    case 'sentences':
      return html`${block.sentences.map((one) => html`<p>${spoken(one, language)}</p>`)}`;
    case 'list':
      return html`<ul>
        ${block.items.map((one) => html`<li>${spoken(one, language)}</li>`)}
      </ul>`;
    case 'entries':
      return html`<div class="policy-entries">${block.entries.map((one) => entryCard(one, language))}</div>`;
    case 'table':
      return html`<div lang="${block.language}">
        ${scrollTable(
          block.head,
          block.rows.map(({ cells }) => cells),
          `${title}: ${block.head.join(', ')}`,
        )}
      </div>`;
  }
}

/** One thing that is held, as a card: the same as its sentences say. */
const entryCard = ({ title, facts, sentences }: Entry, language: PolicyLanguage): Html =>
  html`<article class="policy-entry">
    <h3>${title} ${sentences.slice(0, 1).map((one) => behind(one, language))}</h3>
    <dl>
      ${facts.map(
        ({ label, text }) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${text}</dd>
          </div>`,
      )}
    </dl>
  </article>`;

const spoken = (sentence: Sentence, language: PolicyLanguage): Html => {
  const { text, url } = sentence;
  const rel = url?.startsWith('/') ? undefined : 'external noopener';
  const said = url === undefined ? html`${text}` : html`<a href="${url}" ${attributes({ rel })}>${text}</a>`;
  return html`${said} ${behind(sentence, language)}`;
};

/** What stands behind a sentence: its promises lead to their checks, its law is named. */
const behind = ({ clauses, law }: Sentence, language: PolicyLanguage): Html =>
  html`<small class="behind"
    >${
      clauses.length > 0
        ? clauses.map((id) => html`<a href="/privacy/trust#${id}">${id}</a> `)
        : law.map((one) => html`<span>${citeIn(language, one)}</span> `)
    }</small
  >`;

/** Where to go on from a page about the policy. */
export function seeAlso(locale: Locale): Html {
  const say = policyPageWords(locale);
  return html`<ul class="policy-more">
    <li><a href="/privacy/policy/history">${say.history}</a></li>
    <li><a href="/privacy/trust">${say.trust}</a></li>
    <li><a href="/privacy/processors">${say.processors}</a></li>
    <li><a href="/privacy/cookies">${say.cookies}</a></li>
    <li><a href="/privacy">${say.centre}</a></li>
  </ul>`;
}
