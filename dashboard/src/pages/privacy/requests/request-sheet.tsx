import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { requestQuery, workOutPlan } from '../../../api/rights.ts';
import type { RightsRequest } from '../../../api/rights.ts';
import { Instant, formatDay } from '../../../format/instant.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { Facts, Note, Timeline } from '../../../parts/note.tsx';
import { Card, Page } from '../../../parts/page.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useReader, useWords } from '../../../words/words.ts';
import { Mentions } from './mentions.tsx';
import { DecisionDialog } from './decision-dialog.tsx';
import type { Decision } from './decision-dialog.tsx';
import { ToldList } from './told-list.tsx';
import { RequestState } from './request-state.tsx';
import { doorWords, endWords, eventWords, kindWords, requestsWords, said } from './requests-words.ts';

/** One request: who asks for what until when, what it will come to, what happened to it, and what can be done. */
export function RequestSheet({ id }: { id: string }) {
  const t = useWords(requestsWords);
  const { language, locale } = useReader();
  const query = useQuery(requestQuery(id));
  const [decision, setDecision] = useState<Decision | null>(null);
  if (query.error) return <Failure of={query.error} onRetry={() => void query.refetch()} />;
  const request = query.data;
  if (!request) return <span className="bone bone-block" />;
  return (
    <Page
      title={said(kindWords, request.kind, language)}
      tab={t.requests}
      mark={<RequestState state={request.state} />}
    >
      <Actions request={request} onDecide={setDecision} />
      <Facts
        lines={[
          { says: t.number, value: request.number },
          { says: t.by, value: [request.name, request.email].filter(Boolean).join(', ') },
          { says: t.received, value: <Instant at={request.receivedAt} /> },
          { says: t.door, value: said(doorWords, request.door, language) },
          {
            says: t.proven,
            value: request.provenAt ? <Instant at={request.provenAt} /> : t.notProven,
          },
          { says: t.target, value: formatDay(request.targetAt, locale) },
          { says: t.due, value: <strong>{formatDay(request.dueAt, locale)}</strong> },
          request.coolsUntil !== null &&
            request.closedAt === null && { says: t.cools, value: <Instant at={request.coolsUntil} /> },
        ]}
      />
      {request.text ? (
        <Card title={t.theirWords}>
          <p style={{ whiteSpace: 'pre-line' }}>{request.text}</p>
        </Card>
      ) : null}
      {request.value ? (
        <Facts
          lines={[
            request.was !== null && { says: t.readsNow, value: request.was },
            { says: t.shouldRead, value: request.value },
          ]}
        />
      ) : null}
      {request.answer ? (
        <Card title={t.ourAnswer}>
          <p style={{ whiteSpace: 'pre-line' }}>{request.answer}</p>
        </Card>
      ) : null}
      <Plan request={request} />
      {request.provenAt !== null && request.closedAt === null ? <Mentions id={request.id} /> : null}
      <Card title={t.log}>
        <Timeline
          moments={request.events.toReversed().map((event) => ({
            key: `${event.at} ${event.name}`,
            at: <Instant at={event.at} />,
            what: said(eventWords, event.name, language),
            who: event.actorKind,
          }))}
        />
      </Card>
      {decision ? (
        <DecisionDialog request={request} decision={decision} onClose={() => setDecision(null)} />
      ) : null}
    </Page>
  );
}

const wordy = ['question', 'review', 'object', 'rectify'];

function Actions({ request, onDecide }: { request: RightsRequest; onDecide: (what: Decision) => void }) {
  const t = useWords(requestsWords);
  if (request.closedAt !== null) return null;
  const isProven = request.provenAt !== null;
  const isWaiting = request.state === 'awaiting_processor';
  const mayCarryOut =
    isProven && !isWaiting && request.approvedAt === null && !['question', 'review'].includes(request.kind);
  const mayAnswer = wordy.includes(request.kind) && request.state !== 'awaiting_identity';
  return (
    <div className="row">
      {mayCarryOut ? (
        <Button size="xs" onClick={() => onDecide('approve')}>
          {t.approve}
        </Button>
      ) : null}
      {mayAnswer ? (
        <Button size="xs" variant={mayCarryOut ? 'default' : 'filled'} onClick={() => onDecide('answer')}>
          {t.answer}
        </Button>
      ) : null}
      {request.extendable && !isWaiting ? (
        <Button size="xs" variant="default" onClick={() => onDecide('extend')}>
          {t.extend}
        </Button>
      ) : null}
      {request.kind === 'question' && !isProven ? (
        <Button size="xs" variant="default" onClick={() => onDecide('read as')}>
          {t.readAs}
        </Button>
      ) : null}
      {isWaiting ? null : (
        <Button size="xs" variant="default" onClick={() => onDecide('refuse')}>
          {t.refuse}
        </Button>
      )}
    </div>
  );
}

function Plan({ request }: { request: RightsRequest }) {
  const t = useWords(requestsWords);
  const { language, locale } = useReader();
  const plan = useAct(() => workOutPlan(request.id), { changes: [['rights', 'one', request.id]] });
  if (request.kind !== 'erase' && request.nodes.length === 0) return null;
  if (request.nodes.length === 0) {
    if (request.provenAt === null || request.closedAt !== null) return null;
    return (
      <Note>
        <div className="stack stack-tight">
          <p>{t.planSays}</p>
          <div>
            <Button
              size="xs"
              variant="default"
              loading={plan.isPending}
              onClick={() => plan.mutate(undefined)}
            >
              {t.planFirst}
            </Button>
          </div>
        </div>
      </Note>
    );
  }
  return (
    <Card title={request.closedAt === null ? t.plan : t.outcome}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.rows}</th>
            <th scope="col">{t.end}</th>
          </tr>
        </thead>
        <tbody>
          {request.nodes.map((node, index) => (
            <tr key={`${node.what} ${index}`}>
              <th scope="row">
                <code>{node.what}</code>
              </th>
              <td className="figure">{node.rows}</td>
              <td>
                {said(endWords, node.end, language)}
                {node.until ? ` ${formatDay(node.until, locale)}` : ''}
                {node.ground ? <div className="small soft">{node.ground}</div> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ToldList request={request} />
    </Card>
  );
}
