import { stringify } from 'csv-stringify/sync';
import { purposes as knownPurposes } from '#kernel/registry.ts';
import type { Purpose } from '#kernel/registry.ts';
import { span } from './grammar.ts';
import { inOrder } from './for-readers.ts';
import type { DataMap, MapController, MapStay } from './map.ts';
import { policyWords } from './policy-words.ts';

/** One activity in the record of processing. Source: GDPR art. 30(1)(b)–(g). */
export interface Activity {
  readonly purpose: Purpose;
  readonly says: string;
  readonly lawfulBasis: string;
  readonly peopleConcerned: readonly string[];
  readonly categories: readonly string[];
  readonly recipients: readonly {
    readonly company: string;
    readonly country: string | null;
    readonly safeguard: string;
  }[];
  readonly limits: readonly string[];
  readonly tables: readonly string[];
}

export interface ProcessingRecord {
  readonly controller: MapController;
  readonly profile: string;
  readonly measures: readonly string[];
  readonly activities: readonly Activity[];
}

const { en } = policyWords;
const unique = (list: readonly string[]): string[] => [...new Set(list)].toSorted();

/** The record of processing activities, one line for each purpose that something serves. Source: GDPR art. 30. */
export function recordOfProcessing(map: DataMap): ProcessingRecord {
  const served = inOrder(map.fields.flatMap(({ purposes }) => purposes));
  return {
    controller: map.controller,
    profile: map.profile,
    measures: [
      en.sentences.sealed,
      en.sentences.integrity,
      en.sentences.staffAccess,
      en.sentences.noAbsolutes,
    ],
    activities: served.map((purpose) => activityOf(map, purpose)),
  };
}

function activityOf(map: DataMap, purpose: Purpose): Activity {
  const fields = map.fields.filter(({ purposes }) => purposes.includes(purpose));
  const recipients = map.recipients.filter(({ purposes }) => purposes.includes(purpose));
  const retentions = new Set(fields.map(({ retention }) => retention));
  return {
    purpose,
    says: en.purposes[purpose],
    lawfulBasis: en.bases[knownPurposes[purpose].basis],
    peopleConcerned: unique(fields.map(({ role }) => role)),
    categories: unique(fields.map(({ category }) => en.categories[category])),
    recipients: recipients.map(({ company, country, mechanism }) => ({
      company,
      country,
      safeguard: en.mechanisms[mechanism],
    })),
    limits: map.stays.filter(({ retention }) => retentions.has(retention)).map(limitOf),
    tables: unique(fields.map(({ table }) => table)),
  };
}

function limitOf({ retention, promise, law }: MapStay): string {
  const { write } = span(en);
  const promised = promise === null ? en.stays[retention] : `${write(promise)} ${en.since[retention]}`;
  const held = law.map(({ span: time, cites }) => `; by law ${write(time)} (${cites})`).join('');
  return `${en.holdings[retention]}: ${promised}${held}`;
}

/** The record as a table for a spreadsheet. Shape: RFC 4180, one line an activity; nothing in it starts a formula. */
export function recordAsCsv({ controller, activities }: ProcessingRecord): string {
  const head = [
    'controller',
    'purpose',
    'lawful basis',
    'people',
    'categories',
    'recipients',
    'transfers and safeguards',
    'time limits',
    'tables',
  ];
  const rows = activities.map((one) => [
    controller.name,
    one.says,
    one.lawfulBasis,
    one.peopleConcerned.join('; '),
    one.categories.join('; '),
    one.recipients.map(({ company }) => company).join('; '),
    one.recipients
      .map(
        ({ company, country, safeguard }) =>
          `${company} (${country ?? 'chosen by the merchant'}): ${safeguard}`,
      )
      .join('; '),
    one.limits.join('; '),
    one.tables.join('; '),
  ]);
  return stringify([head, ...rows], { escape_formulas: true, record_delimiter: 'windows' });
}
