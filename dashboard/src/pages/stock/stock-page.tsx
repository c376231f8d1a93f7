import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { listLevels, locationsQuery } from '../../api/stock.ts';
import type { Level } from '../../api/stock.ts';
import { Figure } from '../../format/number.tsx';
import { IconHistory } from '../../look/icons.ts';
import type { Column } from '../../parts/data-table/column.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { filtersOf, useListSearch } from '../../parts/data-table/filters.ts';
import { ListBar } from '../../parts/data-table/list-bar.tsx';
import { useList } from '../../parts/data-table/use-list.ts';
import { Views } from '../../parts/data-table/views.tsx';
import { Empty, Mark } from '../../parts/note.tsx';
import { Page } from '../../parts/page.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useWords } from '../../words/words.ts';
import type { Said } from '../../words/words.ts';
import { ItemCard } from './item-card.tsx';
import { OfferName, unitsOf } from './offer-name.tsx';
import { stockWords } from './stock-words.ts';

type StockWords = Said<typeof stockWords>;

const columnsOf = (t: StockWords): Column<Level>[] => [
  {
    id: 'item',
    says: t.item,
    width: 'minmax(8rem, 3fr)',
    cell: (level) => <OfferName offer={level.offer} gone={t.gone} />,
  },
  {
    id: 'sku',
    says: t.sku,
    width: 'minmax(6rem, 1fr)',
    from: 620,
    cell: (level) => <span className="soft">{level.offer?.sku}</span>,
  },
  {
    id: 'onHand',
    says: t.onHand,
    width: '6rem',
    from: 760,
    isFigure: true,
    cell: (level) => <Figure of={unitsOf(level.onHand, level.scale)} />,
  },
  {
    id: 'reserved',
    says: t.reserved,
    width: '6rem',
    from: 860,
    isFigure: true,
    cell: (level) => <Figure of={unitsOf(level.reserved, level.scale)} />,
  },
  {
    id: 'lowAt',
    says: t.lowAt,
    width: '5rem',
    isOptional: true,
    isFigure: true,
    cell: (level) => <Figure of={unitsOf(level.lowAt, level.scale)} />,
  },
  {
    id: 'free',
    says: t.free,
    width: '7rem',
    isFigure: true,
    cell: (level) => (
      <>
        {level.isLow ? <Mark tone="amber">{t.isLow}</Mark> : null}{' '}
        <Figure of={unitsOf(level.free, level.scale)} />
      </>
    ),
  },
];

export function StockPage() {
  const t = useWords(stockWords);
  const { search, setSearch } = useListSearch();
  const locations = useQuery(locationsQuery);
  const filter = {
    q: search['q'],
    locationId: search['place'],
    ...(search['low'] === 'yes' && { low: true }),
  };
  const source = useList(['stock', 'levels', filter], (after) => listLevels(filter, after));
  const columns = useMemo(() => columnsOf(t), [t]);
  const places = (locations.data?.items ?? []).filter((place) => place.physical && place.archivedAt === null);
  const isFiltered = Object.keys(filtersOf(search)).length > 0;
  const openId = search['open'];
  const close = () => setSearch({ open: undefined }, { replace: true });
  return (
    <Page
      title={t.title}
      fills
      actions={
        <Button
          component={Link}
          to="/stock/movements"
          variant="default"
          leftSection={<IconHistory size={18} stroke={1.5} />}
        >
          {t.movements}
        </Button>
      }
    >
      <Views
        name="stock"
        shipped={[
          { says: t.all, search: {} },
          { says: t.low, search: { low: 'yes' } },
        ]}
      />
      <ListBar
        says={t.items}
        searchSays={t.search}
        filters={[
          { name: 'low', says: t.level, options: [{ value: 'yes', says: t.thatLow }] },
          ...(places.length > 1
            ? [
                {
                  name: 'place',
                  says: t.place,
                  options: places.map((place) => ({ value: place.id, says: t.at(place.name) })),
                },
              ]
            : []),
        ]}
      />
      <DataTable
        name="stock"
        says={t.title}
        columns={columns}
        source={source}
        idOf={(level) => level.offerId}
        openId={openId}
        onOpen={(level) => setSearch({ open: level.offerId }, { replace: openId !== undefined })}
        onClose={close}
        empty={
          search['low'] === 'yes' && !search['q'] ? (
            <Empty title={t.noLow}>{t.noLowDo}</Empty>
          ) : isFiltered ? (
            <Empty title={t.emptyFiltered} />
          ) : (
            <Empty
              title={t.empty}
              action={
                <Button component={Link} to="/products">
                  {t.toProducts}
                </Button>
              }
            >
              {t.emptyDo}
            </Empty>
          )
        }
      />
      {openId ? (
        <Sheet says={t.item} page={`/stock/${openId}`} onClose={close}>
          <ItemCard key={openId} offerId={openId} />
        </Sheet>
      ) : null}
    </Page>
  );
}
