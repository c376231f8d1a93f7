import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { orderQuery } from '../../api/orders.ts';
import { useSession } from '../../api/session.ts';
import { Instant } from '../../format/instant.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Facts, Timeline } from '../../parts/note.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { Statement } from '../../parts/statement.tsx';
import { useWho } from '../../parts/use-who.ts';
import { useWords } from '../../words/words.ts';
import type { Order } from '../../api/orders.ts';
import { OrderActions } from './order-actions.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderNotes } from './order-notes.tsx';
import { OrderParties } from './order-parties.tsx';
import { OrderParcels } from './order-parcels.tsx';
import { DeliveryState, OrderState, PaymentState } from './order-state.tsx';
import { orderWords } from './order-words.ts';
import './order.css';

/** An order with everything that is known of it and all that can be done for it. */
export function OrderDetail({ id, isPage = false }: { id: string; isPage?: boolean }) {
  const t = useWords(orderWords);
  const session = useSession();
  const whoDid = useWho();
  const { data: order, error, refetch } = useQuery(orderQuery(id));
  if (error && !order)
    return (
      <Page title="">
        <Failure of={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (!order) return <PageSkeleton />;
  return (
    <Page
      title={t.order(order.number)}
      back={isPage ? { to: '/orders', says: t.orders } : undefined}
      mark={
        <>
          <OrderState code={order.state} />
          <PaymentState code={order.paymentState} />
          <DeliveryState code={order.fulfilmentState} />
        </>
      }
      actions={<OrderActions order={order} />}
    >
      <div className="columns">
        <div className="stack">
          <Card title={t.lines} flush>
            <OrderLines order={order} />
          </Card>
          <Card title={t.money}>
            <OrderMoney order={order} />
          </Card>
          {order.fulfilments.length > 0 ? (
            <Card title={t.parcels}>
              <OrderParcels order={order} />
            </Card>
          ) : null}
          {order.masked && order.notes.length === 0 && !session.may('orders.write') ? null : (
            <Card title={t.notes}>
              <OrderNotes order={order} />
            </Card>
          )}
        </div>
        <div className="stack">
          <Card title={t.people}>
            <OrderParties order={order} />
          </Card>
          <Card title={t.timeline}>
            <Timeline
              moments={order.timeline
                .map((moment, index) => ({
                  key: String(index),
                  at: <Instant at={moment.at} />,
                  what: moment.what,
                  who: whoDid(moment.by),
                }))
                .toReversed()}
            />
            <ul className="order-links small">
              {session.may('outbox.read') ? (
                <li>
                  <Link to="/outbox" search={{ about: order.id }}>
                    {t.mails}
                  </Link>
                </li>
              ) : null}
              {session.may('audit.read') ? (
                <li>
                  <Link to="/audit" search={{ table: 'orders.order', id: order.id }}>
                    {t.audit}
                  </Link>
                </li>
              ) : null}
            </ul>
          </Card>
        </div>
      </div>
    </Page>
  );
}

function OrderMoney({ order }: { order: Order }) {
  const t = useWords(orderWords);
  const { totals } = order;
  const wasRefunded = totals.refunded.amountMinor > 0;
  const taxes = totals.taxes.map((tax) => {
    const says = totals.taxIncluded ? t.taxIn(tax.label) : t.taxOn(tax.label);
    return { says, amount: tax.tax, isAside: totals.taxIncluded };
  });
  const minus = (value: typeof totals.refunded) => ({ ...value, amountMinor: -value.amountMinor });
  const kept = { ...totals.total, amountMinor: totals.total.amountMinor - totals.refunded.amountMinor };
  return (
    <div className="stack">
      <Statement
        lines={[
          { says: t.goods, amount: totals.goods },
          { says: t.delivery(order.shipping.name), amount: totals.delivery },
          ...(totals.taxIncluded ? [] : taxes),
          { says: t.total, amount: totals.total, isSum: true },
          ...(totals.taxIncluded ? taxes : []),
          wasRefunded && { says: t.refunded, amount: minus(totals.refunded) },
          wasRefunded && { says: t.kept, amount: kept, isSum: true },
        ]}
      />
      <Facts
        lines={[
          { says: t.paidBy, value: order.payment.label },
          { says: t.placed, value: <Instant at={order.placedAt} /> },
        ]}
      />
    </div>
  );
}
