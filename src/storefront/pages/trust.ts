import { html } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { countStandings, titleOfCheck } from '#modules/policy/index.ts';
import type { Standing } from '#modules/policy/index.ts';
import { policyPageWords } from '../words/policy.ts';
import { seeAlso } from './policy.ts';

type Say = ReturnType<typeof policyPageWords>;

/** Every promise, what checks it, and when that last passed; what is pending is called so. */
export function trustPage(standings: readonly Standing[], locale: Locale): Html {
  const say = policyPageWords(locale);
  const { holds, fails, pending } = countStandings(standings);
  return html`<div class="wrap column letter prose policy">
    <h1>${say.trustTitle}</h1>
    <p>${say.trustLead}</p>
    <p class="trust-counts">${say.counts(holds, fails, pending)}</p>
    <ol class="trust" role="list">
      ${standings.map((standing) => promise(standing, locale, say))}
    </ol>
    <h2>${say.more}</h2>
    ${seeAlso(locale)}
  </div>`;
}

function promise({ clause, state, because, proofs }: Standing, locale: Locale, say: Say): Html {
  const why = { face: say.needsFace, check: say.needsCheck, 'not run': say.notRun } as const;
  return html`<li id="${clause.id}" class="trust-promise">
    <p class="trust-head">
      <span class="trust-state trust-${state}">${say[state]}</span>
      <span class="trust-id">${clause.id}</span>
    </p>
    <h2 class="trust-text">${clause.promise[locale]}</h2>
    ${
      because === null
        ? html`<ul class="trust-proofs">
            ${proofs.map((proof) => html`<li>${proofLine(proof, locale, say)}</li>`)}
          </ul>`
        : html`<p class="trust-why">${why[because]}</p>`
    }
  </li>`;
}

/** What is tried, in plain words, and when that last went well. */
function proofLine(proof: Standing['proofs'][number], locale: Locale, say: Say): Html {
  const how = proof.kind === 'of the release' ? say.byRelease : say.byNight;
  return html`${titleOfCheck(proof, locale)}. <span class="soft">${how}; ${when(proof, locale, say)}.</span>`;
}

function when({ result, passedAt }: Standing['proofs'][number], locale: Locale, say: Say): string {
  if (result === 'not run') return say.neverRun;
  if (passedAt === null) return result === 'pass' ? say.dayUnknown : say.neverPassed;
  const date = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return say.lastPassed(`${date.format(passedAt)} UTC`);
}
