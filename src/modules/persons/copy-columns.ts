import { purposes } from '#kernel/registry.ts';
import type { ColumnSpec, Retention, Source, Table } from '#kernel/registry.ts';
import type { CopyColumn } from './copy.ts';
import { rowRetention } from './paths.ts';
import type { PersonTable } from './paths.ts';

/** What a copy shows of a table, and why it leaves out the rest. */
interface Shown {
  readonly columns: readonly CopyColumn[];
  readonly withheld: readonly { readonly part: string; readonly because: string }[];
}

const aHash = 'a keyed hash that only we can compare; it says nothing by itself';
const aSecret = 'it may repeat what others said, or is good for getting in';
const proofs: readonly Retention[] = ['request', 'security-log', 'consent-proof', 'suppression'];
const givenBy: readonly Source[] = ['person', 'observed'];

/** Sorts a table's columns into what the person gets and what they do not. */
export function shownColumns(person: PersonTable): Shown {
  const { table } = person;
  const columns: CopyColumn[] = [];
  const withheld: { part: string; because: string }[] = [];
  for (const [name, { spec }] of Object.entries(table.columns)) {
    if (name === 'tenantId') continue;
    const because = whyNot(spec);
    if (because === undefined) columns.push(describe(person, name, spec));
    else withheld.push({ part: name, because });
  }
  return { columns, withheld };
}

function whyNot(spec: ColumnSpec): string | undefined {
  switch (spec.kind) {
    case 'sealed':
      return spec.withheld ?? (spec.purposes.includes('rights') ? undefined : aSecret);
    case 'blindIndex':
    case 'searchTokens':
      return aHash;
    case 'tenantSealed':
      return aSecret;
    case 'subject':
      return spec.reach === 'actor' ? 'colleagues and others who did something are persons too' : undefined;
    case 'plain':
      return undefined;
  }
}

function describe(person: PersonTable, name: string, spec: ColumnSpec): CopyColumn {
  const { table } = person;
  const importable = table.rules.imports?.columns.includes(name) ?? false;
  if (spec.kind !== 'sealed') {
    const retention = rowRetention(person);
    const because = spec.kind === 'plain' ? spec.because : spec.kind === 'subject' ? spec.role : '';
    const portable = retention === undefined || !proofs.includes(retention);
    return { name, kind: 'plain', because, portable, importable };
  }
  return {
    name,
    kind: 'sealed',
    because: spec.because,
    fields: spec.fields,
    purposes: spec.purposes.map((purpose) => ({ purpose, ...purposes[purpose] })),
    source: spec.source,
    class: spec.class,
    portable:
      givenBy.includes(spec.source) &&
      spec.purposes.some((purpose) => ['contract', 'consent'].includes(purposes[purpose].basis)),
    importable,
  };
}

/** Whether a column of a table names the person its row is about. */
export const isAbout = (table: Table, name: string): boolean => {
  const spec = table.columns[name]?.spec;
  return spec?.kind === 'subject' && spec.reach === 'about';
};
