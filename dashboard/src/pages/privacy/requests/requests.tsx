import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { listRequests } from '../../../api/rights.ts';
import type { RequestsFilter, RightsKind, WaitingRequest } from '../../../api/rights.ts';
import { useSession } from '../../../api/session.ts';
import { Instant, formatDay } from '../../../format/instant.tsx';
import { IconPlus } from '../../../look/icons.ts';
import type { Column } from '../../../parts/data-table/column.ts';
import { DataTable } from '../../../parts/data-table/data-table.tsx';
import { filtersOf, useListSearch } from '../../../parts/data-table/filters.ts';
import { ListBar } from '../../../parts/data-table/list-bar.tsx';
import { useList } from '../../../parts/data-table/use-list.ts';
import { Views } from '../../../parts/data-table/views.tsx';
import { Empty, Mark } from '../../../parts/note.tsx';
import { Sheet } from '../../../parts/sheet.tsx';
import type { Language, Said } from '../../../words/words.ts';
import { useReader, useWords } from '../../../words/words.ts';
import { RequestSheet } from './request-sheet.tsx';
import { RequestState } from './request-state.tsx';
import { doorWords, kindWords, requestsWords, said } from './requests-words.ts';
import { WriteDialog } from './write-dialog.tsx';

type Words = Said<typeof requestsWords>;

const columnsOf = (t: Words, language: Language, locale: string): Column<WaitingRequest>[] => [
  {
    id: 'due',
    says: t.due,
    width: '11rem',
    cell: (one) => (
      <>
        {formatDay(one.dueAt, locale)} <Urgency of={one} t={t} />
      </>
    ),
  },
  {
    id: 'kind',
    says: t.kind,
    width: 'minmax(9rem, 2fr)',
    cell: (one) => said(kindWords, one.kind, language),
  },
  {
    id: 'state',
    says: t.state,
    width: 'minmax(8rem, 2fr)',
    cell: (one) => <RequestState state={one.state} />,
  },
  {
    id: 'number',
    says: t.number,
    width: '5rem',
    isFigure: true,
    from: 700,
    cell: (one) => <span className="figure">{one.number}</span>,
  },
  {
    id: 'door',
    says: t.door,
    width: 'minmax(7rem, 1fr)',
    from: 900,
    cell: (one) => said(doorWords, one.door, language),
  },
  {
    id: 'received',
    says: t.received,
    width: '9rem',
    isFigure: true,
    from: 760,
    cell: (one) => <Instant at={one.receivedAt} />,
  },
];

function Urgency({ of, t }: { of: WaitingRequest; t: Words }) {
  if (of.closedAt !== null) return null;
  if (of.alarm === 'overdue') return <Mark tone="red">{t.overdue}</Mark>;
  if (of.alarm === 'soon') return <Mark tone="amber">{t.soon}</Mark>;
  return of.alarm === 'target' ? <Mark tone="amber">{t.late}</Mark> : null;
}

/** What waits, by deadline; beside it one request with its log, its plan and what can be done. */
export function Requests() {
  const t = useWords(requestsWords);
  const session = useSession();
  const { language, locale } = useReader();
  const { search, setSearch } = useListSearch();
  const [isWriting, setWriting] = useState(false);
  const filter: RequestsFilter = {
    which: search['which'] === 'closed' ? 'closed' : 'open',
    ...(search['kind'] && { kind: search['kind'] as RightsKind }),
  };
  const source = useList(['rights', 'list', filter], (after) => listRequests(filter, after));
  const columns = useMemo(() => columnsOf(t, language, locale), [t, language, locale]);
  const isFiltered = Object.keys(filtersOf(search)).length > 0;
  const openId = search['open'];
  const close = () => setSearch({ open: undefined }, { replace: true });
  return (
    <>
      <div className="row row-apart">
        <Views
          name="requests"
          shipped={[
            { says: t.open, search: {} },
            { says: t.closed, search: { which: 'closed' } },
          ]}
        />
        {session.may('privacy.write') ? (
          <Button
            size="xs"
            leftSection={<IconPlus size={16} stroke={1.5} />}
            onClick={() => setWriting(true)}
          >
            {t.write}
          </Button>
        ) : null}
      </div>
      <ListBar
        says={t.requests}
        filters={[
          {
            name: 'kind',
            says: t.kind,
            options: Object.keys(kindWords).map((kind) => ({
              value: kind,
              says: `${t.thatAsk}: ${said(kindWords, kind, language)}`,
            })),
          },
        ]}
      />
      <DataTable
        name="requests"
        says={t.requests}
        columns={columns}
        source={source}
        idOf={(one) => one.id}
        openId={openId}
        onOpen={(one) => setSearch({ open: one.id })}
        onClose={close}
        empty={isFiltered ? <Empty title={t.emptyFiltered} /> : <Empty title={t.empty}>{t.emptyDo}</Empty>}
      />
      {openId ? (
        <Sheet says={t.requests} onClose={close}>
          {session.may('privacy.write') ? <RequestSheet key={openId} id={openId} /> : <p>{t.mayNot}</p>}
        </Sheet>
      ) : null}
      {isWriting ? <WriteDialog onClose={() => setWriting(false)} /> : null}
    </>
  );
}
