import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { sayChange } from '#modules/policy/index.ts';
import type { Change } from '#modules/policy/index.ts';
import { policyPageWords } from '../words/policy.ts';
import { seeAlso } from './policy.ts';

export interface VersionView {
  readonly number: number;
  readonly publishedAt: Date | null;
  readonly isMaterial: boolean;
  readonly changes: readonly Change[];
}

const dateIn = (locale: Locale): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });

const dated = ({ publishedAt }: VersionView, locale: Locale): Html =>
  publishedAt === null
    ? nothing
    : html`<time datetime="${publishedAt.toISOString()}">${dateIn(locale).format(publishedAt)} UTC</time>`;

/** Every version, newest first, with what it changed. Source: clause K7-50. */
export function historyPage(versions: readonly VersionView[], locale: Locale): Html {
  const say = policyPageWords(locale);
  return html`<div class="wrap column letter prose policy">
    <h1>${say.history}</h1>
    ${versions.length === 0 ? html`<p>${say.noneYet}</p>` : nothing}
    ${versions.map(
      (version) =>
        html`<section class="policy-section" aria-labelledby="v-${version.number}">
          <h2 id="v-${version.number}">${say.version(version.number)}</h2>
          <p>
            ${dated(version, locale)}.
            ${version.number === 1 ? say.firstVersion : version.isMaterial ? say.material : say.immaterial}
          </p>
          <p>
            <a href="/privacy/policy/${version.number}">${say.readIt}</a
            >${version.number === 1 ? nothing : html` · <a href="/privacy/policy/${version.number}/changes">${say.whatChanged}</a>`}
          </p>
        </section>`,
    )}
    <h2>${say.more}</h2>
    ${seeAlso(locale)}
  </div>`;
}

/** What one version changed, in sentences with what they mean. Source: clauses KC-49, K7-49. */
export function changesPage(version: VersionView, locale: Locale): Html {
  const say = policyPageWords(locale);
  return html`<div class="wrap column letter prose policy">
    <h1>${say.changesTitle(version.number)}</h1>
    <p>
      ${dated(version, locale)}.
      ${version.number === 1 ? say.firstVersion : version.isMaterial ? say.material : say.immaterial}
    </p>
    ${version.changes.length === 0 && version.number > 1 ? html`<p>${say.nothingChanged}</p>` : nothing}
    <dl class="policy-changes">
      ${version.changes.map((change) => {
        const { says, means } = sayChange(change, locale);
        return html`<div>
          <dt>${says}</dt>
          <dd>${means}</dd>
        </div>`;
      })}
    </dl>
    <p><a href="/privacy/policy/${version.number}">${say.readIt}</a></p>
    <h2>${say.more}</h2>
    ${seeAlso(locale)}
  </div>`;
}
