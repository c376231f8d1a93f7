import { html } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { companyIn, policyWords } from '#modules/policy/index.ts';
import type { MapRecipient } from '#modules/policy/index.ts';
import { countryName } from '../format.ts';
import { scrollTable } from '../parts/table.ts';
import { policyPageWords } from '../words/policy.ts';
import { seeAlso } from './policy.ts';

/** Every company that may get data now, by name. Source: clauses OK-10, K7-24, KS-13; GDPR art. 13(1)(e), (f). */
export function processorsPage(recipients: readonly MapRecipient[], locale: Locale): Html {
  const say = policyPageWords(locale);
  const words = policyWords[locale];
  const rows = recipients.map(({ company, role, country, categories, purposes, mechanism }) => [
    companyIn(locale, company),
    words.processorRoles[role],
    country === null ? words.tenantChooses : countryName(country, locale),
    categories.map((one) => words.categories[one]).join('; '),
    purposes.map((one) => words.purposes[one]).join('; '),
    words.mechanisms[mechanism],
  ]);
  const head = [say.company, say.does, say.country, say.gets, say.whatFor, say.transfer];
  return html`<div class="wrap column letter prose policy">
    <h1>${say.processors}</h1>
    <p>${rows.length === 0 ? say.processorsNone : say.processorsLead}</p>
    ${rows.length === 0 ? '' : scrollTable(head, rows, say.processors)}
    <h2>${say.more}</h2>
    ${seeAlso(locale)}
  </div>`;
}
