import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { carriersQuery, looksMistyped, ship } from '../../api/fulfilment.ts';
import type { Order } from '../../api/orders.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { NumberInput, Select, TextInput } from '../../parts/fields.tsx';
import { Note } from '../../parts/note.tsx';
import { useStored } from '../../parts/stored.ts';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { dialogWords } from './order-words.ts';

/** Sends all or part of an order: how many of what, with whom, under which number. */
export function ShipDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useWords(dialogWords);
  const open = order.lines
    .map((line) => ({ ...line, left: Math.max(0, line.quantity - line.shipped - line.refunded) }))
    .filter((line) => line.left > 0);
  const [quantities, setQuantities] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries(open.map((line) => [line.id, line.left])),
  );
  const carriers = useQuery(carriersQuery);
  const [lastCarrier, setLastCarrier] = useStored('carrier', '');
  const [chosen, setChosen] = useState<string | null>(null);
  const [trackingNumber, setTracking] = useState('');
  const known = carriers.data?.items ?? [];
  const carrier = chosen ?? known.find((one) => one.code === lastCarrier)?.code ?? known[0]?.code ?? '';
  const [asked] = useDebouncedValue(trackingNumber.trim(), 400);
  const check = useQuery({
    queryKey: ['carriers', 'check', carrier, asked],
    queryFn: () => looksMistyped(carrier, asked),
    enabled: carrier !== '' && asked !== '',
  });

  const lines = open.flatMap((line) => {
    const quantity = quantities[line.id] ?? 0;
    return quantity > 0 ? [{ orderLineId: line.id, quantity }] : [];
  });
  const count = lines.reduce((sum, line) => sum + line.quantity, 0);
  const act = useAct(() => ship(order, { lines, carrier, trackingNumber: trackingNumber.trim() }), {
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
          name="carrier"
          label={t.carrier}
          data={known.map((one) => ({ value: one.code, label: one.label }))}
          value={carrier}
          allowDeselect={false}
          onChange={(code) => setChosen(code)}
        />
        <TextInput
          name="trackingNumber"
          label={`${t.tracking} (${t.optional})`}
          maxLength={80}
          value={trackingNumber}
          onChange={(event) => setTracking(event.currentTarget.value)}
          data-autofocus
        />
      </div>
      {asked !== '' && check.data?.looksMistyped ? <Note tone="amber">{t.mistyped}</Note> : null}
    </Dialog>
  );
}
