import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { evidenceQuery, runChecks } from '../../api/policy.ts';
import type { Evidence as Answer } from '../../api/policy.ts';
import { useSession } from '../../api/session.ts';
import { Instant } from '../../format/instant.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Mark } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { policyWords } from './policy-words.ts';
import './policy.css';

type Standing = Answer['items'][number];
const shown = ['all', 'holds', 'fails', 'pending'] as const;
type Shown = (typeof shown)[number];

/** Every promise, what checks it and when that last passed; pending ones by name. */
export function Evidence() {
  const t = useWords(policyWords);
  const { language } = useReader();
  const session = useSession();
  const [only, setOnly] = useState<Shown>('all');
  const answer = useQuery(evidenceQuery(language));
  const run = useAct(runChecks, { changes: [['evidence']], says: t.ran });
  if (answer.error) return <Failure of={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <span className="bone bone-block skeleton-card" aria-hidden />;
  const { items, ...counts } = answer.data;
  const names = { holds: t.standsHolds, fails: t.standsFails, pending: t.standsPending };
  const says: Readonly<Record<Shown, string>> = {
    all: `${t.all} ${items.length}`,
    holds: `${t.standsHolds} ${counts.holds}`,
    fails: `${t.standsFails} ${counts.fails}`,
    pending: `${t.standsPending} ${counts.pending}`,
  };
  return (
    <Card
      title={t.evidence}
      actions={
        <>
          <Button component="a" href="/privacy/trust" target="_blank" size="xs" variant="default">
            {t.trustPage}
          </Button>
          {session.may('privacy.write') ? (
            <Button size="xs" loading={run.isPending} onClick={() => run.mutate(undefined)}>
              {t.run}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="stack">
        <p className="small soft">{t.evidenceSays}</p>
        <SegmentedControl
          className="policy-filter"
          size="xs"
          value={only}
          onChange={(value) => setOnly(value)}
          data={shown.map((value) => ({ value, label: says[value] }))}
          aria-label={t.show}
        />
        <PlainTable
          rows={items.filter(({ state }) => only === 'all' || state === only)}
          keyOf={({ id }) => id}
          columns={[
            {
              says: t.promise,
              cell: ({ id, promise }) => (
                <>
                  {promise} <span className="small faint no-break">{id}</span>
                </>
              ),
            },
            {
              says: t.state,
              cell: ({ state }) => <Mark tone={tones[state]}>{names[state]}</Mark>,
            },
            { says: t.checks, cell: (standing) => <Proofs of={standing} /> },
          ]}
        />
      </div>
    </Card>
  );
}

const tones = { holds: 'green', fails: 'red', pending: 'amber' } as const;

function Proofs({ of }: { of: Standing }) {
  const t = useWords(policyWords);
  const why = { face: t.needsFace(of.face ?? ''), check: t.needsCheck, 'not run': t.notRun };
  return (
    <>
      {of.because ? <span className="soft">{why[of.because]}</span> : null}
      {of.proofs.map((proof) => (
        <p key={`${proof.kind} ${proof.check}`} className="proof" title={proof.check}>
          {proof.says}
          <span className="small soft">
            {proof.kind === 'while it runs' ? t.byNight : t.byRelease} ·{' '}
            {proof.result === 'not run' ? t.notRun : proof.result === 'pass' ? t.passed : t.failed}
            {proof.passedAt ? (
              <>
                {proof.result === 'fail' ? ` · ${t.passedLast}` : null} <Instant at={proof.passedAt} />
              </>
            ) : null}
          </span>
        </p>
      ))}
    </>
  );
}
