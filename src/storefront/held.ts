import type { Locale } from '#kernel/context.ts';
import { purposes } from '#kernel/registry.ts';
import type { Category, Purpose } from '#kernel/registry.ts';
import type { PersonCopy } from '#modules/persons/index.ts';
import { companyIn, policyWords } from '#modules/policy/index.ts';
import { showDate } from './format.ts';
import { privacyWords, themeWords } from './words/privacy.ts';

/** One line of what we know: which kind of data, and what it says. */
export interface HeldValue {
  readonly label: string;
  readonly value: string;
}

/** One part of what we know about somebody, in their words. */
export interface HeldTheme {
  readonly name: string;
  readonly entries: number;
  readonly values: readonly HeldValue[];
  /** How many more values there are than are shown. */
  readonly more: number;
  readonly why: readonly string[];
  readonly from: readonly string[];
  readonly until: readonly string[];
}

type Theme = 'account' | 'orders' | 'cart' | 'letters' | 'choices' | 'requests' | 'safety' | 'other';

const themeByModule: Readonly<Record<string, Theme>> = {
  identity: 'account',
  orders: 'orders',
  payments: 'orders',
  fulfilment: 'orders',
  checkout: 'cart',
  notifications: 'letters',
  privacy: 'choices',
  analytics: 'choices',
  rights: 'requests',
  persons: 'requests',
  policy: 'choices',
  incidents: 'safety',
  security: 'safety',
};

const mostValues = 12;

/** What we know about somebody, part by part, out of the copy that they could take along. Shape: parts in reading order. */
export function heldOf(copy: PersonCopy, locale: Locale): HeldTheme[] {
  const order = Object.keys(themeWords(locale)) as Theme[];
  return order.flatMap((theme) => {
    const sections = copy.sections.filter(({ table }) => themeOf(table) === theme);
    return sections.length === 0 ? [] : [themeFrom(theme, sections, locale)];
  });
}

function themeOf(table: string): Theme {
  const [module = ''] = table.split('.');
  if (table === 'privacy.audit_entry') return 'safety';
  return themeByModule[module] ?? 'other';
}

function themeFrom(theme: Theme, sections: PersonCopy['sections'], locale: Locale): HeldTheme {
  const columns = sections.flatMap((section) => section.columns);
  const values = distinct(sections.flatMap((section) => valuesIn(section, locale)));
  const served = new Set(columns.flatMap((column) => column.purposes ?? []).map(({ purpose }) => purpose));
  const sources = new Set(columns.flatMap(({ source }) => (source ? [source] : [])));
  return {
    name: themeWords(locale)[theme],
    entries: sections.reduce((sum, { rows }) => sum + rows.length, 0),
    values: values.slice(0, mostValues),
    more: Math.max(0, values.length - mostValues),
    why: purposesSaid(served, locale),
    from: [...sources].map((source) => capital(policyWords[locale].sources[source])),
    until: untilIn(sections, locale),
  };
}

type Section = PersonCopy['sections'][number];

/** Every field of sealed content, as a line under the name of its kind; an address is one line. */
function valuesIn({ columns, rows }: Section, locale: Locale): HeldValue[] {
  const names = policyWords[locale].categories;
  return rows.flatMap((row) =>
    columns.flatMap(({ name, fields }) => {
      const content = row.values[name];
      if (!fields || typeof content !== 'object' || content === null) return [];
      const byCategory = new Map<Category, string[]>();
      for (const [field, category] of Object.entries(fields)) {
        const text = (content as Readonly<Record<string, unknown>>)[field];
        if (typeof text !== 'string' || text.trim() === '' || field === 'html' || field === 'text') continue;
        byCategory.set(category, [...(byCategory.get(category) ?? []), text.trim()]);
      }
      return [...byCategory].map(([category, texts]) => ({
        label: names[category],
        value: texts.join(', '),
      }));
    }),
  );
}

function distinct(values: readonly HeldValue[]): HeldValue[] {
  const known = new Map(values.map((one) => [`${one.label} ${one.value}`, one]));
  return [...known.values()];
}

/** By when it goes, the soonest first, and what a law holds for longer. */
function untilIn(sections: PersonCopy['sections'], locale: Locale): string[] {
  const say = privacyWords(locale);
  const keeps = sections
    .flatMap(({ rows }) => rows.flatMap(({ keep }) => Object.values(keep)))
    .toSorted((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9', 'en'));
  const lines = keeps.map(({ until, ground, cites }) => {
    if (until === null) return say.untilNoEnd;
    const day = showDate(until, locale);
    return ground === 'law' ? say.untilLaw(day, cites) : say.untilDay(day);
  });
  return [...new Set(lines)].slice(0, 4);
}

/** What data is for, in the order in which people meet it. */
function purposesSaid(served: ReadonlySet<Purpose>, locale: Locale): string[] {
  const said = (Object.keys(purposes) as Purpose[]).filter((purpose) => served.has(purpose));
  return said.length === 0
    ? []
    : [capital(said.map((purpose) => policyWords[locale].purposes[purpose]).join('; '))];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who got something, each company and purpose once, with when last. */
export function receiversOf(copy: PersonCopy, locale: Locale): { company: string; line: string }[] {
  const say = privacyWords(locale);
  const latest = new Map<string, PersonCopy['recipients'][number]>();
  for (const one of copy.recipients) {
    const key = `${one.company} ${one.purpose}`;
    const known = latest.get(key);
    if (!known || known.at < one.at) latest.set(key, one);
  }
  return [...latest.values()].map(({ company, purpose, fields, at }) => ({
    company: companyIn(locale, company),
    line: say.gotLine(fields.join(', '), policyWords[locale].purposes[purpose], showDate(at, locale)),
  }));
}

/** Which of our people opened something, newest first; programs at their work are left out. */
export function readersOf(copy: PersonCopy, locale: Locale): { at: string; line: string }[] {
  const say = privacyWords(locale);
  const known: Readonly<Record<string, string>> = policyWords[locale].purposes;
  const people = copy.readings.filter(({ by }) => by === 'staff' || by === 'operator');
  const seen = new Map(
    people.map(({ at, by, purpose }) => {
      const who = by === 'staff' ? say.byStaff : say.byOperator;
      return [
        `${at.slice(0, 16)} ${by} ${purpose}`,
        { at, line: say.lookedLine(who, known[purpose] ?? purpose) },
      ];
    }),
  );
  return [...seen.values()].toReversed().slice(0, 20);
}
