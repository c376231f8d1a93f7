import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mapQuery, recordFiles } from '../../api/policy.ts';
import type { DataMap } from '../../api/policy.ts';
import { Failure } from '../../parts/failure.tsx';
import { Card } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { useReader, useWords } from '../../words/words.ts';
import { MapDrawing } from './map-drawing.tsx';
import { fieldsBy, graphOf } from './map-graph.ts';
import { policyWords } from './policy-words.ts';
import { useMapWords } from './use-map-words.ts';
import './policy.css';

/** What is held about whom, drawn from the registry that runs. */
export function PrivacyMap() {
  const t = useWords(policyWords);
  const { language } = useReader();
  const [chosen, setChosen] = useState<string>();
  const answer = useQuery(mapQuery(language));
  if (answer.error) return <Failure of={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <span className="bone bone-block skeleton-card" aria-hidden />;
  const map = answer.data;
  return (
    <div className="stack">
      <Card
        title={t.map}
        actions={
          chosen === undefined ? null : (
            <Button size="xs" variant="default" onClick={() => setChosen(undefined)}>
              {t.all}
            </Button>
          )
        }
      >
        <div className="stack">
          <p className="small soft">{t.mapSays}</p>
          <MapDrawing map={map} chosen={chosen} onChoose={setChosen} />
        </div>
      </Card>
      <Behind map={map} chosen={chosen} />
      <Stays map={map} />
      <Card title={t.record}>
        <div className="stack">
          <p className="small soft">{t.recordSays}</p>
          <div className="row">
            {recordFiles.map(({ href, says }) => (
              <Button key={href} component="a" href={href} download size="xs" variant="default">
                {says}
              </Button>
            ))}
          </div>
        </div>
      </Card>
    </div>
  );
}

/** The fields behind what was chosen, each with its reason. */
function Behind({ map, chosen }: { map: DataMap; chosen: string | undefined }) {
  const t = useWords(policyWords);
  const names = useMapWords();
  const node = graphOf(map, names).nodes.find(({ id }) => id === chosen);
  if (!node) return null;
  const wordOf = (list: readonly { key: string; says: string }[], key: string): string =>
    list.find((one) => one.key === key)?.says ?? key;
  return (
    <Card title={t.behind(node.says)}>
      <PlainTable
        rows={fieldsBy(map, node)}
        keyOf={({ key }) => key}
        columns={[
          {
            says: t.field,
            cell: ({ key, table, field }) => (
              <>
                {names.table(table)}: {field.because}
                <div className="small faint">
                  <code>{key}</code>
                </div>
              </>
            ),
          },
          {
            says: t.category,
            cell: ({ field }) => (
              <>
                {wordOf(map.categories, field.category)}
                <div className="small soft">{field.isHash ? t.hash : field.source}</div>
              </>
            ),
          },
          {
            says: t.purpose,
            cell: ({ field }) => field.purposes.map((one) => wordOf(map.purposes, one)).join('; '),
          },
          { says: t.stays, cell: ({ field }) => field.stay },
          { says: t.erased, cell: ({ field }) => field.erasure },
        ]}
      />
    </Card>
  );
}

function Stays({ map }: { map: DataMap }) {
  const t = useWords(policyWords);
  return (
    <Card title={t.howLong}>
      <PlainTable
        rows={map.stays}
        keyOf={({ key }) => key}
        columns={[
          { says: t.stays, cell: ({ says }) => says },
          { says: t.goneAfter, cell: ({ promise }) => promise || '–' },
          {
            says: t.lawHolds,
            cell: ({ law }) => law.map(({ span, cites }) => `${span} (${cites})`).join('; ') || '–',
          },
        ]}
      />
    </Card>
  );
}
