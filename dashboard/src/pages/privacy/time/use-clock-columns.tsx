import { Figure } from '../../../format/number.tsx';
import type { PlainColumn } from '../../../parts/plain-table.tsx';
import { useThingName } from '../../../words/use-thing-name.ts';
import { useWords } from '../../../words/words.ts';
import { clocksWords } from './clocks-words.ts';

/** What every list of clocks begins with: what it is about, and how many rows. */
export function useClockColumns<Line extends { readonly rows: number }>(
  clockOf: (line: Line) => string,
): PlainColumn<Line>[] {
  const t = useWords(clocksWords);
  const nameOf = useThingName();
  return [
    { says: t.what, cell: (line) => <span title={clockOf(line)}>{nameOf(clockOf(line))}</span> },
    { says: t.rows, isFigure: true, cell: ({ rows }) => <Figure of={rows} /> },
  ];
}
