import type { Span } from '#kernel/profile.ts';
import { companyFrom, companyIn } from './companies.ts';
import type { PolicyLanguage, PolicyWords } from './words.ts';

/**
 * How values of the map become words, and words values again. Every kind of slot has both directions, so that what a
 * policy says can be held against what it was printed from. Source: invariant P25.
 */
export interface Speech {
  readonly write: (value: unknown) => string;
  /** Shape: undefined when the text is no such value. */
  readonly read: (text: string) => unknown;
  /** What such a text looks like, as a regular expression; anything, unless told. */
  readonly looks?: string;
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A text with its slots filled. */
export const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (_slot, name: string) => values[name] ?? '');

/** Finds what stood in the slots of a text. Shape: the reader returns undefined for a text that the template did not make. */
export function unfill(
  template: string,
  slots: Readonly<Record<string, Speech>>,
): (text: string) => Record<string, string> | undefined {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const between = template.split(/\{\w+\}/).map(escape);
  const pattern = between.reduce((before, after, index) => {
    const looks = slots[names[index - 1] ?? '']?.looks ?? '.+?';
    return `${before}(${looks})${after}`;
  });
  const expression = new RegExp(`^${pattern}$`, 's');
  return (text) => {
    const found = expression.exec(text);
    if (!found) return undefined;
    return Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? '']));
  };
}

const anyOf = (table: Readonly<Record<string, string>>): string =>
  Object.values(table)
    .toSorted((a, b) => b.length - a.length)
    .map(escape)
    .join('|');

/** A word of a closed vocabulary. */
export function word(table: Readonly<Record<string, string>>): Speech {
  const keys = new Map(Object.entries(table).map(([key, text]) => [text, key]));
  return {
    write: (value) => table[String(value)] ?? String(value),
    read: (text) => keys.get(text),
    looks: anyOf(table),
  };
}

/** Several words of one vocabulary. */
export function wordList(table: Readonly<Record<string, string>>, separator: string): Speech {
  const one = word(table);
  return {
    write: (values) => (values as readonly string[]).map((value) => one.write(value)).join(separator),
    read: (text) => {
      const read = text.split(separator).map((part) => one.read(part));
      return read.includes(undefined) ? undefined : read;
    },
    looks: `(?:${anyOf(table)})(?:${separator}(?:${anyOf(table)}))*`,
  };
}

/** A few words of one vocabulary as people say them: `a, b and c`. None of them may hold a comma or the word for "and". */
export function spokenList(table: Readonly<Record<string, string>>, and: string): Speech {
  const one = word(table);
  const last = ` ${and} `;
  return {
    write: (values) => {
      const said = (values as readonly string[]).map((value) => one.write(value));
      return [said.slice(0, -1).join(', '), ...said.slice(-1)].filter((part) => part !== '').join(last);
    },
    read: (text) => {
      const read = text
        .split(last)
        .flatMap((part) => part.split(', '))
        .map((part) => one.read(part));
      return read.includes(undefined) ? undefined : read;
    },
    looks: `(?:${anyOf(table)})(?:(?:, |${last})(?:${anyOf(table)}))*`,
  };
}

export const freeText: Speech = {
  write: (value) => String(value).replaceAll(/\s*\n\s*/g, ', '),
  read: (text) => text,
};

export const wholeNumber: Speech = {
  write: String,
  read: (text) => (/^\d+$/.test(text) ? Number(text) : undefined),
};

const spanUnits = ['years', 'months', 'days', 'hours'] as const;

/** `1 year and 3 months`. */
export function span({ units, and }: PolicyWords): Speech {
  const amount = (count: number, unit: (typeof spanUnits)[number]): string =>
    `${count} ${units[unit][count === 1 ? 0 : 1]}`;
  return {
    write: (value) => {
      const parts = spanUnits.flatMap((unit) => {
        const count = (value as Span)[unit];
        return count === undefined ? [] : [amount(count, unit)];
      });
      return parts.join(` ${and} `);
    },
    read: (text) => {
      const parts = text.split(` ${and} `).map((part) => {
        const [, count = '', name = ''] = /^(\d+) (.+)$/.exec(part) ?? [];
        const unit = spanUnits.find((one) => units[one].includes(name));
        return unit === undefined ? undefined : ([unit, Number(count)] as const);
      });
      return parts.includes(undefined)
        ? undefined
        : Object.fromEntries(parts.filter((part) => part !== undefined));
    },
  };
}

const secondsIn = { days: 86_400, hours: 3_600, minutes: 60, seconds: 1 } as const;

/** A lifetime in the browser, in the largest unit that it is whole in. Units: seconds. */
export function lifetime({ units, untilClosed }: PolicyWords): Speech {
  const names = ['days', 'hours', 'minutes', 'seconds'] as const;
  return {
    write: (value) => {
      const seconds = Number(value);
      if (seconds === 0) return untilClosed;
      const unit = names.find((one) => seconds % secondsIn[one] === 0) ?? 'seconds';
      const count = seconds / secondsIn[unit];
      return `${count} ${units[unit][count === 1 ? 0 : 1]}`;
    },
    read: (text) => {
      if (text === untilClosed) return 0;
      const [, count = '', name = ''] = /^(\d+) (.+)$/.exec(text) ?? [];
      const unit = names.find((one) => units[one].includes(name));
      return unit === undefined ? undefined : Number(count) * secondsIn[unit];
    },
  };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** A country by its name in the reader's language; nowhere in particular is where the merchant chose. */
export function country(language: PolicyLanguage, { tenantChooses }: PolicyWords): Speech {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  // retired codes share the name of what they became part of
  const current = codes.filter((code) => new Intl.Locale(`und-${code}`).region === code);
  const codeByName = new Map(current.map((code) => [names.of(code), code]));
  return {
    write: (value) => (typeof value === 'string' ? (names.of(value) ?? value) : tenantChooses),
    read: (text) => (text === tenantChooses ? null : codeByName.get(text)),
  };
}

/** A recipient by the name that readers know it by. */
export const recipientName = (language: PolicyLanguage): Speech => ({
  write: (value) => companyIn(language, String(value)),
  read: (text) => companyFrom(language, text),
});

/** Who sets something in a browser: us, or the processor of that name. */
export const setter = ({ us }: PolicyWords): Speech => ({
  write: (value) => (value === 'us' ? us : String(value)),
  read: (text) => (text === us ? 'us' : text),
});
