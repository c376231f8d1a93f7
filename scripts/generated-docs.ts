import { snakeCase } from '../src/kernel/registry.ts';
import type { ColumnSpec, Table } from '../src/kernel/registry.ts';
import { modules, stores } from '../src/modules.ts';
import { describedApi } from './described-api.ts';

/** The texts in docs/generated, made from the code that runs. A test holds the checked-in ones against these. */
export function generatedDocs(): ReadonlyMap<string, string> {
  return new Map([
    ['data-map.md', dataMap()],
    ['openapi.json', `${JSON.stringify(describedApi(), null, 1)}\n`],
  ]);
}

function dataMap(): string {
  const tables = modules.flatMap((module) => Object.values(module.tables));
  return [
    '# The data map',
    '',
    'Every column of every table and every other store, from the registry that runs. Written by `npm run generate`; never by hand.',
    ...tables.flatMap(sectionOf),
    '',
    '## Other stores',
    '',
    '| store | kind | holds | why | how long |',
    '|---|---|---|---|---|',
    ...stores.map(
      (store) => `| ${store.name} | ${store.kind} | ${store.holds} | ${store.because} | ${store.retention} |`,
    ),
    '',
  ].join('\n');
}

const sectionOf = (table: Table): string[] => [
  '',
  `## ${table.name}`,
  '',
  ...(table.scope === 'reference' ? ['Shared by all tenants.', ''] : []),
  '| column | what it is | whose, why, how long |',
  '|---|---|---|',
  ...Object.entries(table.columns).map(
    ([name, column]) => `| ${snakeCase(name)} | ${kindOf(column.spec)} | ${whyOf(column.spec)} |`,
  ),
];

function kindOf(spec: ColumnSpec): string {
  switch (spec.kind) {
    case 'plain':
      return 'plain';
    case 'subject':
      return `person (${spec.role})`;
    case 'sealed':
      return `sealed, ${spec.class}: ${Object.entries(spec.fields)
        .map(([field, category]) => `${field} (${category})`)
        .join(', ')}`;
    case 'blindIndex':
      return `keyed hash of ${spec.category}`;
    case 'searchTokens':
      return `keyed hashes of the beginnings of ${spec.category}`;
    case 'tenantSealed':
      return "sealed under the tenant's secret";
  }
}

function whyOf(spec: ColumnSpec): string {
  if (spec.kind === 'plain') return spec.because;
  if (spec.kind === 'subject') return spec.nullable ? 'may be nobody' : '';
  if (spec.kind === 'tenantSealed') return `${spec.because}; ${spec.retention}`;
  return `of ${snakeCase(spec.of)}; for ${spec.purposes.join(', ')}; kept: ${spec.retention}; on erasure: ${spec.onErase}`;
}
