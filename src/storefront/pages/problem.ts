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

/** Whether the refusal knows better than a wrong address would: a link that is used up, a copy whose time is over. */
const isOver = ({ status, code }: Omit<Problem, 'says'>): boolean =>
  (status === 410 && !code.startsWith('catalog.')) || (status === 404 && /^(rights|policy)[.]/.test(code));

/** What the browser's tab says about a problem. */
export function problemTitle({ status, code }: Omit<Problem, 'says'>, locale: Locale): string {
  const say = problemWords(locale);
  if (isOver({ status, code })) return say.over;
  if (status === 404 || status === 410) return say.notFound;
  if (status === 401) return say.signIn;
  return status >= 500 ? say.failed : say.refused;
}

/** What happened, what was kept, what to do. */
export function problemPage({ status, code, says }: Problem, locale: Locale): Html {
  const say = problemWords(locale);
  const isGone = status === 404 || status === 410;
  const isLost = isGone && !isOver({ status, code });
  const help = isLost ? say.notFoundHelp : status >= 500 ? say.failedHelp : says;
  return html`<div class="wrap column letter stack">
    <h1>${problemTitle({ status, code }, locale)}</h1>
    <p>${help}</p>
    ${isGone || status >= 500 || status === 401 ? nothing : html`<p class="soft">${say.refusedHelp}</p>`}
    <p>
      ${status === 401 ? html`<a class="button main" href="/account/sign-in">${say.signInLink}</a> ` : nothing}${code.startsWith('rights.') ? html`<a class="button main" href="/privacy">${say.yourData}</a> ` : nothing}<a
        class="button"
        href="/"
        >${say.home}</a
      >
    </p>
    ${isGone ? nothing : html`<p class="soft small">${say.code(code)}</p>`}
  </div>`;
}
