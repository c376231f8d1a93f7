import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { placeHold } from '../../../api/retention.ts';
import type { Holds, NewHold } from '../../../api/retention.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useWords } from '../../../words/words.ts';
import { holdsWords } from './holds-words.ts';
import { useClockName } from './use-clock-name.ts';

const grounds = ['court', 'authority', 'claim', 'audit'] as const;
const keyPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Keeps one row, or fields of it, for a case. */
export function PlaceHold({ holdable, onClose }: { holdable: Holds['holdable']; onClose: () => void }) {
  const t = useWords(holdsWords);
  const nameOf = useClockName();
  const [wish, setWish] = useState<NewHold>({
    table: holdable.find(({ table }) => table === 'orders.party')?.table ?? holdable[0]?.table ?? '',
    rowId: '',
    fields: [],
    ground: 'claim',
    reference: '',
  });
  const act = useAct(placeHold, {
    changes: [['holds'], ['clocks']],
    says: t.placed,
    onDone: onClose,
    showsFailure: true,
  });
  return (
    <Dialog
      title={t.place}
      isOpen
      onClose={onClose}
      does={t.place}
      isBusy={act.isPending}
      isDisabled={!keyPattern.test(wish.rowId) || wish.reference.trim() === ''}
      failure={act.error}
      size="lg"
      onDo={() => act.mutate(wish)}
    >
      <div className="fields">
        <Select
          label={t.table}
          searchable
          allowDeselect={false}
          value={wish.table}
          onChange={(table) => setWish({ ...wish, table: table ?? wish.table, fields: [] })}
          data={holdable.map(({ table }) => ({ value: table, label: nameOf(table) }))}
        />
        <TextInput
          label={t.rowId}
          description={t.rowIdSays}
          value={wish.rowId}
          onChange={(event) => setWish({ ...wish, rowId: event.currentTarget.value.trim() })}
        />
        <MultiSelect
          label={t.fields}
          description={t.fieldsSay}
          value={wish.fields}
          onChange={(fields) => setWish({ ...wish, fields })}
          data={holdable.find(({ table }) => table === wish.table)?.fields ?? []}
        />
        <Select
          label={t.ground}
          allowDeselect={false}
          value={wish.ground}
          onChange={(value) =>
            setWish({ ...wish, ground: grounds.find((one) => one === value) ?? wish.ground })
          }
          data={grounds.map((value) => ({ value, label: t[value] }))}
        />
        <TextInput
          label={t.reference}
          description={t.referenceSays}
          autoComplete="off"
          maxLength={400}
          value={wish.reference}
          onChange={(event) => setWish({ ...wish, reference: event.currentTarget.value })}
        />
      </div>
    </Dialog>
  );
}
