import { Button, CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { legalRequestQuery, legalRequestsQuery } from '../../api/incidents.ts';
import type { WholeLegalRequest } from '../../api/incidents.ts';
import { useSession } from '../../api/session.ts';
import { Instant } from '../../format/instant.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Facts, Mark } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useReader, useWords } from '../../words/words.ts';
import { DecideRequest, EnterRequest, TakeExport } from './authority-dialogs.tsx';
import { authorityWords } from './authority-words.ts';
import { kindWords } from './incident-words.ts';
import { Register, RegisterLog, useShown } from './register.tsx';
import './incidents.css';

const tones = { open: 'amber', approved: 'accent', refused: 'plain', disclosed: 'green' } as const;

/** Disclosures that an authority asked for, or that protect rights; entered by one, decided by another. */
export function Authorities() {
  const t = useWords(authorityWords);
  const session = useSession();
  const [isEntering, setEntering] = useState(false);
  const [shown, setShown] = useShown();
  const answer = useQuery(legalRequestsQuery);
  const button = session.may('privacy.write') ? (
    <div>
      <Button onClick={() => setEntering(true)}>{t.open}</Button>
    </div>
  ) : null;
  return (
    <div className="stack">
      <Register
        answer={answer}
        words={t}
        title={{ says: t.authority, of: ({ authority }) => authority }}
        columns={[
          { says: t.ground, cell: ({ ground }) => t[ground] },
          { says: t.state, cell: ({ state }) => <Mark tone={tones[state]}>{t[`state ${state}`]}</Mark> },
          { says: t.entered, cell: ({ createdAt }) => <Instant at={createdAt} /> },
        ]}
        buttons={button}
        card={(id, onClose) => <RequestCard id={id} onClose={onClose} />}
        shown={shown}
        onShow={setShown}
      />
      {isEntering ? <EnterRequest onClose={() => setEntering(false)} onEntered={setShown} /> : null}
    </div>
  );
}

function RequestCard({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords(authorityWords);
  const session = useSession();
  const { language } = useReader();
  const [asked, setAsked] = useState<'decide' | 'take' | null>(null);
  const answer = useQuery(legalRequestQuery(id));
  if (answer.error) return <Failure of={answer.error} onRetry={() => void answer.refetch()} />;
  const request = answer.data;
  if (!request) return <span className="bone bone-block skeleton-card" aria-hidden />;
  const mayTake =
    session.may('privacy.write') && (request.state === 'approved' || request.state === 'disclosed');
  return (
    <Card
      title={`${request.number} · ${request.authority}`}
      actions={<CloseButton onClick={onClose} aria-label={t.close} />}
    >
      <div className="stack">
        <Facts
          lines={[
            { says: t.state, value: <Mark tone={tones[request.state]}>{t[`state ${request.state}`]}</Mark> },
            { says: t.ground, value: t[request.ground] },
            request.reference !== '' && { says: t.reference, value: request.reference },
            { says: t.reason, value: request.reason },
            { says: t.people, value: request.people.length },
            {
              says: t.kinds,
              value: request.categories
                .map((kind) => kindWords[kind]?.[language === 'de' ? 1 : 0] ?? kind)
                .join(', '),
            },
            { says: t.informing, value: <Informing of={request} /> },
            request.valuesDisclosed !== null && { says: t.values, value: request.valuesDisclosed },
            request.hash !== null && { says: t.hash, value: <code>{request.hash.slice(0, 16)}…</code> },
          ]}
        />
        <div className="row">
          {request.state === 'open' && session.may('privacy.approve') ? (
            <Button size="xs" onClick={() => setAsked('decide')}>
              {t.decide}
            </Button>
          ) : null}
          {mayTake ? (
            <Button size="xs" variant="default" onClick={() => setAsked('take')}>
              {t.take}
            </Button>
          ) : null}
        </div>
        <RegisterLog
          events={request.events}
          words={t}
          says={({ kind, note }) => [t[`event ${kind}` as 'event opened'], note]}
        />
      </div>
      {asked === 'decide' ? <DecideRequest id={id} onClose={() => setAsked(null)} /> : null}
      {asked === 'take' ? <TakeExport request={request} onClose={() => setAsked(null)} /> : null}
    </Card>
  );
}

function Informing({ of }: { of: WholeLegalRequest }) {
  const t = useWords(authorityWords);
  const told = of.people.find(({ informedAt }) => informedAt !== null);
  if (told)
    return (
      <span className="row">
        {t.informed} <Instant at={told.informedAt} />
      </span>
    );
  if (of.informing === 'inform') return t.inform;
  return (
    <span className="row">
      {t.notYet} <Instant at={of.forbiddenUntil} />
      <span className="soft small">{of.forbiddenBecause}</span>
    </span>
  );
}
