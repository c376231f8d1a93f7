import { useMemo } from 'react';
import { listMails } from '../../api/outbox.ts';
import type { Mail } from '../../api/outbox.ts';
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
import type { Language, Said } from '../../words/words.ts';
import { useReader, useWords } from '../../words/words.ts';
import { MailSheet } from './mail-sheet.tsx';
import { MailState } from './mail-state.tsx';
import { kindSays, outboxWords } from './outbox-words.ts';

type OutboxWords = Said<typeof outboxWords>;

const columnsOf = (t: OutboxWords, language: Language): Column<Mail>[] => [
  {
    id: 'to',
    says: t.to,
    width: 'minmax(9rem, 2fr)',
    cell: (mail) => mail.to ?? <span className="faint">{t.gone}</span>,
  },
  { id: 'kind', says: t.kind, width: 'minmax(8rem, 2fr)', cell: (mail) => kindSays(mail.kind, language) },
  { id: 'state', says: t.state, width: '9rem', cell: (mail) => <MailState state={mail.state} /> },
  { id: 'language', says: t.language, width: '5rem', cell: (mail) => mail.locale, isOptional: true },
  {
    id: 'attempts',
    says: t.attempts,
    width: '5rem',
    isFigure: true,
    from: 760,
    cell: (mail) => <span className="figure">{mail.attempts}</span>,
  },
  {
    id: 'error',
    says: t.error,
    width: 'minmax(6rem, 1fr)',
    from: 1000,
    cell: (mail) => mail.errorCode ?? '',
  },
  {
    id: 'created',
    says: t.created,
    width: '9rem',
    isFigure: true,
    from: 560,
    cell: (mail) => <Instant at={mail.createdAt} />,
  },
];

export function OutboxPage() {
  const t = useWords(outboxWords);
  const { language } = useReader();
  const { search, setSearch } = useListSearch();
  const filter = { state: search['state'] as Mail['state'] | undefined, about: search['about'] };
  const source = useList(['outbox', filter], (after) => listMails(filter, after));
  const columns = useMemo(() => columnsOf(t, language), [t, language]);
  const isFiltered = Object.keys(filtersOf(search)).length > 0;
  const open = source.rows.find((mail) => mail.id === search['open']);
  const close = () => setSearch({ open: undefined }, { replace: true });
  return (
    <Page title={t.title} fills>
      <Views
        name="outbox"
        shipped={[
          { says: t.all, search: {} },
          { says: t.waiting, search: { state: 'queued' } },
          { says: t.failed, search: { state: 'failed' } },
        ]}
      />
      <ListBar
        says={t.mails}
        filters={[
          {
            name: 'state',
            says: t.state,
            options: [
              { value: 'queued', says: t.thatWait },
              { value: 'sent', says: t.thatSent },
              { value: 'failed', says: t.thatFailed },
            ],
          },
        ]}
      />
      <DataTable
        name="outbox"
        says={t.title}
        columns={columns}
        source={source}
        idOf={(mail) => mail.id}
        openId={search['open']}
        onOpen={(mail) => setSearch({ open: mail.id })}
        onClose={close}
        empty={isFiltered ? <Empty title={t.emptyFiltered} /> : <Empty title={t.empty}>{t.emptyDo}</Empty>}
      />
      {open ? (
        <Sheet says={kindSays(open.kind, language)} onClose={close}>
          <MailSheet key={open.id} mail={open} />
        </Sheet>
      ) : null}
    </Page>
  );
}
