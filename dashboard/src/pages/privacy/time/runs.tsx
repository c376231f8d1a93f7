import type { Clocks } from '../../../api/retention.ts';
import { Instant } from '../../../format/instant.tsx';
import { formatNumber } from '../../../format/number.tsx';
import { Mark } from '../../../parts/note.tsx';
import { Card } from '../../../parts/page.tsx';
import { useThingName } from '../../../words/use-thing-name.ts';
import { useReader, useWords } from '../../../words/words.ts';
import { clocksWords } from './clocks-words.ts';
import { useCited } from './use-cited.ts';

/** What ended lately, with the receipt of each clock. */
export function Runs({ of }: { of: Clocks['runs'] }) {
  const t = useWords(clocksWords);
  const { locale } = useReader();
  const nameOf = useThingName();
  const citedAs = useCited();
  const says: Readonly<Record<string, unknown>> = t;
  const wordFor = (code: string): string => (typeof says[code] === 'string' ? says[code] : code);
  return (
    <Card title={t.runs}>
      {of.length === 0 ? (
        <p className="soft">{t.runsNone}</p>
      ) : (
        <ul className="runs">
          {of.map((run) => (
            <li key={run.id}>
              <div className="row">
                <Instant at={run.startedAt} />
                {run.byPerson ? <span className="small soft">{t.byPerson}</span> : null}
                {run.state === 'blocked' ? <Mark tone="amber">{t.blocked}</Mark> : null}
                {run.state === 'failed' ? <Mark tone="red">{t.failed}</Mark> : null}
              </div>
              {sumUp(run.receipts).map((receipt) => (
                <div key={`${receipt.clock} ${receipt.outcome}`} className="small soft">
                  {nameOf(receipt.clock)}: {formatNumber(receipt.rows, locale)} {wordFor(receipt.outcome)} (
                  {citedAs(receipt.cites)})
                </div>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type Receipt = Clocks['runs'][number]['receipts'][number];

/** One line per clock and outcome: there is a receipt for each batch. */
function sumUp(receipts: readonly Receipt[]): Receipt[] {
  const sums = new Map<string, Receipt>();
  for (const receipt of receipts) {
    const key = `${receipt.clock} ${receipt.outcome}`;
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, rows: sum.rows + receipt.rows } : receipt);
  }
  return [...sums.values()];
}

/** That backups can be restored: tried, not hoped. */
export function Drills({ of }: { of: Clocks['drills'] }) {
  const t = useWords(clocksWords);
  const outcomes = { passed: t.passed, failed: t.failed, 'not possible': t['not possible'] };
  const says: Readonly<Record<string, string>> = outcomes;
  return (
    <Card title={t.drills}>
      <div className="stack">
        <p className="small soft">{t.drillsSays}</p>
        {of.length === 0 ? (
          <p className="soft">{t.drillsNone}</p>
        ) : (
          <ul className="runs">
            {of.map((drill) => (
              <li key={drill.startedAt}>
                <div className="row">
                  <Mark tone={drill.outcome === 'passed' ? 'green' : 'red'}>
                    {says[drill.outcome] ?? drill.outcome}
                  </Mark>
                  <Instant at={drill.startedAt} />
                </div>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
