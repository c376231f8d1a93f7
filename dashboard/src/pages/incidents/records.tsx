import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dutiesQuery, recordsQuery, signConfidentiality, staffRecordsQuery } from '../../api/incidents.ts';
import type { Records as Answer, StaffRecords } from '../../api/incidents.ts';
import { useSession } from '../../api/session.ts';
import { Day, Instant } from '../../format/instant.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Empty, Facts, Mark, Note } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useColleagues } from '../../parts/use-who.ts';
import { useReader, useWords } from '../../words/words.ts';
import { companyWords, inWords } from '../privacy/gate/gate-words.ts';
import { companiesQuery } from '../../api/gate.ts';
import { PlainTable } from '../../parts/plain-table.tsx';
import { KeepRecord, RecordDuty } from './record-dialogs.tsx';
import { recordWords } from './record-words.ts';

type StaffRecord = StaffRecords['items'][number];

/** Audits, reviews, rehearsals, promises and trainings: what counts until when, and what its end closes. */
export function Records() {
  const t = useWords(recordWords);
  const session = useSession();
  const [isKeeping, setKeeping] = useState(false);
  const answer = useQuery(recordsQuery);
  const companyOf = useCompanyName();
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
          <PlainTable
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              { says: t.kind, cell: ({ kind, about }) => <Under says={t[kind]} small={companyOf(about)} /> },
              {
                says: t.outcome,
                cell: ({ outcome, findings }) => <Under says={t[outcome]} small={findings} />,
              },
              { says: t.heldAt, cell: ({ heldAt }) => <Day at={heldAt} /> },
              { says: t.until, cell: ({ validUntil }) => <Day at={validUntil} /> },
              { says: t.reference, cell: ({ reference }) => reference },
            ]}
          />
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
  const companyOf = useCompanyName();
  if (of.length === 0) return <Note tone="green">{t.allGood}</Note>;
  const about = (key: string): string =>
    nameOf(staff.data?.items.find(({ accountId }) => accountId === key)?.subject ?? null) ?? '';
  return (
    <Card title={t.due}>
      <Facts
        lines={of.map((one) => ({
          says: [
            (t as Readonly<Record<string, unknown>>)[one.what] as string,
            one.closes === 'unmasking' ? about(one.about) : companyOf(one.about),
          ]
            .filter(Boolean)
            .join(': '),
          value: (
            <span className="row">
              <Mark tone={one.state === 'overdue' ? 'red' : 'amber'}>{t[one.state]}</Mark>
              <Day at={one.since} />
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
      <PlainTable
        rows={answer.data.items}
        keyOf={({ accountId }) => accountId}
        columns={[
          {
            says: t.who,
            cell: ({ accountId, subject }) => nameOf(subject) ?? <code>{accountId.slice(-8)}</code>,
          },
          ...(['confidentiality', 'training'] as const).map((duty) => ({
            says: t[duty],
            cell: ({ duties }: StaffRecord) => <Duty of={duties.find((one) => one.duty === duty)} />,
          })),
          session.may('privacy.write') && {
            says: t.record,
            isTold: true,
            cell: ({ accountId }) => (
              <Button size="xs" variant="default" onClick={() => setAccount(accountId)}>
                {t.record}
              </Button>
            ),
          },
        ]}
      />
      {account ? <RecordDuty account={account} onClose={() => setAccount(null)} /> : null}
    </Card>
  );
}

/** Until when a promise or training of a colleague counts. */
function Duty({ of }: { of: StaffRecord['duties'][number] | undefined }) {
  const t = useWords(recordWords);
  if (!of || of.until === null) return <Mark tone="red">{t.missing}</Mark>;
  return (
    <span className="row">
      {Date.parse(of.until) <= Date.now() ? (
        <Mark tone="red">{t.lapsed}</Mark>
      ) : of.how === 'grace' ? (
        <Mark tone="amber">{t.grace}</Mark>
      ) : null}
      <Day at={of.until} />
    </span>
  );
}

/** Companies by the name that the register shows; audits of the whole house are about none. */
function useCompanyName(): (about: string) => string {
  const companies = useQuery(companiesQuery);
  const { language } = useReader();
  return (about) =>
    inWords(
      companyWords,
      companies.data?.items.find(({ name }) => name === about)?.company ?? about,
      language,
    );
}

function Under({ says, small }: { says: string; small: string }) {
  return (
    <>
      {says}
      {small ? <div className="small soft">{small}</div> : null}
    </>
  );
}
