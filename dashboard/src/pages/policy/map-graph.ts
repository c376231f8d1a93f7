import type { DataMap } from '../../api/policy.ts';

export const columns = ['subject', 'category', 'table', 'purpose', 'company'] as const;
export type Column = (typeof columns)[number];

export interface MapNode {
  readonly id: string;
  readonly column: Column;
  readonly key: string;
  readonly says: string;
}

export interface MapEdge {
  readonly from: string;
  readonly to: string;
}

export interface Graph {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

/** One way through the map: this field of this person, for this purpose, to this company or to nobody. */
interface Way {
  readonly subject: string;
  readonly category: string;
  readonly table: string;
  readonly purpose: string;
  readonly company: string | undefined;
}

export const nodeId = (column: Column, key: string): string => `${column} ${key}`;

function waysThrough(map: DataMap): Way[] {
  return map.tables.flatMap(({ name: table, fields }) =>
    fields.flatMap(({ subject, category, purposes }) =>
      purposes.flatMap((purpose): Way[] => {
        const way = { subject, category, table, purpose };
        const takers = map.recipients.filter(
          (one) => one.purposes.includes(purpose) && one.categories.includes(category),
        );
        return takers.length === 0
          ? [{ ...way, company: undefined }]
          : takers.map(({ name }) => ({ ...way, company: name }));
      }),
    ),
  );
}

const stopsOf = (way: Way): string[] =>
  columns.flatMap((column) => {
    const key = way[column];
    return key === undefined ? [] : [nodeId(column, key)];
  });

/** What the reader calls whose data it is, where it lies, and who gets it. */
export interface Words {
  readonly subject: (name: string) => string;
  readonly table: (name: string) => string;
  readonly company: (name: string) => string;
}

/** The whole map as nodes in five columns and lines between neighbours. */
export function graphOf(map: DataMap, sayIn: Words): Graph {
  const named = (column: Column, list: readonly { key: string; says: string }[]): MapNode[] =>
    list.map(({ key, says }) => ({ id: nodeId(column, key), column, key, says }));
  const nodes = [
    ...named(
      'subject',
      map.subjects.map((key) => ({ key, says: sayIn.subject(key) })),
    ),
    ...named('category', map.categories),
    ...named(
      'table',
      map.tables.map(({ name }) => ({ key: name, says: sayIn.table(name) })),
    ),
    ...named('purpose', map.purposes),
    ...named(
      'company',
      map.recipients.map(({ name, company }) => ({ key: name, says: sayIn.company(company) })),
    ),
  ];
  return { nodes, edges: edgesOf(waysThrough(map)) };
}

function edgesOf(ways: readonly Way[]): MapEdge[] {
  const edges = new Map<string, MapEdge>();
  for (const way of ways) {
    const stops = stopsOf(way);
    for (const [index, to] of stops.entries()) {
      const from = stops[index - 1];
      if (from !== undefined) edges.set(`${from} → ${to}`, { from, to });
    }
  }
  return [...edges.values()];
}

export interface Lit {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

export const edgeId = ({ from, to }: MapEdge): string => `${from} → ${to}`;

/** What hangs together with a node: every way that goes through it. Shape: everything when nothing is chosen. */
export function litBy(map: DataMap, chosen: string | undefined): Lit {
  const ways = waysThrough(map).filter((way) => chosen === undefined || stopsOf(way).includes(chosen));
  return {
    nodes: new Set(ways.flatMap(stopsOf)),
    edges: new Set(edgesOf(ways).map(edgeId)),
  };
}

export interface FieldLine {
  readonly key: string;
  readonly table: string;
  readonly field: DataMap['tables'][number]['fields'][number];
}

/** The fields behind a node. */
export function fieldsBy(map: DataMap, chosen: MapNode): FieldLine[] {
  const company = map.recipients.find(({ name }) => name === chosen.key);
  return map.tables.flatMap(({ name: table, fields }) =>
    fields
      .filter((field) => {
        switch (chosen.column) {
          case 'subject':
            return field.subject === chosen.key;
          case 'category':
            return field.category === chosen.key;
          case 'table':
            return table === chosen.key;
          case 'purpose':
            return field.purposes.includes(chosen.key);
          case 'company':
            return (
              company?.categories.includes(field.category) === true &&
              field.purposes.some((purpose) => company.purposes.includes(purpose))
            );
        }
      })
      .map((field) => ({ key: `${table}.${field.name}`, table, field })),
  );
}
