import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { countryName } from '../format.ts';
import type { LegalEntity } from '../model.ts';
import { legalWords } from '../words/legal.ts';

const letter = (title: string, body: Html): Html =>
  html`<div class="wrap column letter prose">
    <h1>${title}</h1>
    ${body}
  </div>`;

function entity(legal: LegalEntity, locale: Locale): Html {
  const lines = [legal.name, legal.address, countryName(legal.country, locale)].join('\n');
  return html`<address translate="no">${lines}</address>`;
}

const mailTo = (legal: LegalEntity): Html => html`<a href="mailto:${legal.email}">${legal.email}</a>`;

/** Who runs the shop. Source: § 5 DDG; directive 2000/31/EC art. 5. */
export function imprintPage(legal: LegalEntity, locale: Locale): Html {
  const say = legalWords(locale);
  return letter(
    say.imprint,
    html`<h2>${say.responsible}</h2>
      ${entity(legal, locale)}
      <h2>${say.contact}</h2>
      <p>${mailTo(legal)}${legal.phone ? html`<br />${legal.phone}` : nothing}</p>
      ${
        legal.registration
          ? html`<h2>${say.registration}</h2>
              <p>${legal.registration}</p>`
          : nothing
      }
      ${
        legal.vatId
          ? html`<h2>${say.vatId}</h2>
              <p>${legal.vatId}</p>`
          : nothing
      }`,
  );
}

/** The policy in full: who, what for, on which basis, until when. */
export function policyPage(legal: LegalEntity, locale: Locale): Html {
  const say = legalWords(locale);
  const rows = [
    [say.forCart, say.basisContract, say.untilCart],
    [say.forOrder, say.basisContract, say.untilOrder],
    [say.forAccount, say.basisContract, say.untilAccount],
    [say.forBooks, say.basisLaw, say.untilBooks],
    [say.forSafety, say.basisInterest, say.untilSafety],
  ] as const;
  return letter(
    say.policy,
    html`<h2>${say.controller}</h2>
      ${entity(legal, locale)}
      <p>${mailTo(legal)}</p>
      <h2>${say.whatTitle}</h2>
      <p>${say.whatVisit}</p>
      <p>${say.whatCart}</p>
      <p>${say.whatOrder}</p>
      <p>${say.whatAccount}</p>
      <h2>${say.basisTitle}</h2>
      ${table([say.purpose, say.basis, say.until], rows, say.basisTitle)}
      <h2>${say.howTitle}</h2>
      <p>${say.howText}</p>
      <h2>${say.whoTitle}</h2>
      <p>${say.whoText}</p>
      <p>${say.noDecisions}</p>
      <p>${say.gpcText}</p>
      <h2>${say.rightsTitle}</h2>
      <p>${say.rightsText} ${mailTo(legal)}</p>
      <h2>${say.cookies}</h2>
      <p>${say.cookiesLead} <a href="/privacy/cookies">${say.cookiesLink}</a></p>`,
  );
}

/** A table that can be pushed aside on narrow screens, also from the keyboard. */
function table(head: readonly string[], rows: readonly (readonly string[])[], name: string): Html {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${name}">
    <table>
      <thead>
        <tr>
          ${head.map((text) => html`<th scope="col">${text}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...others]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${others.map((text) => html`<td>${text}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
