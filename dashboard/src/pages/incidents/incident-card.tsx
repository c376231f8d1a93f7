import { Button, CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { approveNotices, closeIncident, incidentQuery } from '../../api/incidents.ts';
import type { WholeIncident } from '../../api/incidents.ts';
import { useSession } from '../../api/session.ts';
import { Instant } from '../../format/instant.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Facts, Mark } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { AssessIncident, TakeScope } from './incident-dialogs.tsx';
import { DraftDialog } from './draft-dialog.tsx';
import { incidentWords, kindWords } from './incident-words.ts';
import { RegisterLog } from './register.tsx';

type Asked = 'assess' | 'scope' | 'draft' | 'approve';

/** One incident: its clocks, what is known, who is affected, and what was done. */
export function IncidentCard({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords(incidentWords);
  const session = useSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  const answer = useQuery(incidentQuery(id));
  const close = useAct(closeIncident, { changes: [['incidents'], ['records']], says: t.closed });
  const approve = useAct(approveNotices, {
    changes: [['incidents']],
    says: t.approved,
    onDone: () => setAsked(null),
    showsFailure: true,
  });
  if (answer.error) return <Failure of={answer.error} onRetry={() => void answer.refetch()} />;
  const incident = answer.data;
  if (!incident) return <span className="bone bone-block skeleton-card" aria-hidden />;
  const isOpen = incident.closedAt === null;
  const mayWrite = isOpen && session.may('privacy.write');
  const mayApprove =
    isOpen &&
    session.may('privacy.approve') &&
    incident.people === 'notify' &&
    incident.scopeTakenAt !== null &&
    incident.approvedAt === null;
  const away = () => setAsked(null);
  return (
    <Card
      title={`${incident.number} · ${incident.story.title}`}
      actions={<CloseButton onClick={onClose} aria-label={t.close} />}
    >
      <div className="stack">
        <Clocks of={incident} />
        <div className="row">
          {mayWrite ? (
            <>
              <Button size="xs" onClick={() => setAsked('assess')}>
                {t.assess}
              </Button>
              <Button
                size="xs"
                variant="default"
                disabled={incident.approvedAt !== null}
                onClick={() => setAsked('scope')}
              >
                {t.scope}
              </Button>
            </>
          ) : null}
          <Button size="xs" variant="default" onClick={() => setAsked('draft')}>
            {t.draft}
          </Button>
          {mayApprove ? (
            <Button size="xs" color="red" onClick={() => setAsked('approve')}>
              {t.approve}
            </Button>
          ) : null}
          {mayWrite ? (
            <Button size="xs" variant="subtle" loading={close.isPending} onClick={() => close.mutate(id)}>
              {t.close}
            </Button>
          ) : null}
        </div>
        <Known of={incident} />
        <RegisterLog
          events={incident.events}
          words={t}
          says={({ kind, details, note }) => [
            t[`event ${kind}` as 'event opened'],
            typeof details['step'] === 'string' ? t[`step ${details['step']}` as 'step people'] : undefined,
            note?.['reference'],
          ]}
        />
      </div>
      {asked === 'assess' ? <AssessIncident incident={incident} onClose={away} /> : null}
      {asked === 'scope' ? <TakeScope incident={incident} onClose={away} /> : null}
      {asked === 'draft' ? <DraftDialog incident={incident} mayNote={mayWrite} onClose={away} /> : null}
      {asked === 'approve' ? (
        <Dialog
          title={t.approve}
          isOpen
          onClose={away}
          does={t.approve}
          onDo={() => approve.mutate(id)}
          isBusy={approve.isPending}
          isDangerous
          failure={approve.error}
          consequences={[t.approveSays(incident.affectedCount ?? 0)]}
        />
      ) : null}
    </Card>
  );
}

function Clocks({ of }: { of: WholeIncident }) {
  const t = useWords(incidentWords);
  return (
    <Facts
      lines={of.clocks.map(({ step, dueAt, state, cites }) => ({
        says: t[`step ${step}`],
        value: (
          <span className="row">
            {state === 'done' ? <Mark tone="green">{t.done}</Mark> : null}
            {state === 'not needed' ? <Mark>{t.notNeeded}</Mark> : null}
            {state === 'waiting' && dueAt === null ? <Mark tone="amber">{t.atOnce}</Mark> : null}
            {dueAt === null ? null : <Instant at={dueAt} />}
            <span className="soft small">{cites}</span>
          </span>
        ),
      }))}
    />
  );
}

function Known({ of }: { of: WholeIncident }) {
  const t = useWords(incidentWords);
  const { language } = useReader();
  const { story } = of;
  const kinds = of.categories.map((kind) => kindWords[kind]?.[language === 'de' ? 1 : 0] ?? kind).join(', ');
  const texts = (
    ['happened', 'consequences', 'measures', 'advice', 'authorityReason', 'peopleReason'] as const
  ).filter((field) => story[field] !== '');
  return (
    <Facts
      lines={[
        { says: t.phase, value: t[`phase ${of.phase}`] },
        of.risk !== null && { says: t.risk, value: t[`risk ${of.risk}`] },
        { says: t.authority, value: t[of.authority] },
        { says: t.people, value: t[of.people] },
        { says: t.affected, value: of.affectedCount ?? t.notFound },
        kinds !== '' && { says: t.kinds, value: kinds },
        of.countries.length > 0 && { says: t.countries, value: of.countries.join(', ') },
        of.notices.length > 0 && {
          says: t.notices,
          value: of.notices
            .map(({ outcome, count }) => `${count} ${t[`notice ${outcome}` as 'notice mailed']}`)
            .join(', '),
        },
        ...texts.map((field) => ({ says: t[field], value: story[field] })),
      ]}
    />
  );
}
