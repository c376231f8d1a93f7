import { Button } from '@mantine/core';
import { NumberInput } from '../../parts/fields.tsx';
import { useState } from 'react';
import { setItemRules } from '../../api/stock.ts';
import type { StockCard } from '../../api/stock.ts';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { stockWords } from './stock-words.ts';

/** When an item counts as low, and how many are kept back. */
export function ItemRules({ offerId, level }: { offerId: string; level: NonNullable<StockCard['level']> }) {
  const t = useWords(stockWords);
  const session = useSession();
  const factor = 10 ** level.scale;
  const [lowAt, setLowAt] = useState<number | string>(level.lowAt / factor);
  const [safety, setSafety] = useState<number | string>(level.safety / factor);
  const rules = { lowAt: Math.round(Number(lowAt) * factor), safety: Math.round(Number(safety) * factor) };
  const isSame = rules.lowAt === level.lowAt && rules.safety === level.safety;
  const act = useAct(() => setItemRules(offerId, rules), { changes: [['stock']], says: t.rulesSaved });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(undefined);
      }}
    >
      <NumberInput
        name="lowAt"
        label={t.lowAtSays}
        min={0}
        value={lowAt}
        onChange={setLowAt}
        disabled={!session.may('stock.write')}
      />
      <NumberInput
        name="safety"
        label={t.safety}
        min={0}
        value={safety}
        onChange={setSafety}
        disabled={!session.may('stock.write')}
      />
      {isSame ? null : (
        <div className="row row-end">
          <Button type="submit" size="xs" loading={act.isPending}>
            {t.saveRules}
          </Button>
        </div>
      )}
    </form>
  );
}
