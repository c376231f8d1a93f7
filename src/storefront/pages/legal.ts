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
