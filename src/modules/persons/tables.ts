import type { Id, TenantId } from '#kernel/ids.ts';
import { actor, maybeSealed, maybeSubject, plain, subject, table, tenantSealed } from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';
import type {
  ErasureBecause,
  ErasureId,
  ErasureState,
  ExpectedEnd,
  NodeId,
  NodeKind,
  TellingBecause,
} from './erasure.ts';
import type { EndKind } from './node-end.ts';

export type { ErasureId, NodeId } from './erasure.ts';
export type LinkId = Id<'person link'>;
export type CorrectionId = Id<'correction'>;

const tenantId = plain<TenantId>('tenant key');

export const erasure = table(
  'persons.erasure',
  {
    tenantId,
    id: plain<ErasureId>('random key'),
    because: plain<ErasureBecause | TellingBecause>('why, as a code'),
    state: plain<ErasureState>('how far it is'),
    traces: tenantSealed(
      'what companies know the person by and what the scan looks for; gone when both are done',
      'idempotency',
    ),
    plannedAt: plain<Date>('when it was planned'),
    startedAt: plain<Date | null>('when it began'),
    erasedAt: plain<Date | null>('since when nothing is left in the house but what is listed'),
    fulfilledAt: plain<Date | null>('when every node had ended'),
    scannedAt: plain<Date | null>('when every store was searched'),
    scanFound: plain<number | null>('in how many places the search found something'),
    nextAt: plain<Date>('when it goes on'),
  },
  {
    agesFrom: 'plannedAt',
    endedBy: {
      job: 'persons.erase',
      because: 'its traces go when the companies and the search are done with them',
    },
  },
);

export const erasureSubject = table(
  'persons.erasure_subject',
  {
    tenantId,
    erasureId: plain<ErasureId>('random key'),
    subjectId: subject('person to forget, or to put right elsewhere'),
  },
  { belongsTo: { table: 'persons.erasure', by: 'erasureId' }, retention: 'request', agesFrom: 'plannedAt' },
);

export const erasureNode = table('persons.erasure_node', {
  tenantId,
  id: plain<NodeId>('random key'),
  erasureId: plain<ErasureId>('random key'),
  position: plain<number>('order'),
  kind: plain<NodeKind>('what kind of thing has to end'),
  target: plain<string>('name of a table, a store or a company'),
  part: plain<string>('name of a column, or the whole row'),
  rowCount: plain<number>('how many rows'),
  expected: plain<ExpectedEnd>('how it should end'),
  endKind: plain<EndKind | null>('how it ended'),
  ground: plain<string | null>('why it stays, as a code'),
  cites: plain<string | null>('the law or the promise'),
  until: plain<Date | null>('until when it stays'),
  evidence: plain<string | null>('receipt or code; never text from or about a person'),
  waitsFor: plain<string | null>('what it waits for, as a code'),
  ticket: plain<string | null>('the key under which a company works on it'),
  attempts: plain<number>('how often it was tried'),
  nextAt: plain<Date>('when it is tried again'),
  doneAt: plain<Date | null>('when it ended'),
});

export const link = table(
  'persons.link',
  {
    tenantId,
    id: plain<LinkId>('random key'),
    keptId: subject('person who was kept'),
    goneId: maybeSubject('person who turned out to be the same', { sameAs: 'keptId' }),
    because: plain<'proven' | 'staff'>('who said so, as a code'),
    linkedBy: actor('who joined them'),
    linkedAt: plain<Date>('when'),
  },
  { onErase: 'delete-row', retention: 'account' },
);

export const movedRow = table(
  'persons.moved_row',
  {
    tenantId,
    linkId: plain<LinkId>('random key'),
    tableName: plain<string>('name of a table'),
    columnName: plain<string>('name of a column'),
    rowId: plain<string>('random key of a row'),
  },
  { belongsTo: { table: 'persons.link', by: 'linkId' }, onErase: 'delete-row' },
);

/** Where a wrong value was, as names and counts. */
export interface CorrectedPlace {
  readonly table: string;
  readonly column: string;
  readonly rows: number;
}

export const correction = table(
  'persons.correction',
  {
    tenantId,
    id: plain<CorrectionId>('random key'),
    subjectId: subject('whose data was wrong'),
    category: plain<string>('kind of data'),
    places: plain<readonly CorrectedPlace[], string>('names of tables and columns, and counts'),
    told: plain<readonly string[], string>('companies that have to hear of it'),
    evidence: maybeSealed<{ readonly text: string }>()({
      of: 'subjectId',
      class: 'service',
      source: 'staff',
      because: 'a correction rests on something that shows it is right',
      purposes: ['rights', 'administer'],
      fields: { text: 'content.freetext' },
      retention: 'request',
      onErase: 'delete-row',
    }),
    correctedBy: actor('who put it right'),
    correctedAt: plain<Date>('when'),
  },
  { onErase: 'delete-row', retention: 'request', agesFrom: 'correctedAt' },
);

export const tables = { erasure, erasureSubject, erasureNode, link, movedRow, correction };
export type PersonsRows = Rows<typeof tables>;
