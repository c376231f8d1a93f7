import { Link } from '@tanstack/react-router';
import type { OrderItem } from '../../api/orders.ts';
import { Instant } from '../../format/instant.tsx';
import { Money } from '../../format/money.tsx';
import { Card } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { DeliveryState, PaymentState } from '../orders/order-state.tsx';
import { homeWords } from './home-words.ts';

/** The newest orders, to go on from. */
export function LatestOrders({ orders }: { orders: readonly OrderItem[] | undefined }) {
  const t = useWords(homeWords);
  return (
    <Card title={t.latest} actions={<Link to="/orders">{t.allOrders}</Link>} flush>
      {orders === undefined ? <span className="bone bone-block home-bone-tall" /> : null}
      {orders?.length === 0 ? <p className="card-none soft">{t.noOrders}</p> : null}
      <ul className="home-orders">
        {orders?.map((order) => (
          <li key={order.id}>
            <Link to="/orders/$id" params={{ id: order.id }} className="home-order">
              <span className="strong figure">{order.number}</span>
              <span className="one-line">{order.buyer?.name}</span>
              <span className="home-states">
                <PaymentState code={order.paymentState} /> <DeliveryState code={order.fulfilmentState} />
              </span>
              <span className="soft home-when">
                <Instant at={order.placedAt} />
              </span>
              <Money of={order.total} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
