import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/client.ts';
import { listMails } from '../../api/outbox.ts';
import { waitingRequestsQuery } from '../../api/rights.ts';
import { useSession } from '../../api/session.ts';
import { Figure } from '../../format/number.tsx';
import { IconCheck } from '../../look/icons.ts';
import { useWords } from '../../words/words.ts';
import { toBePaidSearch, toShipSearch } from '../orders/orders-filters.ts';
import { homeWords } from './home-words.ts';

interface WaitingLine {
  readonly says: string;
  readonly count: number;
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
  readonly hash?: string;
  readonly isPlus?: boolean;
}

/** What waits for somebody, each number a link to its rows. */
export function Waiting({ today }: { today: Answer<'get', '/api/admin/today'> | undefined }) {
  const t = useWords(homeWords);
  const session = useSession();
  const failed = useQuery({
    queryKey: ['outbox', 'failed'],
    queryFn: () => listMails({ state: 'failed' }, undefined, 20),
    enabled: session.may('outbox.read'),
  });
  const requests = useQuery({ ...waitingRequestsQuery, enabled: session.may('privacy.read') });
  if (!today) return <span className="bone bone-block home-bone" />;
  const mails = failed.data?.items.length ?? 0;
  const all: WaitingLine[] = [
    { says: t.toShip(today.toShip), count: today.toShip, to: '/orders', search: toShipSearch },
    { says: t.toBePaid(today.toBePaid), count: today.toBePaid, to: '/orders', search: toBePaidSearch },
    {
      says: t.refunds(today.refundsByHand),
      count: today.refundsByHand,
      to: '/',
      search: {},
      hash: 'by-hand',
    },
    { says: t.incidents(today.incidents), count: today.incidents, to: '/', search: {}, hash: 'incidents' },
    {
      says: t.failedMails,
      count: mails,
      to: '/outbox',
      search: { state: 'failed' },
      isPlus: failed.data?.next != null,
    },
    {
      says: t.privacyRequests(requests.data?.open ?? 0),
      count: requests.data?.open ?? 0,
      to: '/privacy/requests',
      search: {},
    },
  ];
  const lines = all.filter((line) => line.count > 0);
  if (lines.length === 0) {
    return (
      <p className="row soft">
        <IconCheck size={18} stroke={1.5} aria-hidden /> {t.nothing}
      </p>
    );
  }
  return (
    <ul className="waiting">
      {lines.map((line) => (
        <li key={line.says}>
          <Link to={line.to} search={line.search} hash={line.hash}>
            <strong>
              <Figure of={line.count} />
              {line.isPlus ? '+' : ''}
            </strong>
            {line.says}
          </Link>
        </li>
      ))}
    </ul>
  );
}
