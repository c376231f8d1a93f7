import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { customerQuery } from '../../api/customers.ts';
import type { CustomerDetail as Detail } from '../../api/customers.ts';
import { listOrders } from '../../api/orders.ts';
import { useSession } from '../../api/session.ts';
import { revealCustomer } from '../../api/people.ts';
import { Instant } from '../../format/instant.tsx';
import { Money } from '../../format/money.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Facts, Mark } from '../../parts/note.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ReadAt, Reveal } from '../../parts/reveal.tsx';
import { Postal } from '../../parts/postal.tsx';
import { Seal } from '../../parts/seal.tsx';
import { useWords } from '../../words/words.ts';
import { customersWords } from './customers-words.ts';

/** Somebody with an account: what we may know of them, and what they ordered. */
export function CustomerDetail({ id, isPage = false }: { id: string; isPage?: boolean }) {
  const t = useWords(customersWords);
  const session = useSession();
  const { data: known, error, refetch } = useQuery(customerQuery(id));
  const [revealed, setRevealed] = useState<{ person: Detail; readAt: string } | null>(null);
  const person = revealed?.person ?? known;
  if (error && !person)
    return (
      <Page title="">
        <Failure of={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (!person) return <PageSkeleton />;
  return (
    <Page title={person.name || t.erased} back={isPage ? { to: '/customers', says: t.title } : undefined}>
      <div className="columns">
        <div className="stack">
          {session.may('orders.read') && known?.isMasked === false ? <Orders person={person} /> : null}
          <Card title={t.addresses}>
            {person.isMasked ? (
              <Seal>{t.addressesSealed}</Seal>
            ) : person.addresses.length === 0 ? (
              <p className="soft">{t.noAddresses}</p>
            ) : (
              <div className="fields">
                {person.addresses.map((saved) => (
                  <div key={saved.id}>
                    {saved.isDefault ? <Mark>{t.usual}</Mark> : null}
                    <Postal of={saved.address} />
                  </div>
                ))}
              </div>
            )}
          </Card>
        </div>
        <Card title={t.account}>
          {revealed ? <ReadAt at={revealed.readAt} /> : null}
          {person.isMasked ? (
            <Reveal
              reveal={(because) => revealCustomer(id, because)}
              onRevealed={(one) => setRevealed({ person: one, readAt: new Date().toISOString() })}
            />
          ) : null}
          {known?.isMasked ? null : <Seal>{t.read}</Seal>}
          <Facts
            lines={[
              { says: t.name, value: person.name },
              {
                says: t.email,
                value: person.isMasked ? person.email : <a href={`mailto:${person.email}`}>{person.email}</a>,
              },
              { says: t.verified, value: person.emailVerified ? t.yes : t.no },
              { says: t.since, value: <Instant at={person.since} /> },
            ]}
          />
          {session.may('audit.read') ? (
            <p className="small">
              <Link to="/audit" search={{ subject: person.subjectId }}>
                {t.audit}
              </Link>
            </p>
          ) : null}
        </Card>
      </div>
    </Page>
  );
}

function Orders({ person }: { person: Detail }) {
  const t = useWords(customersWords);
  const orders = useQuery({
    queryKey: ['orders', 'of', person.email],
    queryFn: () => listOrders({ q: person.email }, undefined, 10),
  });
  return (
    <Card title={t.orders}>
      {orders.error ? <Failure of={orders.error} onRetry={() => void orders.refetch()} /> : null}
      {orders.data?.items.length === 0 ? <p className="soft">{t.noOrders}</p> : null}
      <ul className="stack stack-tight">
        {orders.data?.items.map((order) => (
          <li key={order.id} className="row row-apart">
            <span>
              <Link to="/orders/$id" params={{ id: order.id }}>
                {order.number}
              </Link>{' '}
              <span className="soft">
                <Instant at={order.placedAt} />
              </span>
            </span>
            <Money of={order.total} />
          </li>
        ))}
      </ul>
      {orders.data?.next ? (
        <p className="small">
          <Link to="/orders" search={{ q: person.email }}>
            {t.allOrders}
          </Link>
        </p>
      ) : null}
    </Card>
  );
}
