import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listMovements, locationsQuery } from '../../api/stock.ts';
import type { Movement } from '../../api/stock.ts';
import { Instant } from '../../format/instant.tsx';
import { Figure } from '../../format/number.tsx';
import type { Column } from '../../parts/data-table/column.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { filtersOf, useListSearch } from '../../parts/data-table/filters.ts';
import { ListBar } from '../../parts/data-table/list-bar.tsx';
import { useList } from '../../parts/data-table/use-list.ts';
import { Empty } from '../../parts/note.tsx';
import { Page } from '../../parts/page.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useWords } from '../../words/words.ts';
import type { Said } from '../../words/words.ts';
import { ItemCard } from './item-card.tsx';
import { OfferName } from './offer-name.tsx';
import { stockWords } from './stock-words.ts';

type StockWords = Said<typeof stockWords>;

const columnsOf = (t: StockWords, places: ReadonlyMap<string, string>): Column<Movement>[] => [
  {
    id: 'item',
    says: t.item,
    width: 'minmax(9rem, 3fr)',
    cell: (moved) => <OfferName offer={moved.offer} gone={t.gone} />,
  },
  {
    id: 'what',
    says: t.what,
    width: 'minmax(7rem, 1.5fr)',
    from: 520,
    cell: (moved) => (
      <>
        {t[moved.kind]}{' '}
        {moved.reason && moved.reason !== 'import' ? <span className="soft">({t[moved.reason]})</span> : null}
      </>
    ),
  },
  {
    id: 'place',
    says: t.place,
    width: 'minmax(6rem, 1fr)',
    from: 700,
    cell: (moved) => <span className="soft">{places.get(moved.locationId) ?? ''}</span>,
  },
  {
    id: 'when',
    says: t.when,
    width: '9rem',
    from: 480,
    isFigure: true,
    cell: (moved) => <Instant at={moved.occurredAt} />,
  },
  {
    id: 'change',
    says: t.change,
    width: '5.5rem',
    isFigure: true,
    cell: (moved) => <Figure of={moved.quantity} signed />,
  },
];

const kinds = ['receipt', 'sale', 'return', 'adjustment', 'count', 'move'] as const;
const thatKind = {
  receipt: 'thatReceipt',
  sale: 'thatSale',
  return: 'thatReturn',
  adjustment: 'thatAdjustment',
  count: 'thatCount',
  move: 'thatMove',
} as const;

export function MovementsPage() {
  const t = useWords(stockWords);
  const { search, setSearch } = useListSearch();
  const locations = useQuery(locationsQuery);
  const places = useMemo(
    () => new Map((locations.data?.items ?? []).map((place) => [place.id, place.name])),
    [locations.data],
  );
  const filter = {
    offerId: search['offer'],
    locationId: search['place'],
    kind: search['kind'] as Movement['kind'] | undefined,
  };
  const source = useList(['stock', 'movements', filter], (after) => listMovements(filter, after));
  const columns = useMemo(() => columnsOf(t, places), [t, places]);
  const isFiltered = Object.keys(filtersOf(search)).length > 0;
  const open = source.rows.find((moved) => `${moved.entryId} ${moved.line}` === search['open']);
  const close = () => setSearch({ open: undefined }, { replace: true });
  const item = source.rows[0]?.offer?.title ?? t.item;
  return (
    <Page title={t.movements} back={{ to: '/stock', says: t.title }} fills>
      <ListBar
        says={t.movements}
        filters={[
          {
            name: 'kind',
            says: t.kind,
            options: kinds.map((kind) => ({ value: kind, says: t[thatKind[kind]] })),
          },
          {
            name: 'place',
            says: t.place,
            options: [...places].map(([id, name]) => ({ value: id, says: t.at(name) })),
          },
          ...(search['offer']
            ? [{ name: 'offer', says: t.item, options: [{ value: search['offer'], says: item }] }]
            : []),
        ]}
      />
      <DataTable
        name="movements"
        says={t.movements}
        columns={columns}
        source={source}
        idOf={(moved) => `${moved.entryId} ${moved.line}`}
        openId={search['open']}
        onOpen={(moved) => setSearch({ open: `${moved.entryId} ${moved.line}` })}
        onClose={close}
        empty={
          isFiltered ? (
            <Empty title={t.emptyFiltered} />
          ) : (
            <Empty title={t.emptyMoves}>{t.emptyMovesDo}</Empty>
          )
        }
      />
      {open ? (
        <Sheet says={t.item} page={`/stock/${open.offerId}`} onClose={close}>
          <ItemCard key={open.offerId} offerId={open.offerId} />
        </Sheet>
      ) : null}
    </Page>
  );
}
