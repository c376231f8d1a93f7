import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { approveHold, askForRelease, holdsQuery, releaseHold } from '../../../api/retention.ts';
import type { Hold } from '../../../api/retention.ts';
import { useSession } from '../../../api/session.ts';
import { Day } from '../../../format/instant.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { Empty, Mark } from '../../../parts/note.tsx';
import { Card } from '../../../parts/page.tsx';
import { PlainTable } from '../../../parts/plain-table.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useWords } from '../../../words/words.ts';
import { holdsWords } from './holds-words.ts';
import { PlaceHold } from './place-hold.tsx';
import { useHeldThing } from './use-held-thing.ts';

/** What is held, for which case, and who has agreed. */
export function Holds() {
  const t = useWords(holdsWords);
  const session = useSession();
  const [isPlacing, setPlacing] = useState(false);
  const answer = useQuery(holdsQuery);
  if (answer.error) return <Failure of={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <span className="bone bone-block skeleton-card" aria-hidden />;
  const { items } = answer.data;
  return (
    <Card
      title={t.title}
      actions={
        session.may('privacy.write') ? (
          <Button size="xs" onClick={() => setPlacing(true)}>
            {t.place}
          </Button>
        ) : null
      }
    >
      <div className="stack">
        <p className="small soft">{t.says}</p>
        {items.length === 0 ? <Empty title={t.none}>{t.noneDo}</Empty> : <Standing of={items} />}
      </div>
      {isPlacing ? <PlaceHold onClose={() => setPlacing(false)} /> : null}
    </Card>
  );
}

function Standing({ of }: { of: readonly Hold[] }) {
  const t = useWords(holdsWords);
  return (
    <PlainTable
      rows={of}
      keyOf={({ id }) => id}
      columns={[
        {
          says: t.case,
          cell: ({ called, ground }) => (
            <>
              {called ?? '–'}
              <div className="small soft">{t[ground]}</div>
            </>
          ),
        },
        { says: t.onWhat, cell: (hold) => <HeldThing of={hold} /> },
        { says: t.state, cell: (hold) => <Step of={hold} /> },
        { says: t.review, cell: ({ reviewAt }) => <Day at={reviewAt} /> },
      ]}
    />
  );
}

/** What is held as the shop calls it, with the way to its order. */
function HeldThing({ of }: { of: Hold }) {
  const session = useSession();
  const thing = useHeldThing();
  const [field] = of.fields.length === 1 ? of.fields : [];
  const says = thing({ ...of, number: of.numbered?.number ?? null, field: field ?? null });
  return of.table === 'orders.order' && session.may('orders.read') ? (
    <Link to="/orders/$id" params={{ id: of.rowId }}>
      {says}
    </Link>
  ) : (
    says
  );
}

/** How a hold stands, and what this colleague may do about it. */
function Step({ of }: { of: Hold }) {
  const t = useWords(holdsWords);
  const session = useSession();
  const approve = useAct(approveHold, { changes: [['holds']], says: t.approved });
  const ask = useAct(askForRelease, { changes: [['holds']], says: t.asked });
  const release = useAct(releaseHold, { changes: [['holds'], ['clocks']], says: t.released });
  const isLeaving = of.releaseAskedAt !== null;
  const mayApprove = session.may('privacy.approve');
  return (
    <div className="row">
      {isLeaving ? (
        <Mark tone="amber">{t.leaving}</Mark>
      ) : of.approvedAt === null ? (
        <Mark tone="amber">{t.waits}</Mark>
      ) : (
        <Mark tone="green">{t.agreed}</Mark>
      )}
      {of.approvedAt === null && !isLeaving && mayApprove ? (
        <Button size="xs" variant="default" loading={approve.isPending} onClick={() => approve.mutate(of.id)}>
          {t.approve}
        </Button>
      ) : null}
      {isLeaving && mayApprove ? (
        <Button size="xs" variant="default" loading={release.isPending} onClick={() => release.mutate(of.id)}>
          {t.release}
        </Button>
      ) : null}
      {!isLeaving && session.may('privacy.write') ? (
        <Button size="xs" variant="default" loading={ask.isPending} onClick={() => ask.mutate(of.id)}>
          {t.askRelease}
        </Button>
      ) : null}
    </div>
  );
}
