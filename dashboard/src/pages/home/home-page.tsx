import { useQuery } from '@tanstack/react-query';
import { listOrders, todayQuery } from '../../api/orders.ts';
import { useSession } from '../../api/session.ts';
import { Money } from '../../format/money.tsx';
import { Figure } from '../../format/number.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { FirstSteps } from './first-steps.tsx';
import { HandRefunds, Incidents } from './by-hand.tsx';
import { LatestOrders } from './latest-orders.tsx';
import { LowStock } from './low-stock.tsx';
import { Waiting } from './waiting.tsx';
import { homeWords } from './home-words.ts';
import './home.css';

/** Today, what waits, what runs low; and the first steps, as long as there are any. */
export function HomePage() {
  const t = useWords(homeWords);
  const session = useSession();
  const seesOrders = session.may('orders.read');
  const today = useQuery({ ...todayQuery, enabled: seesOrders });
  const latest = useQuery({
    queryKey: ['orders', 'latest'],
    queryFn: () => listOrders({}, undefined, 8),
    enabled: seesOrders,
  });
  const isNew = latest.data?.items.length === 0;
  return (
    <Page title={t.hello(session.name.split(' ')[0] ?? session.name)} tab={t.title}>
      {today.error ? <Failure of={today.error} onRetry={() => void today.refetch()} /> : null}
      {isNew ? <FirstSteps /> : null}
      {seesOrders ? (
        <div className="home-top">
          <Card title={t.today}>
            <div className="home-today">
              <div>
                <strong className="big-figure">{today.data ? <Figure of={today.data.orders} /> : '–'}</strong>
                <span className="soft">{t.orders(today.data?.orders ?? 0)}</span>
              </div>
              <div>
                <strong className="big-figure">{today.data ? <Money of={today.data.revenue} /> : '–'}</strong>
                <span className="soft">{t.revenue}</span>
              </div>
            </div>
          </Card>
          <Card title={t.waits}>
            <Waiting today={today.data} />
          </Card>
        </div>
      ) : null}
      {session.may('orders.refund') && (today.data?.refundsByHand ?? 0) > 0 ? <HandRefunds /> : null}
      {session.may('orders.refund') && (today.data?.incidents ?? 0) > 0 ? <Incidents /> : null}
      <div className="columns">
        {seesOrders ? <LatestOrders orders={latest.data?.items} /> : <span />}
        {session.may('stock.read') ? <LowStock /> : null}
      </div>
    </Page>
  );
}
