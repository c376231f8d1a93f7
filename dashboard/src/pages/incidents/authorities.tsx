import { Button, CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { legalRequestQuery, legalRequestsQuery } from '../../api/incidents.ts';
import type { LegalRequest, WholeLegalRequest } from '../../api/incidents.ts';
import { useSession } from '../../api/session.ts';
import { Instant } from '../../format/instant.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Empty, Facts, Mark, Timeline } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useColleagues } from '../../parts/use-who.ts';
import { useReader, useWords } from '../../words/words.ts';
import { DecideRequest, EnterRequest, TakeExport } from './authority-dialogs.tsx';
import { authorityWords } from './authority-words.ts';
import { kindWords } from './incident-words.ts';
import './incidents.css';

const tones = { open: 'amber', approved: 'accent', refused: 'plain', disclosed: 'green' } as const;

/** Disclosures that an authority asked for, or that protect rights; entered by one, decided by another. */
export function Authorities() {
  const t = useWords(authorityWords);
  const session = useSession();
  const [isEntering, setEntering] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const answer = useQuery(legalRequestsQuery);
  if (answer.error) return <Failure of={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <span className="bone bone-block skeleton-card" aria-hidden />;
  const { items } = answer.data;
  const button = session.may('privacy.write') ? (
    <div>
      <Button onClick={() => setEntering(true)}>{t.open}</Button>
    </div>
  ) : null;
  return (
    <div className="stack">
      {items.length === 0 ? (
        <Empty title={t.none} action={button}>
          {t.noneDo}
        </Empty>
      ) : (
        <>
          {button}
          <Card flush>
            <div className="scroll-x">
              <RequestTable items={items} shown={shown} onShow={setShown} />
            </div>
          </Card>
        </>
      )}
      {shown ? <RequestCard key={shown} id={shown} onClose={() => setShown(null)} /> : null}
      {isEntering ? <EnterRequest onClose={() => setEntering(false)} onEntered={setShown} /> : null}
    </div>
  );
}

function RequestTable({
  items,
  shown,
  onShow,
}: {
  items: readonly LegalRequest[];
  shown: string | null;
  onShow: (id: string) => void;
}) {
  const t = useWords(authorityWords);
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{t.number}</th>
          <th>{t.authority}</th>
          <th>{t.ground}</th>
          <th>{t.state}</th>
          <th>{t.entered}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td>{one.number}</td>
            <td>
              <button
                type="button"
                className="link-button"
                aria-expanded={shown === one.id}
                onClick={() => onShow(one.id)}
              >
                {one.authority}
              </button>
            </td>
            <td>{t[one.ground]}</td>
            <td>
              <Mark tone={tones[one.state]}>{t[`state ${one.state}`]}</Mark>
            </td>
            <td>
              <Instant at={one.createdAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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
        <Log of={request} />
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

function Log({ of }: { of: WholeLegalRequest }) {
  const t = useWords(authorityWords);
  const nameOf = useColleagues();
  const says: Readonly<Record<string, string>> = {
    opened: t.opened,
    approved: t.approved,
    refused: t.refused,
    exported: t.exported,
    informed: t.informedEvent,
  };
  return (
    <section className="stack stack-tight">
      <h3>{t.log}</h3>
      <Timeline
        moments={of.events.toReversed().map(({ id, kind, at, by, note }) => ({
          key: id,
          at: <Instant at={at} />,
          what: [says[kind] ?? kind, note].filter(Boolean).join(' · '),
          who: by === null ? t.system : (nameOf(by) ?? t.colleague),
        }))}
      />
    </section>
  );
}
