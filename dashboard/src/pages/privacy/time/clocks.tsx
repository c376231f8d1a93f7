import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { approveRun, clocksQuery, previewQuery, runClocks } from '../../../api/retention.ts';
import type { DueLine } from '../../../api/retention.ts';
import { useSession } from '../../../api/session.ts';
import { formatNumber } from '../../../format/number.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { Mark } from '../../../parts/note.tsx';
import { Card } from '../../../parts/page.tsx';
import { PlainTable } from '../../../parts/plain-table.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useReader, useWords } from '../../../words/words.ts';
import { AllClocks, Law } from './all-clocks.tsx';
import { clocksWords } from './clocks-words.ts';
import { useClockColumns } from './use-clock-columns.tsx';
import { FallsNext } from './falls-next.tsx';
import { Drills, Runs } from './runs.tsx';
import { useCited } from './use-cited.ts';
import './time.css';

/** How long everything stays, what falls next, what is due, and what ended last. */
export function Clocks() {
  const answer = useQuery(clocksQuery);
  if (answer.error) return <Failure of={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <span className="bone bone-block skeleton-card" aria-hidden />;
  const { clocks, pack, runs, drills } = answer.data;
  return (
    <div className="stack">
      <Due />
      <FallsNext of={clocks} />
      <AllClocks of={clocks} />
      <Runs of={runs} />
      <Drills of={drills} />
      <Law of={pack} />
    </div>
  );
}

function Due() {
  const t = useWords(clocksWords);
  const { locale } = useReader();
  const session = useSession();
  const [isAsking, setAsking] = useState(false);
  const preview = useQuery(previewQuery);
  const run = useAct(runClocks, {
    changes: [['clocks']],
    showsFailure: true,
    says: ({ items }) => t.ran(formatNumber(sumOf(items), locale)),
    onDone: () => setAsking(false),
  });
  if (preview.error) return <Failure of={preview.error} onRetry={() => void preview.refetch()} />;
  const items = preview.data?.items ?? [];
  const ending = sumOf(items);
  return (
    <Card
      title={t.due}
      actions={
        ending > 0 && session.may('privacy.write') ? (
          <Button size="xs" onClick={() => setAsking(true)}>
            {t.runNow}
          </Button>
        ) : null
      }
    >
      <div className="stack">
        <p className="small soft">{t.dueSays}</p>
        {items.length === 0 ? <p>{t.nothingDue}</p> : <Lines of={items} />}
      </div>
      <Dialog
        title={t.runNow}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        does={t.runNow}
        isDangerous
        isBusy={run.isPending}
        failure={run.error}
        consequences={[t.runEnds(formatNumber(ending, locale)), t.runHolds, t.runFinal]}
        onDo={() => run.mutate(undefined)}
      />
    </Card>
  );
}

/** What ends, without what waits for a yes. */
const sumOf = (items: readonly DueLine[]): number =>
  items.reduce((sum, line) => sum + (line.does === 'blocked' ? 0 : line.rows), 0);

function Lines({ of }: { of: readonly DueLine[] }) {
  const t = useWords(clocksWords);
  const citedAs = useCited();
  const columns = useClockColumns<DueLine>(({ clock }) => clock);
  return (
    <PlainTable
      rows={of}
      keyOf={({ clock }) => clock}
      columns={[
        ...columns,
        { says: t.happens, cell: (line) => <Happens of={line} /> },
        { says: t.ground, cell: ({ cites }) => <span className="small soft">{citedAs(cites)}</span> },
      ]}
    />
  );
}

function Happens({ of }: { of: DueLine }) {
  const t = useWords(clocksWords);
  const { locale } = useReader();
  const session = useSession();
  const agree = useAct(approveRun, { changes: [['clocks']], says: t.agreed });
  const number = (value: number): string => formatNumber(value, locale);
  return (
    <div className="row">
      <Mark tone={of.does === 'blocked' ? 'amber' : 'plain'}>{t[of.does]}</Mark>
      {of.held > 0 ? <Mark>{t.heldRows(number(of.held))}</Mark> : null}
      {of.does === 'blocked' ? (
        <>
          <span className="small soft">
            {of.because === 'colleagues' ? t.colleagues : t.share(number(of.rows), number(of.limit))}
          </span>
          {session.may('privacy.approve') ? (
            <Button
              size="xs"
              variant="default"
              loading={agree.isPending}
              onClick={() => agree.mutate(of.clock)}
            >
              {t.agree}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
