import { useMemo } from 'react';
import { listAudit } from '../../api/audit.ts';
import type { AuditEntry } from '../../api/audit.ts';
import { Instant } from '../../format/instant.tsx';
import type { Column } from '../../parts/data-table/column.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { filtersOf, useListSearch } from '../../parts/data-table/filters.ts';
import { ListBar } from '../../parts/data-table/list-bar.tsx';
import { useList } from '../../parts/data-table/use-list.ts';
import { Views } from '../../parts/data-table/views.tsx';
import { Empty } from '../../parts/note.tsx';
import { Page } from '../../parts/page.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useColleagues } from '../../parts/use-who.ts';
import { useThingName } from '../../words/use-thing-name.ts';
import { useReader, useWords } from '../../words/words.ts';
import type { Language, Said } from '../../words/words.ts';
import { sentenceOf } from './audit-sentence.ts';
import { AuditSheet } from './audit-sheet.tsx';
import { auditWords, purposeWords } from './audit-words.ts';

type AuditWords = Said<typeof auditWords>;

type Names = ReturnType<typeof useColleagues>;

const columnsOf = (
  t: AuditWords,
  language: Language,
  nameOf: Names,
  thing: (table: string) => string,
): Column<AuditEntry>[] => [
  {
    id: 'sentence',
    says: t.sentence,
    width: 'minmax(8rem, 3fr)',
    cell: (entry) => sentenceOf(entry, t, language, nameOf(entry.actor)),
  },
  {
    id: 'on',
    says: t.on,
    width: 'minmax(8rem, 1.5fr)',
    from: 680,
    cell: (entry) => <span className="soft">{thing(entry.on.table)}</span>,
  },
  {
    id: 'purpose',
    says: t.why,
    width: 'minmax(6rem, 1fr)',
    from: 900,
    cell: (entry) => (
      <span className="soft">
        {purposeWords[entry.purpose]?.[language === 'de' ? 1 : 0] ?? entry.purpose}
      </span>
    ),
  },
  {
    id: 'actor',
    says: t.who,
    width: '8rem',
    isOptional: true,
    cell: (entry) => <code>{entry.actor.slice(-8)}</code>,
  },
  { id: 'when', says: t.when, width: '8rem', isFigure: true, cell: (entry) => <Instant at={entry.at} /> },
];

export function AuditPage() {
  const t = useWords(auditWords);
  const { language } = useReader();
  const { search, setSearch } = useListSearch();
  const filter = {
    action: search['action'],
    actor: search['actor'],
    table: search['table'],
    id: search['id'],
    subject: search['subject'],
  };
  const source = useList(['audit', filter], (after) => listAudit(filter, after));
  const nameOf = useColleagues();
  const thing = useThingName();
  const columns = useMemo(() => columnsOf(t, language, nameOf, thing), [t, language, nameOf, thing]);
  const isFiltered = Object.keys(filtersOf(search)).length > 0;
  const open = source.rows.find((entry) => entry.id === search['open']);
  const close = () => setSearch({ open: undefined }, { replace: true });
  const actions = [
    { value: 'privacy.opened', says: t.aboutReading },
    { value: 'orders.revealed', says: t.aboutReveals },
    { value: 'orders.refunded', says: t.aboutRefunds },
    { value: 'pricing.priceSet', says: t.aboutPrices },
    { value: 'identity.invited', says: t.aboutStaff },
    { value: 'identity.rolesChanged', says: t.aboutRoles },
  ];
  return (
    <Page title={t.title} fills>
      <Views
        name="audit"
        shipped={[
          { says: t.all, search: {} },
          { says: t.readings, search: { action: 'privacy.opened' } },
        ]}
      />
      <ListBar
        says={t.entries}
        filters={[
          { name: 'action', says: t.action, options: actions },
          ...(search['actor']
            ? [{ name: 'actor', says: t.who, options: [{ value: search['actor'], says: t.thisActor }] }]
            : []),
          ...(search['id']
            ? [{ name: 'id', says: t.on, options: [{ value: search['id'], says: t.thisThing }] }]
            : []),
        ]}
      />
      <DataTable
        name="audit"
        says={t.title}
        columns={columns}
        source={source}
        idOf={(entry) => entry.id}
        openId={search['open']}
        onOpen={(entry) => setSearch({ open: entry.id })}
        onClose={close}
        empty={isFiltered ? <Empty title={t.emptyFiltered} /> : <Empty title={t.empty}>{t.emptyDo}</Empty>}
      />
      {open ? (
        <Sheet says={sentenceOf(open, t, language, nameOf(open.actor))} onClose={close}>
          <AuditSheet entry={open} />
        </Sheet>
      ) : null}
    </Page>
  );
}
