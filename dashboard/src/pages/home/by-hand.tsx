import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { confirmRefund, handRefundsQuery, incidentsQuery, resolveIncident } from '../../api/payments.ts';
import { Instant } from '../../format/instant.tsx';
import { Money } from '../../format/money.tsx';
import type { MoneyValue } from '../../format/money.tsx';
import { Card } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { homeWords } from './home-words.ts';

/** Refunds that the shop has to send from its own bank. */
export function HandRefunds() {
  const t = useWords(homeWords);
  const refunds = useQuery(handRefundsQuery);
  const confirm = useAct(confirmRefund, { changes: [['orders']], says: t.confirmed });
  return (
    <Card id="by-hand" title={t.handRefunds}>
      <p className="soft">{t.handRefundsSays}</p>
      <ul className="stack stack-tight">
        {refunds.data?.items.map((refund) => (
          <ByHandLine key={refund.id} amount={refund.amount} at={refund.requestedAt} orderId={refund.orderId}>
            <Button
              size="compact-sm"
              variant="default"
              loading={confirm.isPending && confirm.variables === refund.id}
              onClick={() => confirm.mutate(refund.id)}
            >
              {t.confirm}
            </Button>
          </ByHandLine>
        ))}
      </ul>
    </Card>
  );
}

/** Money that came or went in a way that the program cannot judge. */
export function Incidents() {
  const t = useWords(homeWords);
  const incidents = useQuery(incidentsQuery);
  const resolve = useAct(resolveIncident, { changes: [['orders']], says: t.resolved });
  return (
    <Card id="incidents" title={t.incidentsTitle}>
      <ul className="stack stack-tight">
        {incidents.data?.items.map((incident) => (
          <ByHandLine
            key={incident.id}
            amount={incident.amount}
            at={incident.openedAt}
            orderId={incident.orderId}
            says={incident.kind}
          >
            <Button
              size="compact-sm"
              variant="default"
              loading={resolve.isPending && resolve.variables === incident.id}
              onClick={() => resolve.mutate(incident.id)}
            >
              {t.resolve}
            </Button>
          </ByHandLine>
        ))}
      </ul>
    </Card>
  );
}

interface ByHandLineProps {
  amount: MoneyValue;
  at: string;
  orderId: string | null;
  says?: string;
  children: ReactNode;
}

function ByHandLine({ amount, at, orderId, says, children }: ByHandLineProps) {
  const t = useWords(homeWords);
  return (
    <li className="row row-apart">
      <span className="row">
        <span className="strong">
          <Money of={amount} />
        </span>
        {says ? <span>{says}</span> : null}
        <span className="soft">
          <Instant at={at} />
        </span>
        {orderId ? (
          <Link to="/orders/$id" params={{ id: orderId }}>
            {t.toOrder}
          </Link>
        ) : null}
      </span>
      {children}
    </li>
  );
}
