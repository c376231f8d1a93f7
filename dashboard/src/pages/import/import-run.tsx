import { Button, Progress } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { applyImport, importQuery, isRunning } from '../../api/imports.ts';
import type { ImportRun } from '../../api/imports.ts';
import { useSession } from '../../api/session.ts';
import { Figure, formatNumber } from '../../format/number.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Facts, Note } from '../../parts/note.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { ImportPictures } from './import-pictures.tsx';
import { ImportReport } from './import-report.tsx';
import { importWords } from './import-words.ts';
import { RunState } from './run-state.tsx';

/** One import: how far it is, what came or would come of it, and what was left out. */
export function ImportRunView({ id, onRun }: { id: string; onRun: (id: string) => void }) {
  const t = useWords(importWords);
  const { locale } = useReader();
  const session = useSession();
  const queries = useQueryClient();
  const { data: run, error, refetch } = useQuery(importQuery(id));
  const apply = useAct(() => applyImport(id), {
    changes: [['imports', 'list']],
    onDone: (next) => onRun(next.id),
    showsFailure: true,
  });
  const isDone = run?.state === 'done' && !run.dryRun;
  useEffect(() => {
    if (isDone) void queries.invalidateQueries({ queryKey: ['products'] });
  }, [isDone, queries]);

  if (error && !run)
    return (
      <Page title="">
        <Failure of={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (!run) return <PageSkeleton />;
  const count = run.created + run.changed;
  const mayApply = run.dryRun && run.state === 'done' && count > 0 && session.may('catalog.write');
  return (
    <Page
      title={run.fileName}
      back={{ to: '/products/import', says: t.back }}
      mark={<RunState run={run} />}
      actions={
        isDone ? (
          <Button component={Link} to="/products">
            {t.toProducts}
          </Button>
        ) : mayApply ? (
          <Button loading={apply.isPending} onClick={() => apply.mutate(undefined)}>
            {t.apply(formatNumber(count, locale))}
          </Button>
        ) : null
      }
    >
      {apply.error ? <Failure of={apply.error} /> : null}
      {run.state === 'failed' ? <Note tone="red">{t.failedSays}</Note> : null}
      {isRunning(run) ? <Running run={run} /> : null}
      {isRunning(run) ? null : (
        <>
          {run.rowsRead > 0 ? (
            <Card title={run.dryRun ? t.would : t.did}>
              <div className="import-counts">
                {(['created', 'changed', 'rejected', 'warnings'] as const).map((name) => (
                  <div key={name}>
                    <strong className="big-figure">
                      <Figure of={run[name]} />
                    </strong>
                    <span className="soft">{t[name]}</span>
                  </div>
                ))}
              </div>
              <Facts
                lines={[
                  { says: t.rows, value: <Figure of={run.rowsRead} /> },
                  run.format !== null && {
                    says: t.format,
                    value: [run.format, run.encoding].filter(Boolean).join(', '),
                  },
                ]}
              />
              {mayApply ? <p className="soft">{t.applyWill}</p> : null}
            </Card>
          ) : null}
          {isDone ? <ImportPictures id={id} /> : null}
          <ImportReport id={id} />
        </>
      )}
    </Page>
  );
}

function Running({ run }: { run: ImportRun }) {
  const t = useWords(importWords);
  const { locale } = useReader();
  const share = run.products > 0 ? (run.productsDone / run.products) * 100 : 0;
  const says =
    run.state === 'writing'
      ? t.progress(formatNumber(run.productsDone, locale), formatNumber(run.products, locale))
      : t.rowsRead(formatNumber(run.rowsRead, locale));
  return (
    <Card>
      <div className="stack" aria-live="polite">
        <div className="row row-apart">
          <span className="strong">{t[run.state]}</span>
          <span className="figure">{says}</span>
        </div>
        <Progress
          value={run.state === 'writing' ? share : 100}
          animated={run.state !== 'writing'}
          striped={run.state !== 'writing'}
          aria-label={says}
        />
        <p className="soft">{t.canLeave}</p>
      </div>
    </Card>
  );
}
