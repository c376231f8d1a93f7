import type { Clock, Clocks } from '../../../api/retention.ts';
import { Mark } from '../../../parts/note.tsx';
import { Card } from '../../../parts/page.tsx';
import { PlainTable } from '../../../parts/plain-table.tsx';
import { useThingName } from '../../../words/use-thing-name.ts';
import { useWords } from '../../../words/words.ts';
import { clocksWords } from './clocks-words.ts';
import { useClockColumns } from './use-clock-columns.tsx';
import { useCited } from './use-cited.ts';

/** Each clock: what it is about, where it runs from, what keeps it and who ends it. */
export function AllClocks({ of }: { of: readonly Clock[] }) {
  const t = useWords(clocksWords);
  const nameOf = useThingName();
  const citedAs = useCited();
  const columns = useClockColumns<Clock>(({ name }) => name);
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
      <PlainTable
        rows={of}
        keyOf={({ name }) => name}
        columns={[
          ...columns,
          { says: t.keptBy, cell: ({ cites }) => citedAs(cites) || '–' },
          { says: t.happens, cell: ({ ends }) => (ends === 'delete row' ? t.deleted : t.cleared) },
          { says: t.endedBy, cell: (clock) => <span className="small soft">{endedBy(clock)}</span> },
        ]}
      />
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
