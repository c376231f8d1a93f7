import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { endPrice, pricesQuery } from '../../api/prices.ts';
import { useSession } from '../../api/session.ts';
import { Instant } from '../../format/instant.tsx';
import { Money } from '../../format/money.tsx';
import { Mark } from '../../parts/note.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { priceWords } from './product-words.ts';

/** The prices that hold now or are planned; one on time can be ended. */
export function PlannedPrices({ offerId }: { offerId: string }) {
  const t = useWords(priceWords);
  const session = useSession();
  const prices = useQuery(pricesQuery(offerId));
  const end = useAct(endPrice, { changes: [['prices'], ['products']], says: t.ended });
  if (!prices.data || prices.data.items.length === 0) return null;
  const { items, now } = prices.data;
  return (
    <section className="stack stack-tight">
      <h3>{t.now}</h3>
      <ul className="stack stack-tight">
        {items.map((price) => (
          <li key={price.id} className="row row-apart">
            <span className="row">
              <Money of={price.price} />
              {price.current ? <Mark tone="green">{t.current}</Mark> : null}
              <span className="soft">
                {price.temporary ? t.temporary : t.lasting}, {t.since} <Instant at={price.validFrom} />
                {price.validTo ? (
                  <>
                    {' '}
                    {t.until} <Instant at={price.validTo} />
                  </>
                ) : null}
              </span>
            </span>
            {session.may('catalog.write') && (price.temporary || !price.current) ? (
              <Button
                size="compact-xs"
                variant="subtle"
                loading={end.isPending && end.variables === price.id}
                onClick={() => end.mutate(price.id)}
              >
                {t.end}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {now?.lowest30 ? (
        <p className="small soft">
          {t.lowest}: <Money of={now.lowest30} />
        </p>
      ) : null}
    </section>
  );
}
