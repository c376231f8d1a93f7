import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listLevels } from '../../api/stock.ts';
import { formatNumber } from '../../format/number.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Card } from '../../parts/page.tsx';
import { useReader, useWords } from '../../words/words.ts';
import { OfferName, unitsOf } from '../stock/offer-name.tsx';
import { homeWords } from './home-words.ts';

/** What should be bought before it is gone. */
export function LowStock() {
  const t = useWords(homeWords);
  const { locale } = useReader();
  const low = useQuery({
    queryKey: ['stock', 'low'],
    queryFn: () => listLevels({ low: true }, undefined, 8),
  });
  return (
    <Card
      title={t.low}
      actions={
        low.data?.next ? (
          <Link to="/stock" search={{ low: 'yes' }}>
            {t.lowAll}
          </Link>
        ) : null
      }
    >
      {low.error ? <Failure of={low.error} onRetry={() => void low.refetch()} /> : null}
      {low.isPending ? <span className="bone bone-block home-bone" /> : null}
      {low.data?.items.length === 0 ? <p className="soft">{t.noLow}</p> : null}
      <ul className="stack stack-tight">
        {low.data?.items.map((level) => (
          <li key={level.offerId}>
            <Link to="/stock/$id" params={{ id: level.offerId }} className="plain-link home-low">
              <OfferName offer={level.offer} gone="–" />
              <span className="figure strong">
                {t.left(formatNumber(unitsOf(level.free, level.scale), locale))}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
