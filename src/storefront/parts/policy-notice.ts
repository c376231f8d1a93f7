import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { policyPageWords } from '../words/policy.ts';

export interface PolicyNotice {
  /** The version that changed something. */
  readonly version: number;
  /** Whether the reader is known, and can say that they have seen it. */
  readonly isPersonal: boolean;
}

/** Says that the policy has changed, and leads to what changed. Going on is no consent to anything. */
export function policyNoticeBar({ version, isPersonal }: PolicyNotice, next: string, locale: Locale): Html {
  const say = policyPageWords(locale);
  return html`<section class="policy-bar" aria-label="${say.notice}">
    <div class="wrap">
      <p>${say.notice} <a href="/privacy/policy/${version}/changes">${say.noticeLink}</a></p>
      ${
        isPersonal
          ? html`<form method="post" action="/privacy/policy/${version}/seen">
              <input type="hidden" name="next" value="${next}" />
              <button class="button" type="submit">${say.noticeSeen}</button>
            </form>`
          : nothing
      }
    </div>
  </section>`;
}
