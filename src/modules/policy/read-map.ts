import type { Profile, Span } from '#kernel/profile.ts';
import type { BrowserItem } from '#kernel/browser-items.ts';
import type { ColumnSpec, Purpose, Retention, StoreSpec, Table } from '#kernel/registry.ts';
import { inOrder } from './for-readers.ts';
import type { DataMap, LegalStay, MapController, MapField, MapRecipient, MapRecord } from './map.ts';

/** What the map is read from: everything that says what a shop does, and nothing that says what somebody meant it to do. */
export interface MapSources {
  readonly tables: Iterable<Table>;
  readonly stores: readonly StoreSpec[];
  readonly browser: readonly BrowserItem[];
  readonly recipients: readonly MapRecipient[];
  readonly profile: Profile;
  readonly controller: MapController;
  readonly law: readonly LegalStay[];
  /** How long after its reason something goes, as the shop promises. */
  readonly promised: (retention: Retention) => Span | undefined;
}

/** Reads the map of a shop. Shape: sorted, so that the same shop always has the same map. */
export function readMap(sources: MapSources): DataMap {
  const { profile } = sources;
  const tables = [...sources.tables].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  const fields = tables.flatMap((table) => fieldsOf(table, profile.purposes));
  return {
    profile: profile.name,
    controller: sources.controller,
    fields,
    records: tables.flatMap(recordOf),
    stores: sources.stores
      .filter(({ holds }) => holds !== 'public content')
      .map(({ name, kind, holds, retention }) => ({ name, kind, holds, retention }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    recipients: sources.recipients.toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    browser: sources.browser
      .map(({ kind, name, category, setBy, lifetimeSeconds, says, on }) => ({
        kind,
        name,
        category,
        setBy,
        lifetimeSeconds,
        says,
        on: on ?? ('shop' as const),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    stays: staysOf(sources, fields),
    promises: promisesOf(profile),
    documents: profile.documents,
  };
}

type Personal = Extract<ColumnSpec, { kind: 'sealed' | 'blindIndex' | 'searchTokens' }>;
const isPersonal = (spec: ColumnSpec): spec is Personal =>
  spec.kind === 'sealed' || spec.kind === 'blindIndex' || spec.kind === 'searchTokens';

function fieldsOf({ name, columns }: Table, allowed: readonly Purpose[]): MapField[] {
  return Object.entries(columns).flatMap(([column, { spec }]): MapField[] => {
    if (spec.kind === 'tenantSealed') return unnamedIn(name, column, spec, allowed);
    if (!isPersonal(spec)) return [];
    const owner = columns[spec.of]?.spec;
    const common = {
      table: name,
      column,
      role: owner?.kind === 'subject' ? owner.role : 'person',
      purposes: inOrder(spec.purposes.filter((purpose) => allowed.includes(purpose))),
      retention: spec.retention,
      onErase: spec.onErase,
    };
    if (spec.kind !== 'sealed')
      return [
        {
          ...common,
          field: '',
          category: spec.category,
          class: null,
          source: null,
          because: 'a keyed hash to find it by',
        },
      ];
    return Object.entries(spec.fields).map(([field, category]) => ({
      ...common,
      field,
      category,
      class: spec.class,
      source: spec.source,
      because: spec.because,
    }));
  });
}

/** What people leave without a name, such as the address from which they tried a door. */
function unnamedIn(
  table: string,
  column: string,
  { holds, retention }: Extract<ColumnSpec, { kind: 'tenantSealed' }>,
  allowed: readonly Purpose[],
): MapField[] {
  if (!holds) return [];
  const { role, source, because } = holds;
  const purposes = inOrder(holds.purposes.filter((purpose) => allowed.includes(purpose)));
  return Object.entries(holds.fields).map(([field, category]) => ({
    table,
    column,
    field,
    category,
    role,
    class: null,
    source,
    purposes,
    because,
    retention,
    onErase: 'ends-by-itself',
  }));
}

function recordOf({ name, columns, rules }: Table): MapRecord[] {
  const specs = Object.values(columns).map(({ spec }) => spec);
  const roles = specs.flatMap((spec) => (spec.kind === 'subject' ? [spec.role] : []));
  if (roles.length === 0 || specs.some(isPersonal)) return [];
  return [{ table: name, roles, retention: rules.retention ?? null }];
}

function staysOf({ promised, law }: MapSources, fields: readonly MapField[]): DataMap['stays'] {
  const used = [...new Set(fields.map(({ retention }) => retention))].toSorted();
  return used.map((retention: Retention) => ({
    retention,
    promise: promised(retention) ?? null,
    law: law.filter((one) => one.retention === retention).map(({ span, cites }) => ({ span, cites })),
  }));
}

const promisesOf = (profile: Profile): DataMap['promises'] => ({
  regions: profile.regions,
  statistics: profile.statistics,
  advertising: profile.advertising,
  marketing: profile.marketing,
  notice: profile.notice,
  deadline: profile.rights.deadline,
  extension: profile.rights.extension,
  coolingOff: profile.rights.coolingOff,
  askAgainAfter: profile.askAgainAfter,
  doors: profile.rights.doors,
  ages: profile.roles.map(({ role, minAge }) => ({ role, minAge })),
  links: profile.links,
  everythingGoneAfter: profile.everythingGoneAfter?.span ?? null,
});
