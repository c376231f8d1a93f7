import type { Order } from '../../api/orders.ts';
import { Money } from '../../format/money.tsx';
import { Thumb } from '../../parts/thumb.tsx';
import { useWords } from '../../words/words.ts';
import { orderWords } from './order-words.ts';

/** What was ordered, with what has left and what was given back. */
export function OrderLines({ order }: { order: Order }) {
  const t = useWords(orderWords);
  return (
    <ul className="order-lines">
      {order.lines.map((line) => (
        <li key={line.id}>
          <Thumb picture={line.picture} size={44} />
          <div className="order-line-name">
            <span className="strong">{line.title}</span>
            <span className="soft small">
              {[line.variantTitle, line.sku].filter(Boolean).join(' · ')}
              {line.shipped > 0 ? ` · ${t.shippedOf(line.shipped, line.quantity)}` : ''}
              {line.refunded > 0 ? ` · ${t.refundedOf(line.refunded, line.quantity)}` : ''}
            </span>
          </div>
          <span className="figure soft">
            {t.pieces(line.quantity)} <Money of={line.unitPrice} />
          </span>
          <span className="order-line-total">
            <Money of={line.total} />
          </span>
        </li>
      ))}
    </ul>
  );
}
