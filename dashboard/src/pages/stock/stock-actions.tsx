import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  adjustStock,
  countStock,
  locationsQuery,
  moveStock,
  reasons,
  receiveStock,
} from '../../api/stock.ts';
import type { Reason, StockCard } from '../../api/stock.ts';
import { useSession } from '../../api/session.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { NumberInput, Select } from '../../parts/fields.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { stockWords } from './stock-words.ts';

type Deed = 'receive' | 'adjust' | 'count' | 'move';
type Shelves = NonNullable<StockCard['level']>['shelves'];

interface StockActionsProps {
  offerId: string;
  scale: number;
  shelves: Shelves;
}

/** What can be done with the stock of one item. */
export function StockActions(props: StockActionsProps) {
  const t = useWords(stockWords);
  const session = useSession();
  const [deed, setDeed] = useState<Deed | null>(null);
  if (!session.may('stock.write')) return null;
  return (
    <>
      <Button size="xs" onClick={() => setDeed('receive')}>
        {t.receive}
      </Button>
      <Button size="xs" variant="default" onClick={() => setDeed('adjust')}>
        {t.adjust}
      </Button>
      <Button size="xs" variant="default" onClick={() => setDeed('count')}>
        {t.countDo}
      </Button>
      <Button size="xs" variant="default" onClick={() => setDeed('move')}>
        {t.moveDo}
      </Button>
      {deed ? <StockDialog key={deed} deed={deed} {...props} onClose={() => setDeed(null)} /> : null}
    </>
  );
}

function StockDialog({
  deed,
  offerId,
  scale,
  shelves,
  onClose,
}: StockActionsProps & { deed: Deed; onClose: () => void }) {
  const t = useWords(stockWords);
  const locations = useQuery(locationsQuery);
  const places = (locations.data?.items ?? []).filter((place) => place.physical && place.archivedAt === null);
  const first =
    shelves.find((shelf) => shelf.onHand > 0)?.locationId ??
    places.find((place) => place.sells)?.id ??
    places[0]?.id ??
    '';
  const [chosen, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [amount, setAmount] = useState<number | string>('');
  const [reason, setReason] = useState<Reason>('correction');
  const from = chosen ?? first;
  const quantity = Math.round(Number(amount) * 10 ** scale);

  const act = useAct(
    async () => {
      if (deed === 'receive') await receiveStock({ offerId, quantity, locationId: from });
      else if (deed === 'adjust') await adjustStock({ offerId, change: quantity, reason, locationId: from });
      else if (deed === 'count') await countStock({ offerId, counted: quantity, locationId: from });
      else await moveStock({ offerId, quantity, from, to: to ?? '' });
    },
    { changes: [['stock'], ['products']], says: t.done, onDone: onClose, showsFailure: true },
  );

  const says = { receive: t.receive, adjust: t.adjust, count: t.countDo, move: t.moveDo }[deed];
  const asks = { receive: t.quantity, adjust: t.changeSays, count: t.countedSays, move: t.quantity }[deed];
  const will = {
    receive: t.receiveWill(Number(amount) || 0),
    adjust: t.adjustWill,
    count: t.countWill,
    move: t.moveWill,
  }[deed];
  const isComplete =
    amount !== '' &&
    from !== '' &&
    (deed === 'count' || quantity !== 0) &&
    (deed !== 'move' || (to !== null && to !== from));
  const options = places.map((place) => ({ value: place.id, label: place.name }));
  return (
    <Dialog
      title={says}
      isOpen
      onClose={onClose}
      does={says}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDisabled={!isComplete}
      failure={act.error}
      consequences={[will, t.noUndo]}
    >
      <NumberInput
        name="lines"
        label={asks}
        min={deed === 'adjust' ? undefined : 0}
        allowDecimal={scale > 0}
        decimalScale={scale}
        value={amount}
        onChange={setAmount}
        data-autofocus
      />
      <Select
        name="from"
        label={deed === 'move' ? t.from : t.atPlace}
        data={options}
        value={from}
        onChange={setFrom}
        allowDeselect={false}
      />
      {deed === 'move' ? (
        <Select
          name="to"
          label={t.to}
          data={options.filter((place) => place.value !== from)}
          value={to}
          onChange={setTo}
          allowDeselect={false}
        />
      ) : null}
      {deed === 'adjust' ? (
        <Select
          name="reason"
          label={t.reason}
          data={reasons.map((code) => ({ value: code, label: t[code] }))}
          value={reason}
          allowDeselect={false}
          onChange={(code) => setReason((code as Reason | null) ?? 'correction')}
        />
      ) : null}
    </Dialog>
  );
}
