import type { Order } from '../../api/orders.ts';
import { Facts } from '../../parts/note.tsx';
import { Postal } from '../../parts/postal.tsx';
import { Seal } from '../../parts/seal.tsx';
import { useWords } from '../../words/words.ts';
import { orderWords } from './order-words.ts';

/** Who bought and where it goes; sealed data, masked for those whose role does not read people. */
export function OrderParties({ order }: { order: Order }) {
  const t = useWords(orderWords);
  const { contact } = order;
  if (!contact && order.masked) return <Seal>{t.maskedSays}</Seal>;
  if (!contact) return <p className="soft">{t.erased}</p>;
  return (
    <div className="stack stack-tight">
      <Seal>{t.readSays}</Seal>
      <Facts
        lines={[
          { says: t.buyer, value: contact.name },
          {
            says: t.email,
            value: order.masked ? contact.email : <a href={`mailto:${contact.email}`}>{contact.email}</a>,
          },
          contact.shippingAddress !== null && {
            says: t.shipTo,
            value: <Postal of={contact.shippingAddress} />,
          },
          {
            says: t.billTo,
            value: contact.billingAddress ? (
              <Postal of={contact.billingAddress} />
            ) : (
              <span className="soft">{t.sameAddress}</span>
            ),
          },
        ]}
      />
    </div>
  );
}
