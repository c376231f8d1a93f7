import { useQuery } from '@tanstack/react-query';
import { carriersQuery } from '../../api/fulfilment.ts';
import type { Order } from '../../api/orders.ts';
import { Instant } from '../../format/instant.tsx';
import { useWords } from '../../words/words.ts';
import { orderWords } from './order-words.ts';

/** What has left, with whom, and what was in it. */
export function OrderParcels({ order }: { order: Order }) {
  const t = useWords(orderWords);
  const carriers = useQuery(carriersQuery);
  const labels = new Map((carriers.data?.items ?? []).map((carrier) => [carrier.code, carrier.label]));
  const titles = new Map(order.lines.map((line) => [line.id, line.title]));
  return (
    <ul className="stack">
      {order.fulfilments.map((parcel) => (
        <li key={parcel.id}>
          <div className="row row-apart">
            <span className="strong">{t.parcel(labels.get(parcel.carrier) ?? parcel.carrier)}</span>
            <Instant at={parcel.shippedAt} />
          </div>
          {parcel.trackingNumber ? (
            <div>
              <code>{parcel.trackingNumber}</code>{' '}
              {parcel.trackingUrl ? (
                <a href={parcel.trackingUrl} target="_blank" rel="noreferrer">
                  {t.track}
                </a>
              ) : null}
            </div>
          ) : null}
          <div className="small soft">
            {parcel.lines
              .map((line) => `${t.pieces(line.quantity)} ${titles.get(line.orderLineId) ?? ''}`)
              .join(', ')}
          </div>
        </li>
      ))}
    </ul>
  );
}
