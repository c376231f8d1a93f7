import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { listOrders, ordersFileAddress } from '../../api/orders.ts';
import type { OrderItem, OrdersFilter } from '../../api/orders.ts';
import { useSession } from '../../api/session.ts';
import { Instant } from '../../format/instant.tsx';
import { Money } from '../../format/money.tsx';
import { Figure } from '../../format/number.tsx';
import type { Column } from '../../parts/data-table/column.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { filtersOf, useListSearch } from '../../parts/data-table/filters.ts';
import type { Filter, Search } from '../../parts/data-table/filters.ts';
import { ListBar } from '../../parts/data-table/list-bar.tsx';
import { useList } from '../../parts/data-table/use-list.ts';
import { Views } from '../../parts/data-table/views.tsx';
import { Empty } from '../../parts/note.tsx';
import { Page } from '../../parts/page.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useWords } from '../../words/words.ts';
import type { Said } from '../../words/words.ts';
import { OrderDetail } from './order-detail.tsx';
import { DeliveryState, OrderState, PaymentState } from './order-state.tsx';
import { toBePaidSearch, toShipSearch } from './orders-filters.ts';
import { ordersWords } from './orders-words.ts';

type OrdersWords = Said<typeof ordersWords>;

const columnsOf = (t: OrdersWords): Column<OrderItem>[] => [
  {
    id: 'number',
    says: t.number,
    width: '5rem',
    cell: (order) => <span className="strong figure">{order.number}</span>,
  },
  {
    id: 'buyer',
    says: t.buyer,
    width: 'minmax(6rem, 2fr)',
    cell: (order) => order.buyer?.name ?? <span className="faint">{t.erased}</span>,
  },
  {
    id: 'email',
    says: 'E-Mail',
    width: 'minmax(8rem, 2fr)',
    isOptional: true,
    cell: (order) => order.buyer?.email ?? '',
  },
  {
    id: 'placed',
    says: t.placed,
    width: '9rem',
    from: 640,
    cell: (order) => <Instant at={order.placedAt} />,
  },
  {
    id: 'pieces',
    says: t.pieces,
    width: '4rem',
    from: 900,
    isFigure: true,
    cell: (order) => <Figure of={order.pieces} />,
  },
  {
    id: 'payment',
    says: t.payment,
    width: '8.5rem',
    from: 480,
    cell: (order) => <PaymentState code={order.paymentState} />,
  },
  {
    id: 'delivery',
    says: t.delivery,
    width: '8.5rem',
    from: 760,
    cell: (order) => <DeliveryState code={order.fulfilmentState} />,
  },
  {
    id: 'state',
    says: t.state,
    width: '8rem',
    isOptional: true,
    cell: (order) => <OrderState code={order.state} />,
  },
  {
    id: 'country',
    says: t.country,
    width: '4rem',
    from: 1050,
    cell: (order) => <span className="soft">{order.country}</span>,
  },
  { id: 'provider', says: t.provider, width: '8rem', isOptional: true, cell: (order) => order.provider },
  {
    id: 'refunded',
    says: t.refunded,
    width: '7rem',
    isOptional: true,
    isFigure: true,
    cell: (order) => <Money of={order.refunded} />,
  },
  { id: 'total', says: t.total, width: '6rem', isFigure: true, cell: (order) => <Money of={order.total} /> },
];

const filtersFor = (t: OrdersWords): Filter[] => [
  { name: 'ready', says: t.toDo, options: [{ value: 'yes', says: t.fReady }] },
  {
    name: 'payment',
    says: t.payment,
    options: [
      { value: 'pending', says: t.fWaitPay },
      { value: 'captured', says: t.fPaid },
      { value: 'partially_refunded', says: t.fPartRefunded },
      { value: 'refunded', says: t.fRefunded },
    ],
  },
  {
    name: 'fulfilment',
    says: t.delivery,
    options: [
      { value: 'pending,partially_shipped', says: t.fToShip },
      { value: 'shipped', says: t.fShipped },
      { value: 'delivered', says: t.fDelivered },
    ],
  },
  {
    name: 'state',
    says: t.state,
    options: [
      { value: 'placed,partially_fulfilled', says: t.fOpen },
      { value: 'fulfilled,completed', says: t.fDone },
      { value: 'cancelled', says: t.fCancelled },
    ],
  },
  {
    name: 'since',
    says: t.since,
    options: [
      { value: '0', says: t.fToday },
      { value: '6', says: t.fWeek },
      { value: '29', says: t.fMonth },
    ],
  },
];

/** The day on which a span of days that ends today began, at midnight where the reader is. */
function since(days: string | undefined): string | undefined {
  if (days === undefined || !/^\d{1,4}$/.test(days)) return undefined;
  const day = new Date();
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - Number(days));
  return day.toISOString();
}

const askedBy = (search: Search): OrdersFilter => ({
  q: search['q'],
  state: search['state'],
  payment: search['payment'],
  fulfilment: search['fulfilment'],
  ...(search['ready'] === 'yes' && { toShip: true }),
  from: since(search['since']),
});

export function OrdersPage() {
  const t = useWords(ordersWords);
  const seesPeople = useSession().may('people.reveal');
  const { search, setSearch } = useListSearch();
  const filter = askedBy(search);
  const source = useList(['orders', 'list', filter], (after) => listOrders(filter, after));
  const columns = useMemo(() => columnsOf(t), [t]);
  const filters = useMemo(() => filtersFor(t), [t]);
  const isFiltered = Object.keys(filtersOf(search)).length > 0;
  const openId = search['open'];
  const close = () => setSearch({ open: undefined }, { replace: true });
  return (
    <Page
      title={t.title}
      fills
      actions={
        filter.q ? null : (
          <Button component="a" href={ordersFileAddress(filter)} download variant="default">
            {t.asFile}
          </Button>
        )
      }
    >
      <Views
        name="orders"
        shipped={[
          { says: t.all, search: {} },
          { says: t.toShip, search: toShipSearch },
          { says: t.toPay, search: toBePaidSearch },
          { says: t.closed, search: { state: 'fulfilled,completed' } },
        ]}
      />
      <ListBar says={t.title} filters={filters} searchSays={seesPeople ? t.search : t.searchNumber} />
      <DataTable
        name="orders"
        says={t.title}
        columns={columns}
        source={source}
        idOf={(order) => order.id}
        openId={openId}
        onOpen={(order) => setSearch({ open: order.id }, { replace: openId !== undefined })}
        onClose={close}
        empty={
          isFiltered ? (
            <Empty title={t.emptyFiltered}>{t.emptyFilteredDo}</Empty>
          ) : (
            <Empty
              title={t.empty}
              action={
                <Button component="a" href="/" variant="default">
                  {t.lookAtShop}
                </Button>
              }
            >
              {t.emptyDo}
            </Empty>
          )
        }
      />
      {openId ? (
        <Sheet says={t.title} page={`/orders/${openId}`} onClose={close}>
          <OrderDetail key={openId} id={openId} />
        </Sheet>
      ) : null}
    </Page>
  );
}
