import type { Locale } from '#kernel/context.ts';
import { html, trusted } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { CopyColumn, CopyKeep, CopyRow, CopySection, Json, PersonCopy } from './copy.ts';
import { categoryWord, columnWord, pageWords, purposeWord, sourceWord, titleOf } from './copy-words.ts';

const style = trusted(`<style>
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); }
body { font: 1rem/1.55 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .25rem; }
.about { margin: 0 0 .75rem; font-size: .9rem; opacity: .8; }
.entry { border-top: 1px solid var(--line); padding: .75rem 0; break-inside: avoid; }
dl { display: grid; grid-template-columns: minmax(7rem, 12rem) 1fr; gap: .15rem 1rem; margin: 0; }
dt { opacity: .7; } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .4rem; } }
</style>`);

/** The copy as a page to read: no address to load from, no script, light and dark, for paper too. */
export function copyPage(copy: PersonCopy, locale: Locale): string {
  const says = pageWords[locale];
  const title = says.title(copy.shop.name);
  const page = html`<html lang="${locale}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      ${style}
    </head>
    <body>
      <h1>${title}</h1>
      <p>${says.made(dayIn(copy.madeAt, locale))} ${says.intro}</p>
      ${copy.sections.length === 0 ? html`<p>${says.nothing}</p>` : ''}
      ${copy.sections.map((section) => sectionOf(section, locale))}
      <h2>${says.recipients}</h2>
      ${copy.recipients.length === 0 ? html`<p>${says.nobody}</p>` : recipientsOf(copy, locale)}
      <h2>${says.readings}</h2>
      ${copy.readings.length === 0 ? html`<p>${says.unread}</p>` : readingsOf(copy, locale)}
      <h2>${says.withheld}</h2>
      ${withheldOf(copy, locale)}
    </body>
  </html>`;
  return `<!doctype html>\n${page.text}`;
}

function sectionOf(section: CopySection, locale: Locale): Html {
  const says = pageWords[locale];
  const sealed = section.columns.filter(({ kind }) => kind === 'sealed');
  const entries = section.rows.map((row) => entryOf(section, row, locale));
  // Keys and amounts that hold other tables together are in the files beside the page.
  if (entries.every(({ text }) => text === '')) return html``;
  return html`<section>
    <h2>${titleOf(section.table, locale)}</h2>
    <p class="about">
      ${says.rows(section.rows.length)}. ${sealed.map((column) => aboutColumn(column, locale))}
    </p>
    ${entries}
  </section>`;
}

function aboutColumn(column: CopyColumn, locale: Locale): Html {
  const says = pageWords[locale];
  const kinds = [...new Set(Object.values(column.fields ?? {}))].map((one) => categoryWord(one, locale));
  const uses = (column.purposes ?? []).map(({ purpose }) => purposeWord(purpose, locale));
  const parts = [
    locale === 'en' ? `${says.why}: ${column.because}` : undefined,
    `${says.uses}: ${uses.join('; ')}`,
    column.source && `${says.from}: ${sourceWord(column.source, locale)}`,
    column.portable ? says.portable : undefined,
  ].filter((part) => part !== undefined);
  return html`<br /><b>${kinds.join(', ')}</b> · ${parts.join(' · ')}`;
}

function entryOf(section: CopySection, row: CopyRow, locale: Locale): Html {
  const lines = section.columns.flatMap((column) => linesOf(column, row.values[column.name] ?? null, locale));
  const keeps = Object.values(row.keep);
  const last = keeps.reduce<CopyKeep | undefined>(
    (a, b) => (a && (a.until ?? '') >= (b.until ?? '') ? a : b),
    undefined,
  );
  if (lines.length === 0) return html``;
  const says = pageWords[locale];
  const until = last?.until ? `${dayIn(last.until, locale)}, ${says.says(last.cites)}` : says.open;
  return html`<div class="entry">
    <dl>
      ${lines.map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
      <dt>${says.until}</dt>
      <dd>${until}</dd>
    </dl>
  </div>`;
}

function linesOf(column: CopyColumn, value: Json, locale: Locale): [string, string][] {
  if (value === null || value === '') return [];
  if (column.kind === 'plain') {
    const label = columnWord(column.name, locale);
    return label === undefined ? [] : [[label, textOf(value, locale)]];
  }
  if (typeof value !== 'object' || Array.isArray(value)) return [];
  const fields = Object.entries(value as Readonly<Record<string, Json>>);
  return fields.flatMap(([field, content]) => {
    const category = column.fields?.[field];
    const isEmpty =
      content === null || content === '' || (typeof content === 'string' && /^\s*<!doctype/i.test(content));
    return isEmpty || !category
      ? []
      : [[categoryWord(category, locale), textOf(content, locale)] as [string, string]];
  });
}

/** Parts of an address stand below each other; instants are days. */
function textOf(value: Json, locale: Locale): string {
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? dayIn(value, locale) : value;
  if (typeof value === 'boolean') return value ? '✓' : '–';
  if (value === null || typeof value !== 'object') return String(value ?? '');
  return Object.values(value as Readonly<Record<string, Json>>)
    .filter((part) => part !== null && part !== '')
    .map((part) => textOf(part, locale))
    .join('\n');
}

const recipientsOf = ({ recipients }: PersonCopy, locale: Locale): Html =>
  tableOf(
    locale,
    recipients.map(({ at, company, fields, purpose }) => [
      dayIn(at, locale),
      company,
      fields.join(', '),
      purposeWord(purpose, locale),
    ]),
  );

const readingsOf = ({ readings }: PersonCopy, locale: Locale): Html =>
  tableOf(
    locale,
    readings.map(({ at, by, table, purpose }) => [dayIn(at, locale), by, titleOf(table, locale), purpose]),
  );

function tableOf(locale: Locale, rows: readonly (readonly string[])[]): Html {
  const says = pageWords[locale];
  const heads = [says.when, says.who, says.what, says.reason];
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function withheldOf(copy: PersonCopy, locale: Locale): Html {
  const reasons = new Map<string, Set<string>>();
  for (const { because, table } of copy.withheld)
    reasons.set(because, (reasons.get(because) ?? new Set()).add(titleOf(table, locale)));
  return html`<ul>
    ${[...reasons].map(([because, tables]) => html`<li>${[...tables].join(', ')}: ${because}</li>`)}
  </ul>`;
}

const days = {
  en: new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }),
  de: new Intl.DateTimeFormat('de', { dateStyle: 'long', timeZone: 'UTC' }),
} satisfies Record<Locale, Intl.DateTimeFormat>;

const dayIn = (instant: string, locale: Locale): string => days[locale].format(new Date(instant));
