import type { Clock, Clocks } from '../../../api/retention.ts';
import { Figure } from '../../../format/number.tsx';
import { Mark } from '../../../parts/note.tsx';
import { Card } from '../../../parts/page.tsx';
import { useThingName } from '../../../words/use-thing-name.ts';
import { useWords } from '../../../words/words.ts';
import { clocksWords } from './clocks-words.ts';
import { useCited } from './use-cited.ts';

/** Each clock: what it is about, where it runs from, what keeps it and who ends it. */
export function AllClocks({ of }: { of: readonly Clock[] }) {
  const t = useWords(clocksWords);
  const nameOf = useThingName();
  const citedAs = useCited();
  const endedBy = (clock: Clock): string =>
    clock.endedBy === 'retention.run'
      ? t.executor
      : clock.endedBy === clock.agesFrom
        ? t.withRow(nameOf(clock.endedBy))
        : clock.endedBy === 'nobody'
          ? t.ledger
          : t.ownJob;
  return (
    <Card title={t.all}>
      <div className="scroll-x">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t.what}</th>
              <th scope="col" className="figure">
                {t.rows}
              </th>
              <th scope="col">{t.keptBy}</th>
              <th scope="col">{t.happens}</th>
              <th scope="col">{t.endedBy}</th>
            </tr>
          </thead>
          <tbody>
            {of.map((clock) => (
              <tr key={clock.name}>
                <td>
                  {nameOf(clock.name)}
                  <div className="small faint">{clock.name}</div>
                </td>
                <td className="figure">
                  <Figure of={clock.rows} />
                </td>
                <td>{citedAs(clock.cites) || '–'}</td>
                <td>{clock.ends === 'delete row' ? t.deleted : t.cleared}</td>
                <td className="small soft">{endedBy(clock)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** The law pack of the shop's country, with its sources. */
export function Law({ of }: { of: Clocks['pack'] }) {
  const t = useWords(clocksWords);
  return (
    <Card title={t.law}>
      <div className="stack">
        <p className="small soft">{t.lawSays(of.country, of.version)}</p>
        <ul className="law-rules" lang="en">
          {of.rules.map((rule) => (
            <li key={rule.id}>
              <strong>{rule.cites}</strong>{' '}
              {rule.unverified ? <Mark tone="amber">{t.unverified}</Mark> : null}
              <div>{rule.says}</div>
              <div className="small faint">{rule.source}</div>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
