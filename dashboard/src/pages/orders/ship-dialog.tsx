import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ship } from '../../api/fulfilment.ts';
import type { Order } from '../../api/orders.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Note } from '../../parts/note.tsx';
import { useStored } from '../../parts/stored.ts';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { dialogWords } from './order-words.ts';

const carriers = ['DHL', 'DPD', 'GLS', 'Hermes', 'UPS', 'FedEx', 'PostNord', 'Post'];

/** Sends all or part of an order: how many of what, with whom, under which number. */
export function ShipDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useWords(dialogWords);
  const open = order.lines.map((line) => ({ ...line, left: Math.max(0, line.quantity - line.shipped - line.refunded) })).filter((line) => line.left > 0);
  const [quantities, setQuantities] = useState<Readonly<Record<string, number>>>(() => Object.fromEntries(open.map((line) => [line.id, line.left])));
  const [lastCarrier, setLastCarrier] = useStored('carrier', 'DHL');
  const [chosen, setChosen] = useState(carriers.includes(lastCarrier) ? lastCarrier : '');
  const [other, setOther] = useState(carriers.includes(lastCarrier) ? '' : lastCarrier);
  const [trackingNumber, setTracking] = useState('');
  const carrier = chosen || other.trim();

  const lines = open.flatMap((line) => {
    const quantity = quantities[line.id] ?? 0;
    return quantity > 0 ? [{ orderLineId: line.id, quantity }] : [];
  });
  const count = lines.reduce((sum, line) => sum + line.quantity, 0);
  const act = useAct(() => ship(order.id, { lines, carrier, trackingNumber: trackingNumber.trim() }), {
    changes: [['orders'], ['stock']],
    says: t.shipDone,
    onDone: () => {
      setLastCarrier(carrier);
      onClose();
    },
    showsFailure: true,
  });
  return (
    <Dialog
      title={t.shipTitle}
      size="lg"
      isOpen
      onClose={onClose}
      does={t.shipDo(count)}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDisabled={count === 0 || carrier === ''}
      failure={act.error}
      consequences={[t.shipStock(count), t.shipMail, t.shipNoUndo]}
    >
      {order.paymentState === 'pending' ? <Note tone="amber">{t.shipUnpaid}</Note> : null}
      <fieldset className="quantities">
        <legend className="only-read">{t.what}</legend>
        {open.map((line) => (
          <div key={line.id} className="quantity-row">
            <span className="one-line">
              {line.title} <span className="soft">{line.variantTitle}</span>
            </span>
            <NumberInput
              size="xs"
              w={84}
              min={0}
              max={line.left}
              clampBehavior="strict"
              allowDecimal={false}
              aria-label={t.quantityOf(line.title)}
              value={quantities[line.id] ?? 0}
              onChange={(value) => setQuantities({ ...quantities, [line.id]: Number(value) || 0 })}
            />
            <span className="soft figure">{t.piecesOf(line.left)}</span>
          </div>
        ))}
      </fieldset>
      <div className="fields">
        <Select
          label={t.carrier}
          data={[...carriers.map((name) => ({ value: name, label: name })), { value: '', label: t.other }]}
          value={chosen}
          allowDeselect={false}
          onChange={(name) => setChosen(name ?? '')}
        />
        {chosen === '' ? <TextInput label={t.otherCarrier} required withAsterisk={false} maxLength={60} value={other} onChange={(event) => setOther(event.currentTarget.value)} /> : null}
        <TextInput
          label={`${t.tracking} (${t.optional})`}
          maxLength={80}
          value={trackingNumber}
          onChange={(event) => setTracking(event.currentTarget.value)}
          data-autofocus
        />
      </div>
    </Dialog>
  );
}
