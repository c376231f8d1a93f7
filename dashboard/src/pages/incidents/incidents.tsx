import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { incidentsQuery } from '../../api/incidents.ts';
import type { Incident } from '../../api/incidents.ts';
import { useSession } from '../../api/session.ts';
import { Instant } from '../../format/instant.tsx';
import { Mark } from '../../parts/note.tsx';
import { useWords } from '../../words/words.ts';
import { IncidentCard } from './incident-card.tsx';
import { OpenIncident } from './incident-dialogs.tsx';
import { incidentWords } from './incident-words.ts';
import { Register, useShown } from './register.tsx';
import './incidents.css';

/** The register of incidents: what is open, by when it must be told, and everything that ever was. */
export function Incidents() {
  const t = useWords(incidentWords);
  const session = useSession();
  const [opening, setOpening] = useState<'real' | 'drill' | null>(null);
  const [shown, setShown] = useShown();
  const answer = useQuery(incidentsQuery);
  const mayWrite = session.may('privacy.write');
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
      <Register
        answer={answer}
        words={t}
        title={{
          says: t.what,
          of: ({ story }) => story.title,
          mark: ({ isDrill }) => (isDrill ? <Mark>{t.drill}</Mark> : null),
        }}
        columns={[
          { says: t.phase, cell: ({ phase }) => t[`phase ${phase}`] },
          { says: t.next, cell: (incident) => <NextClock incident={incident} /> },
          { says: t.aware, cell: ({ awareAt }) => <Instant at={awareAt} /> },
        ]}
        buttons={buttons}
        card={(id, onClose) => <IncidentCard id={id} onClose={onClose} />}
        shown={shown}
        onShow={setShown}
      />
      {opening ? (
        <OpenIncident isDrill={opening === 'drill'} onClose={() => setOpening(null)} onOpened={setShown} />
      ) : null}
    </div>
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
