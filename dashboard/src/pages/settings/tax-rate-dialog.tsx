import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { setTaxRate } from '../../api/tax.ts';
import type { TaxPlace } from '../../api/tax.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { NumberInput, Select, TextInput } from '../../parts/fields.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { taxWords } from './settings-words.ts';

const classes = ['standard', 'reduced', 'reduced-2', 'reduced-3', 'zero', 'exempt'] as const;

/** The shop's own rate from a day on. */
export function TaxRateDialog({
  place,
  name,
  onClose,
}: {
  place: TaxPlace;
  name: string;
  onClose: () => void;
}) {
  const t = useWords(taxWords);
  const [taxClass, setClass] = useState<(typeof classes)[number]>('standard');
  const [percent, setPercent] = useState<number | string>(
    (place.shipped.find((rate) => rate.taxClass === 'standard')?.rateBp ?? 0) / 100,
  );
  const [isShipped, setShipped] = useState(false);
  const [from, setFrom] = useState(() => new Date().toISOString().slice(0, 10));
  const act = useAct(
    () =>
      setTaxRate({
        zone: place.zone,
        taxClass,
        rateBp: isShipped ? null : Math.round(Number(percent) * 100),
        label: null,
        from,
      }),
    {
      changes: [['tax']],
      says: t.done,
      onDone: onClose,
      showsFailure: true,
    },
  );
  return (
    <Dialog
      title={t.setTitle(name)}
      isOpen
      onClose={onClose}
      does={t.save}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDisabled={from === '' || (!isShipped && percent === '')}
      failure={act.error}
      consequences={[t.will, t.noUndo]}
    >
      <Select
        name="taxClass"
        label={t.taxClass}
        allowDeselect={false}
        data={classes.map((value) => ({ value, label: t[value] }))}
        value={taxClass}
        onChange={(value) => setClass((value ?? 'standard') as (typeof classes)[number])}
      />
      <Checkbox
        label={t.backToShipped}
        checked={isShipped}
        onChange={(event) => setShipped(event.currentTarget.checked)}
      />
      {isShipped ? null : (
        <NumberInput
          name="rateBp"
          label={t.rate}
          min={0}
          max={100}
          decimalScale={2}
          suffix=" %"
          value={percent}
          onChange={setPercent}
        />
      )}
      <TextInput
        name="from"
        required
        type="date"
        label={t.since}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
    </Dialog>
  );
}
