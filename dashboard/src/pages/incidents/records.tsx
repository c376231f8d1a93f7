import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dutiesQuery, recordsQuery, signConfidentiality, staffRecordsQuery } from '../../api/incidents.ts';
import type { Records as Answer } from '../../api/incidents.ts';
import { useSession } from '../../api/session.ts';
import { Instant } from '../../format/instant.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Empty, Facts, Mark, Note } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useColleagues } from '../../parts/use-who.ts';
import { useWords } from '../../words/words.ts';
import { KeepRecord, RecordDuty } from './record-dialogs.tsx';
import { recordWords } from './record-words.ts';

/** Audits, reviews, rehearsals, promises and trainings: what counts until when, and what its end closes. */
export function Records() {
  const t = useWords(recordWords);
  const session = useSession();
  const [isKeeping, setKeeping] = useState(false);
  const answer = useQuery(recordsQuery);
  if (answer.error) return <Failure of={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <span className="bone bone-block skeleton-card" aria-hidden />;
  const { items, overdue } = answer.data;
  return (
    <div className="stack">
      <Due of={overdue} />
      <OwnDuties />
      <StaffDuties />
      <Card
        title={t.kept}
        actions={
          session.may('privacy.write') ? (
            <Button size="xs" onClick={() => setKeeping(true)}>
              {t.record}
            </Button>
          ) : null
        }
      >
        {items.length === 0 ? (
          <Empty title={t.none}>{t.noneDo}</Empty>
        ) : (
          <div className="scroll-x">
            <table className="plain-table">
              <thead>
                <tr>
                  <th>{t.kind}</th>
                  <th>{t.outcome}</th>
                  <th>{t.heldAt}</th>
                  <th>{t.until}</th>
                  <th>{t.reference}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={one.id}>
                    <td>
                      {t[one.kind]}
                      {one.about ? <div className="small soft">{one.about}</div> : null}
                    </td>
                    <td>
                      {t[one.outcome]}
                      {one.findings ? <div className="small soft">{one.findings}</div> : null}
                    </td>
                    <td>
                      <Instant at={one.heldAt} />
                    </td>
                    <td>
                      <Instant at={one.validUntil} />
                    </td>
                    <td>{one.reference}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
      {isKeeping ? <KeepRecord onClose={() => setKeeping(false)} /> : null}
    </div>
  );
}

function Due({ of }: { of: Answer['overdue'] }) {
  const t = useWords(recordWords);
  const staff = useQuery(staffRecordsQuery);
  const nameOf = useColleagues();
  if (of.length === 0) return <Note tone="green">{t.allGood}</Note>;
  const about = (key: string): string =>
    nameOf(staff.data?.items.find(({ accountId }) => accountId === key)?.subject ?? null) ?? '';
  return (
    <Card title={t.due}>
      <Facts
        lines={of.map((one) => ({
          says: [
            (t as Readonly<Record<string, unknown>>)[one.what] as string,
            one.closes === 'unmasking' ? about(one.about) : one.about,
          ]
            .filter(Boolean)
            .join(': '),
          value: (
            <span className="row">
              <Mark tone={one.state === 'overdue' ? 'red' : 'amber'}>{t[one.state]}</Mark>
              <Instant at={one.since} />
              {one.closes ? <span className="small soft">{t[`closes ${one.closes}`]}</span> : null}
            </span>
          ),
        }))}
      />
    </Card>
  );
}

function OwnDuties() {
  const t = useWords(recordWords);
  const answer = useQuery(dutiesQuery);
  const sign = useAct(signConfidentiality, { changes: [['records'], ['session']], says: t.signed });
  if (!answer.data) return null;
  const { undertaking, items } = answer.data;
  const isSigned = items.some(
    ({ duty, how, isMet }) => duty === 'confidentiality' && isMet && how !== 'grace',
  );
  return (
    <Card title={t.own}>
      <div className="stack stack-tight">
        <p className="soft">{t.ownSays}</p>
        <Facts
          lines={items.map(({ duty, how, until, isMet }) => ({
            says: t[duty],
            value: (
              <span className="row">
                {until === null ? <Mark tone="red">{t.missing}</Mark> : null}
                {until !== null && !isMet ? <Mark tone="red">{t.lapsed}</Mark> : null}
                {isMet && how === 'grace' ? <Mark tone="amber">{t.grace}</Mark> : null}
                <Instant at={until} />
              </span>
            ),
          }))}
        />
        {isSigned ? null : (
          <Note tone="amber">
            <div className="stack stack-tight">
              <p>{undertaking.text}</p>
              <div>
                <Button size="xs" loading={sign.isPending} onClick={() => sign.mutate(undefined)}>
                  {t.sign}
                </Button>
              </div>
            </div>
          </Note>
        )}
      </div>
    </Card>
  );
}

function StaffDuties() {
  const t = useWords(recordWords);
  const session = useSession();
  const nameOf = useColleagues();
  const [account, setAccount] = useState<string | null>(null);
  const answer = useQuery(staffRecordsQuery);
  if (!answer.data) return null;
  return (
    <Card title={t.staff}>
      <div className="scroll-x">
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t.who}</th>
              <th>{t.confidentiality}</th>
              <th>{t.training}</th>
              <th>
                <span className="only-read">{t.record}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.data.items.map(({ accountId, subject, duties }) => (
              <tr key={accountId}>
                <td>{nameOf(subject) ?? <code>{accountId.slice(-8)}</code>}</td>
                {duties.map(({ duty, how, until }) => (
                  <td key={duty}>
                    <span className="row">
                      {until === null ? (
                        <Mark tone="red">{t.missing}</Mark>
                      ) : Date.parse(until) <= Date.now() ? (
                        <Mark tone="red">{t.lapsed}</Mark>
                      ) : how === 'grace' ? (
                        <Mark tone="amber">{t.grace}</Mark>
                      ) : null}
                      <Instant at={until} />
                    </span>
                  </td>
                ))}
                <td className="end">
                  {session.may('privacy.write') ? (
                    <Button size="xs" variant="default" onClick={() => setAccount(accountId)}>
                      {t.record}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {account ? <RecordDuty account={account} onClose={() => setAccount(null)} /> : null}
    </Card>
  );
}
