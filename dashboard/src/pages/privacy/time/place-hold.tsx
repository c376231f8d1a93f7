import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { holdableQuery, placeHold } from '../../../api/retention.ts';
import type { Hold, Holdable, NewHold } from '../../../api/retention.ts';
import { Instant } from '../../../format/instant.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { Select, TextInput } from '../../../parts/fields.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useWords } from '../../../words/words.ts';
import { FindOwner } from './find-owner.tsx';
import type { Owner } from './find-owner.tsx';
import { holdsWords } from './holds-words.ts';
import { useHeldThing } from './use-held-thing.ts';

const grounds = ['court', 'authority', 'claim', 'audit'] as const;

const keyOf = ({ table, rowId, field }: Holdable): string => `${table} ${rowId} ${field ?? ''}`;

/** Keeps chosen parts of an order or of a person for a case. */
export function PlaceHold({ onClose }: { onClose: () => void }) {
  const t = useWords(holdsWords);
  const [owner, setOwner] = useState<Owner | null>(null);
  const [chosen, setChosen] = useState<readonly Holdable[]>([]);
  const [ground, setGround] = useState<Hold['ground']>('claim');
  const [reference, setReference] = useState('');
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
      isDisabled={chosen.length === 0 || reference.trim() === ''}
      failure={act.error}
      size="lg"
      onDo={() => act.mutate({ rows: rowsOf(chosen), ground, reference: reference.trim() })}
      consequences={[chosen.length > 0 && t.keeps(chosen.length), t.untilReleased]}
    >
      <FindOwner
        owner={owner}
        onFound={(found) => {
          setOwner(found);
          setChosen([]);
        }}
      />
      {owner ? <Parts of={owner} chosen={chosen} onChoose={setChosen} /> : null}
      <div className="fields">
        <Select
          name="ground"
          label={t.ground}
          allowDeselect={false}
          value={ground}
          onChange={(value) => setGround(grounds.find((one) => one === value) ?? ground)}
          data={grounds.map((value) => ({ value, label: t[value] }))}
        />
        <TextInput
          name="reference"
          required
          label={t.reference}
          description={t.referenceSays}
          autoComplete="off"
          maxLength={400}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}

/** One hold for each row, with all the fields of it that were chosen. */
function rowsOf(chosen: readonly Holdable[]): NewHold['rows'] {
  const rows = Map.groupBy(chosen, ({ table, rowId }) => `${table} ${rowId}`);
  return [...rows.values()].flatMap((parts) => {
    const [first] = parts;
    const fields = parts.flatMap(({ field }) => field ?? []);
    return first ? [{ table: first.table, rowId: first.rowId, fields }] : [];
  });
}

/** What can be kept, part by part: what stays is decided by what is ticked, and no more. */
function Parts({
  of,
  chosen,
  onChoose,
}: {
  of: Owner;
  chosen: readonly Holdable[];
  onChoose: (parts: readonly Holdable[]) => void;
}) {
  const t = useWords(holdsWords);
  const thing = useHeldThing();
  const answer = useQuery(holdableQuery(of.kind, of.id));
  if (answer.error) return <Failure of={answer.error} isPlain />;
  if (!answer.data) return <span className="bone bone-block skeleton-card" aria-hidden />;
  const keys = new Set(chosen.map(keyOf));
  return (
    <fieldset className="quantities">
      <legend className="strong">{t.parts}</legend>
      <div className="choices hold-parts">
        {answer.data.items.map((part) => (
          <Checkbox
            key={keyOf(part)}
            label={thing(part)}
            description={part.isHeld ? t.heldAlready : <Instant at={part.at} />}
            checked={keys.has(keyOf(part))}
            onChange={(event) =>
              onChoose(
                event.currentTarget.checked
                  ? [...chosen, part]
                  : chosen.filter((one) => keyOf(one) !== keyOf(part)),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
