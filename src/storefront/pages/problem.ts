import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { problemWords } from '../words/legal.ts';

export interface Problem {
  readonly status: number;
  readonly code: string;
  /** The refusal's own sentence in the reader's language. */
  readonly says: string;
}

/** What the browser's tab says about a problem. */
export function problemTitle(status: number, locale: Locale): string {
  const say = problemWords(locale);
  if (status === 404 || status === 410) return say.notFound;
  if (status === 401) return say.signIn;
  return status >= 500 ? say.failed : say.refused;
}

/** What happened, what was kept, what to do. */
export function problemPage({ status, code, says }: Problem, locale: Locale): Html {
  const say = problemWords(locale);
  const isGone = status === 404 || status === 410;
  const help = isGone ? say.notFoundHelp : status >= 500 ? say.failedHelp : says;
  return html`<div class="wrap column letter stack">
    <h1>${problemTitle(status, locale)}</h1>
    <p>${help}</p>
    ${isGone || status >= 500 || status === 401 ? nothing : html`<p class="soft">${say.refusedHelp}</p>`}
    <p>
      ${status === 401 ? html`<a class="button main" href="/account/sign-in">${say.signInLink}</a> ` : nothing}<a
        class="button"
        href="/"
        >${say.home}</a
      >
    </p>
    ${isGone ? nothing : html`<p class="soft small">${say.code(code)}</p>`}
  </div>`;
}
