import { html } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { contextualNotice } from '#modules/privacy/index.ts';
import type { CollectionPoint } from '#modules/privacy/index.ts';
import { frameWords } from '../words/frame.ts';

/** What is said where data is collected, with the version by which it is recorded. Source: clause OC-7; GDPR art. 13. */
export function noticeLine(code: CollectionPoint, locale: Locale): Html {
  const { text, version } = contextualNotice(code, locale);
  return html`<p class="small soft" data-notice="${code} ${version}">
    ${text} <a href="/privacy/policy">${frameWords(locale).policy}</a>
  </p>`;
}
