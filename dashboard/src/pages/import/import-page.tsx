import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { exportAddress, importsQuery, tryImport } from '../../api/imports.ts';
import { useSession } from '../../api/session.ts';
import { Instant } from '../../format/instant.tsx';
import { IconDownload } from '../../look/icons.ts';
import { useListSearch } from '../../parts/data-table/filters.ts';
import { Failure } from '../../parts/failure.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { FileDrop } from './file-drop.tsx';
import { ImportRunView } from './import-run.tsx';
import { importWords } from './import-words.ts';
import { RunState } from './run-state.tsx';
import './import.css';

/** Catalogues in and out. Which import is looked at stands in the address, so it can be left and come back to. */
export function ImportPage() {
  const t = useWords(importWords);
  const session = useSession();
  const { search, setSearch } = useListSearch();
  const imports = useQuery({ ...importsQuery, refetchInterval: 5000 });
  const upload = useAct(tryImport, {
    changes: [['imports', 'list']],
    showsFailure: true,
    onDone: (run) => setSearch({ run: run.id }),
  });
  const runId = search['run'];
  if (runId) return <ImportRunView key={runId} id={runId} onRun={(id) => setSearch({ run: id })} />;
  return (
    <Page title={t.title} back={{ to: '/products', says: t.products }}>
      {session.may('catalog.write') ? (
        <Card title={t.importTitle}>
          <div className="stack">
            <p className="soft">{t.importSays}</p>
            <FileDrop isBusy={upload.isPending} onFile={(file) => upload.mutate(file)} />
            {upload.error ? <Failure of={upload.error} /> : null}
          </div>
        </Card>
      ) : null}
      <Card title={t.before}>
        {imports.error ? <Failure of={imports.error} onRetry={() => void imports.refetch()} /> : null}
        {imports.data?.items.length === 0 ? <p className="soft">{t.none}</p> : null}
        <ul className="stack stack-tight">
          {imports.data?.items.map((run) => (
            <li key={run.id} className="row row-apart">
              <Link to="/products/import" search={{ run: run.id }}>
                {run.fileName}
              </Link>
              <span className="row">
                <span className="soft">{run.dryRun ? t.triedOn : t.applied}</span>
                <RunState run={run} />
                <Instant at={run.requestedAt} />
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t.exportTitle}>
        <div className="stack">
          <p className="soft">{t.exportSays}</p>
          <div className="row">
            {(['shopify', 'woocommerce'] as const).map((format) => (
              <Button
                key={format}
                component="a"
                href={exportAddress(format)}
                variant="default"
                leftSection={<IconDownload size={18} stroke={1.5} />}
              >
                {format === 'shopify' ? 'Shopify CSV' : 'WooCommerce CSV'}
              </Button>
            ))}
          </div>
        </div>
      </Card>
    </Page>
  );
}
