import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Order } from '../../api/orders.ts';
import { revealOrder } from '../../api/people.ts';
import type { Revealed } from '../../api/people.ts';
import { Facts } from '../../parts/note.tsx';
import { Postal } from '../../parts/postal.tsx';
import { ReadAt, Reveal } from '../../parts/reveal.tsx';
import { Seal } from '../../parts/seal.tsx';
import { useWords } from '../../words/words.ts';
import { orderWords } from './order-words.ts';

/** Who bought and where it goes; sealed data, masked for those whose role does not read people until they say why. */
export function OrderParties({ order }: { order: Order }) {
  const t = useWords(orderWords);
  const queries = useQueryClient();
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const contact = revealed ? revealed.contact : order.contact;
  if (!contact) return <p className="soft">{t.erased}</p>;
  return (
    <div className="stack stack-tight">
      {revealed ? <ReadAt at={revealed.readAt} /> : null}
      {order.masked && !revealed ? (
        <Reveal
          reveal={(because) => revealOrder(order.id, because)}
          onRevealed={(result) => {
            setRevealed(result);
            void queries.invalidateQueries({ queryKey: ['orders', 'one', order.id] });
          }}
        />
      ) : null}
      {order.masked ? null : <Seal>{t.readSays}</Seal>}
      <Parties contact={contact} isMasked={order.masked && !revealed} />
    </div>
  );
}

function Parties({ contact, isMasked }: { contact: NonNullable<Order['contact']>; isMasked: boolean }) {
  const t = useWords(orderWords);
  const email = isMasked ? contact.email : <a href={`mailto:${contact.email}`}>{contact.email}</a>;
  const bill = contact.billingAddress ? (
    <Postal of={contact.billingAddress} />
  ) : (
    <span className="soft">{t.sameAddress}</span>
  );
  return (
    <Facts
      lines={[
        { says: t.buyer, value: contact.name },
        { says: t.email, value: email },
        { says: t.shipTo, value: <Postal of={contact.shippingAddress} /> },
        { says: t.billTo, value: bill },
      ]}
    />
  );
}
