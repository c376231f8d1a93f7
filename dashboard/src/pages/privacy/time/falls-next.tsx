import type { Clock } from '../../../api/retention.ts';
import { formatNumber } from '../../../format/number.tsx';
import { Empty } from '../../../parts/note.tsx';
import { Card } from '../../../parts/page.tsx';
import { useThingName } from '../../../words/use-thing-name.ts';
import { useReader, useWords } from '../../../words/words.ts';
import { clocksWords } from './clocks-words.ts';

const monthsShown = 6;

/** The months from this one on, as `2026-11`, by the earliest that any clock names. */
function monthsFrom(clocks: readonly Clock[]): string[] {
  const first = clocks
    .flatMap(({ next }) => next.map(({ month }) => month))
    .toSorted()
    .at(0);
  if (first === undefined) return [];
  const [year = 0, month = 1] = first.split('-').map(Number);
  return Array.from({ length: monthsShown }, (_, index) => {
    const count = year * 12 + month - 1 + index;
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  });
}

/** How many rows end in which month; the darker, the more of that clock. */
export function FallsNext({ of }: { of: readonly Clock[] }) {
  const t = useWords(clocksWords);
  const { locale } = useReader();
  const nameOf = useThingName();
  const months = monthsFrom(of);
  const shown = of.filter(({ next }) => next.some(({ month }) => months.includes(month)));
  const says = (month: string): string =>
    new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(
      new Date(`${month}-01T00:00:00Z`),
    );
  return (
    <Card title={t.next}>
      <div className="stack">
        <p className="small soft">{t.nextSays}</p>
        {shown.length === 0 ? (
          <Empty title={t.nextNone}>{t.nextNoneDo}</Empty>
        ) : (
          <div className="scroll-x">
            <table className="plain-table falls">
              <thead>
                <tr>
                  <th scope="col">{t.what}</th>
                  {months.map((month) => (
                    <th key={month} scope="col" className="figure">
                      {says(month)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((clock) => (
                  <tr key={clock.name}>
                    <th scope="row">{nameOf(clock.name)}</th>
                    {months.map((month) => {
                      const count = clock.next.find((one) => one.month === month)?.count ?? 0;
                      const share = clock.rows === 0 ? 0 : count / clock.rows;
                      const step = count === 0 ? 0 : Math.max(1, Math.ceil(share * 4));
                      return (
                        <td key={month} className="figure" data-step={step}>
                          {count === 0 ? <span className="faint">–</span> : formatNumber(count, locale)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </Card>
  );
}
