import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { incidentsQuery } from '../../api/incidents.ts';
import type { Incident } from '../../api/incidents.ts';
import { useSession } from '../../api/session.ts';
import { Instant } from '../../format/instant.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Empty, Mark } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { IncidentCard } from './incident-card.tsx';
import { OpenIncident } from './incident-dialogs.tsx';
import { incidentWords } from './incident-words.ts';
import './incidents.css';

/** The register of incidents: what is open, by when it must be told, and everything that ever was. */
export function Incidents() {
  const t = useWords(incidentWords);
  const session = useSession();
  const [opening, setOpening] = useState<'real' | 'drill' | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const answer = useQuery(incidentsQuery);
  const mayWrite = session.may('privacy.write');
  if (answer.error) return <Failure of={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <span className="bone bone-block skeleton-card" aria-hidden />;
  const { items } = answer.data;
  const buttons = mayWrite ? (
    <div className="row">
      <Button color="red" onClick={() => setOpening('real')}>
        {t.open}
      </Button>
      <Button variant="default" onClick={() => setOpening('drill')}>
        {t.drillOpen}
      </Button>
    </div>
  ) : null;
  return (
    <div className="stack">
      {items.length === 0 ? (
        <Empty title={t.none} action={buttons}>
          {t.noneDo}
        </Empty>
      ) : (
        <>
          {buttons}
          <Card flush>
            <div className="scroll-x">
              <IncidentTable items={items} shown={shown} onShow={setShown} />
            </div>
          </Card>
        </>
      )}
      {shown ? <IncidentCard key={shown} id={shown} onClose={() => setShown(null)} /> : null}
      {opening ? (
        <OpenIncident isDrill={opening === 'drill'} onClose={() => setOpening(null)} onOpened={setShown} />
      ) : null}
    </div>
  );
}

function IncidentTable({
  items,
  shown,
  onShow,
}: {
  items: readonly Incident[];
  shown: string | null;
  onShow: (id: string) => void;
}) {
  const t = useWords(incidentWords);
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{t.number}</th>
          <th>{t.what}</th>
          <th>{t.phase}</th>
          <th>{t.next}</th>
          <th>{t.aware}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((incident) => (
          <tr key={incident.id}>
            <td>{incident.number}</td>
            <td>
              <button
                type="button"
                className="link-button"
                aria-expanded={shown === incident.id}
                onClick={() => onShow(incident.id)}
              >
                {incident.story.title}
              </button>{' '}
              {incident.isDrill ? <Mark>{t.drill}</Mark> : null}
            </td>
            <td>{t[`phase ${incident.phase}`]}</td>
            <td>
              <NextClock incident={incident} />
            </td>
            <td>
              <Instant at={incident.awareAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The clock that runs out next; red once it has. */
function NextClock({ incident }: { incident: Incident }) {
  const t = useWords(incidentWords);
  if (incident.closedAt !== null) return <span className="faint">–</span>;
  const next = incident.clocks.find(({ state }) => state === 'waiting');
  if (!next) return <Mark tone="green">{t.done}</Mark>;
  const isOver = next.dueAt !== null && Date.parse(next.dueAt) <= Date.now();
  return (
    <span className="row">
      <Mark tone={isOver ? 'red' : 'amber'}>{t[`step ${next.step}`]}</Mark>
      {next.dueAt ? <Instant at={next.dueAt} /> : <span className="soft small">{t.atOnce}</span>}
    </span>
  );
}
