import type { Locale } from '#kernel/context.ts';
import { sayChange } from './change.ts';
import type { Change } from './change.ts';
import { span } from './grammar.ts';
import type { DataMap } from './map.ts';
import type { VersionLine } from './queries.ts';
import type { Standing } from './standing.ts';
import { titleOfCheck } from './words-checks.ts';
import { policyWords } from './policy-words.ts';

/** The map as the dashboard draws it: names in the reader's language, keys for what hangs together. */
export function presentMap(map: DataMap, locale: Locale) {
  const words = policyWords[locale];
  const { write } = span(words);
  const tables = new Map<string, DataMap['fields']>();
  for (const field of map.fields) tables.set(field.table, [...(tables.get(field.table) ?? []), field]);
  const named = <Key extends string>(keys: Iterable<Key>, table: Readonly<Record<Key, string>>) =>
    [...new Set(keys)].map((key) => ({ key, says: table[key] }));
  return {
    profile: map.profile,
    subjects: [...new Set(map.fields.map(({ role }) => role))],
    categories: named(
      map.fields.map(({ category }) => category),
      words.categories,
    ),
    purposes: named(
      map.fields.flatMap(({ purposes }) => [...purposes]),
      words.purposes,
    ),
    tables: [...tables].map(([name, fields]) => ({
      name,
      fields: fields.map((one) => ({
        name: one.field === '' ? one.column : `${one.column}.${one.field}`,
        category: one.category,
        subject: one.role,
        purposes: [...one.purposes],
        because: one.because,
        isHash: one.source === null,
        source: one.source === null ? '' : words.sources[one.source],
        stay: words.holdings[one.retention],
        erasure: words.erasures[one.onErase],
      })),
    })),
    records: map.records.map(({ table, roles }) => ({ table, subjects: [...roles] })),
    recipients: map.recipients.map((one) => ({
      name: one.name,
      company: one.company,
      country: one.country,
      purposes: [...one.purposes],
      categories: [...one.categories],
      mechanism: words.mechanisms[one.mechanism],
    })),
    stays: map.stays.map(({ retention, promise, law }) => ({
      key: retention,
      says: words.holdings[retention],
      promise: promise === null ? '' : `${write(promise)} ${words.since[retention]}`,
      law: law.map(({ span: time, cites }) => ({ span: write(time), cites })),
    })),
    stores: map.stores.map((one) => ({ ...one })),
  };
}

export const presentChange = (change: Change, locale: Locale) => ({
  ...sayChange(change, locale),
  isMaterial: change.isMaterial,
});

export const presentVersion = (version: VersionLine, locale: Locale) => ({
  number: version.number,
  state: version.state,
  isMaterial: version.isMaterial,
  proposedAt: version.proposedAt.toISOString(),
  publishedAt: version.publishedAt?.toISOString() ?? null,
  telling: version.telling,
  changes: version.changes.map((change) => presentChange(change, locale)),
});

export const presentStanding = ({ clause, state, because, proofs }: Standing, locale: Locale) => ({
  id: clause.id,
  promise: clause.promise[locale],
  kind: clause.kind,
  face: clause.face,
  state,
  because,
  proofs: proofs.map((proof) => ({
    kind: proof.kind,
    check: proof.check,
    says: titleOfCheck(proof, locale),
    file: proof.file,
    result: proof.result,
    passedAt: proof.passedAt?.toISOString() ?? null,
  })),
});
