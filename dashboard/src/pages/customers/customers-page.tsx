import { useMemo } from 'react';
import { listCustomers } from '../../api/customers.ts';
import type { Customer } from '../../api/customers.ts';
import { useSession } from '../../api/session.ts';
import { Instant } from '../../format/instant.tsx';
import type { Column } from '../../parts/data-table/column.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { useListSearch } from '../../parts/data-table/filters.ts';
import { ListBar } from '../../parts/data-table/list-bar.tsx';
import { useList } from '../../parts/data-table/use-list.ts';
import { Empty, Mark } from '../../parts/note.tsx';
import { Page } from '../../parts/page.tsx';
import { Seal } from '../../parts/seal.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useWords } from '../../words/words.ts';
import type { Said } from '../../words/words.ts';
import { CustomerDetail } from './customer-detail.tsx';
import { customersWords } from './customers-words.ts';

type CustomersWords = Said<typeof customersWords>;

const columnsOf = (t: CustomersWords): Column<Customer>[] => [
  {
    id: 'name',
    says: t.name,
    width: 'minmax(8rem, 2fr)',
    cell: (person) => <span className="strong">{person.name || t.erased}</span>,
  },
  { id: 'email', says: t.email, width: 'minmax(9rem, 2fr)', from: 480, cell: (person) => person.email },
  {
    id: 'verified',
    says: t.verified,
    width: '10rem',
    from: 760,
    cell: (person) => (person.emailVerified ? <Mark tone="green">{t.yes}</Mark> : <Mark>{t.no}</Mark>),
  },
  {
    id: 'since',
    says: t.since,
    width: '9rem',
    isFigure: true,
    cell: (person) => <Instant at={person.since} />,
  },
];

export function CustomersPage() {
  const t = useWords(customersWords);
  const seesPeople = useSession().may('people.reveal');
  const { search, setSearch } = useListSearch();
  const q = search['q'];
  const source = useList(['customers', 'list', q], (after) => listCustomers(q, after));
  const columns = useMemo(() => columnsOf(t), [t]);
  const openId = search['open'];
  const close = () => setSearch({ open: undefined }, { replace: true });
  return (
    <Page title={t.title} fills>
      {seesPeople ? (
        <ListBar says={t.title} filters={[]} searchSays={t.search} />
      ) : (
        <Seal>{t.maskedList}</Seal>
      )}
      <DataTable
        name="customers"
        says={t.title}
        columns={columns}
        source={source}
        idOf={(person) => person.id}
        openId={openId}
        onOpen={(person) => setSearch({ open: person.id }, { replace: openId !== undefined })}
        onClose={close}
        empty={
          q ? (
            <Empty title={t.emptyFiltered}>{t.emptyFilteredDo}</Empty>
          ) : (
            <Empty title={t.empty}>{t.emptyDo}</Empty>
          )
        }
      />
      {openId ? (
        <Sheet says={t.title} page={`/customers/${openId}`} onClose={close}>
          <CustomerDetail key={openId} id={openId} />
        </Sheet>
      ) : null}
    </Page>
  );
}
