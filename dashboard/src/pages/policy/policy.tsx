import { Button, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  approvePolicy,
  policyQuery,
  publishPolicy,
  wantSecondApprover,
  withdrawPolicy,
} from '../../api/policy.ts';
import type { PolicyDesk } from '../../api/policy.ts';
import { useSession } from '../../api/session.ts';
import { Instant } from '../../format/instant.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Empty, Mark, Note } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { policyWords } from './policy-words.ts';
import './policy.css';

type Version = PolicyDesk['versions'][number];
type Change = PolicyDesk['pending'][number];

/** The policy: what holds, what has changed since, what is in the way, and who was told. */
export function Policy() {
  const t = useWords(policyWords);
  const { language } = useReader();
  const answer = useQuery(policyQuery(language));
  if (answer.error) return <Failure of={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <span className="bone bone-block skeleton-card" aria-hidden />;
  const desk = answer.data;
  return (
    <div className="stack">
      <Now desk={desk} />
      {desk.faults.length > 0 ? <Faults of={desk.faults} /> : null}
      {desk.facesToCome.length > 0 ? <Note>{t.toCome(desk.facesToCome.join(', '))}</Note> : null}
      <Card title={t.versions}>
        {desk.versions.length === 0 ? (
          <Empty title={t.noVersion}>{t.noVersionDo}</Empty>
        ) : (
          <div className="stack">
            {desk.versions.map((version) => (
              <VersionLine key={version.number} of={version} desk={desk} />
            ))}
          </div>
        )}
      </Card>
      <SecondYes desk={desk} />
    </div>
  );
}

function Now({ desk }: { desk: PolicyDesk }) {
  const t = useWords(policyWords);
  const session = useSession();
  const [isAsking, setAsking] = useState(false);
  const publish = useAct(publishPolicy, {
    changes: [['policy'], ['evidence']],
    says: ({ kind, version }) => (kind === 'published' ? t.published(version) : t.proposed(version)),
    showsFailure: true,
    onDone: () => setAsking(false),
  });
  const hasNews = desk.current === null || desk.pending.length > 0;
  const mayPublish = session.may('privacy.write') && hasNews && desk.faults.length === 0;
  return (
    <Card
      title={t.now}
      actions={
        <>
          <Button component="a" href="/privacy/policy" target="_blank" size="xs" variant="default">
            {t.read}
          </Button>
          {mayPublish ? (
            <Button size="xs" onClick={() => setAsking(true)}>
              {t.publish}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="stack">
        <p>
          {desk.current === null
            ? t.noneHolds
            : hasNews
              ? t.behindNow(desk.current)
              : t.upToDate(desk.current)}
        </p>
        <Changes of={desk.pending} />
      </div>
      <Dialog
        title={t.publish}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        does={desk.secondApprover && desk.current !== null ? t.propose : t.publish}
        onDo={() => publish.mutate(undefined)}
        isBusy={publish.isPending}
        failure={publish.error}
        consequences={[
          t.publishWhat,
          desk.pending.some(({ isMaterial }) => isMaterial) && t.publishTells,
          desk.secondApprover && desk.current !== null && t.publishWaits,
          t.publishStays,
        ]}
      />
    </Card>
  );
}

function Changes({ of }: { of: readonly Change[] }) {
  const t = useWords(policyWords);
  if (of.length === 0) return null;
  return (
    <ul className="policy-list">
      {of.map((change) => (
        <li key={change.says}>
          {change.says} {change.isMaterial ? <Mark tone="amber">{t.material}</Mark> : null}
          <div className="small soft">{change.means}</div>
        </li>
      ))}
    </ul>
  );
}

function Faults({ of }: { of: PolicyDesk['faults'] }) {
  const t = useWords(policyWords);
  return (
    <Card title={t.faults}>
      <ul className="policy-list">
        {of.map((fault) => (
          <li key={`${fault.code} ${fault.says}`}>
            {fault.says}
            <div className="small soft">
              {[fault.clauses.join(', '), ...fault.ways].filter((one) => one !== '').join(' · ')}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function VersionLine({ of: version, desk }: { of: Version; desk: PolicyDesk }) {
  const t = useWords(policyWords);
  const session = useSession();
  const approve = useAct(approvePolicy, {
    changes: [['policy']],
    says: t.published(version.number),
  });
  const stateWords = { published: t.heldBefore, proposed: t.proposedState, withdrawn: t.withdrawn };
  const withdraw = useAct(withdrawPolicy, { changes: [['policy']], says: t.withdrawn });
  const told = desk.notices.filter((one) => one.version === version.number);
  return (
    <section className="policy-version">
      <h3>
        {t.version(version.number)}{' '}
        <Mark
          tone={
            version.state === 'published' ? (version.number === desk.current ? 'green' : 'plain') : 'amber'
          }
        >
          {version.number === desk.current ? t.holds : stateWords[version.state]}
        </Mark>
      </h3>
      <p className="small soft">
        <Instant at={version.publishedAt ?? version.proposedAt} />
        {told.length > 0 ? (
          <> · {told.map((one) => t.told(one.count, t[one.channel as 'e-mail'])).join(', ')}</>
        ) : null}
        {version.telling === 'waiting' ? <> · {t.telling}</> : null}
      </p>
      <Changes of={version.changes.slice(0, 12)} />
      {version.state === 'published' ? (
        <a href={`/privacy/policy/${version.number}`} target="_blank" rel="noreferrer">
          {t.readVersion}
        </a>
      ) : null}
      {version.state === 'proposed' ? (
        <div className="row">
          {session.may('privacy.approve') ? (
            <Button size="xs" loading={approve.isPending} onClick={() => approve.mutate(version.number)}>
              {t.approve}
            </Button>
          ) : null}
          {session.may('privacy.write') ? (
            <Button
              size="xs"
              variant="default"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate(version.number)}
            >
              {t.withdraw}
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function SecondYes({ desk }: { desk: PolicyDesk }) {
  const t = useWords(policyWords);
  const session = useSession();
  const want = useAct(wantSecondApprover, { changes: [['policy']], says: t.saved });
  return (
    <Card title={t.second}>
      <Switch
        label={t.secondSays}
        description={
          desk.switchingOff === 'nobody'
            ? t.secondTwo
            : desk.switchingOff === 'me'
              ? t.secondMe
              : t.secondColleague
        }
        checked={desk.secondApprover}
        disabled={want.isPending || !session.may('privacy.approve')}
        onChange={(event) => want.mutate(event.currentTarget.checked || desk.switchingOff === 'me')}
      />
    </Card>
  );
}
