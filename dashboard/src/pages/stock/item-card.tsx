import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { locationsQuery, stockCardQuery } from '../../api/stock.ts';
import type { StockCard } from '../../api/stock.ts';
import { Instant } from '../../format/instant.tsx';
import { Figure } from '../../format/number.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Facts, Mark, Note } from '../../parts/note.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { useWords } from '../../words/words.ts';
import { ItemRules } from './item-rules.tsx';
import { unitsOf } from './offer-name.tsx';
import { StockActions } from './stock-actions.tsx';
import { stockWords } from './stock-words.ts';

/** The stock card: how many, where, promised to whom, and how it came to that. */
export function ItemCard({ offerId, isPage = false }: { offerId: string; isPage?: boolean }) {
  const t = useWords(stockWords);
  const { data: card, error, refetch } = useQuery(stockCardQuery(offerId));
  const locations = useQuery(locationsQuery);
  if (error && !card)
    return (
      <Page title="">
        <Failure of={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (!card) return <PageSkeleton />;
  const places = new Map((locations.data?.items ?? []).map((place) => [place.id, place.name]));
  const { level } = card;
  const units = (quantity: number) => unitsOf(quantity, level?.scale ?? 0);
  return (
    <Page
      title={`${card.offer.title} ${card.offer.variantTitle}`.trim()}
      back={isPage ? { to: '/stock', says: t.title } : undefined}
      mark={level?.isLow ? <Mark tone="amber">{t.isLow}</Mark> : null}
      actions={
        card.parts.length > 0 ? null : (
          <StockActions offerId={offerId} scale={level?.scale ?? 0} shelves={level?.shelves ?? []} />
        )
      }
    >
      <div className="columns">
        <div className="stack">
          <Card>
            {level ? (
              <Facts
                lines={[
                  { says: t.sku, value: card.offer.sku ?? '–' },
                  { says: t.onHand, value: <Figure of={units(level.onHand)} /> },
                  { says: t.reserved, value: <Figure of={units(level.reserved)} /> },
                  {
                    says: t.free,
                    value: (
                      <span className="strong">
                        <Figure of={units(card.free)} />
                      </span>
                    ),
                  },
                ]}
              />
            ) : card.parts.length > 0 ? (
              <Facts lines={[{ says: t.free, value: <Figure of={card.free} /> }]} />
            ) : (
              <Note>{t.neverStocked}</Note>
            )}
          </Card>
          {level && level.shelves.length > 0 ? (
            <Card title={t.shelves}>
              <Facts
                lines={level.shelves.map((shelf) => ({
                  says: places.get(shelf.locationId) ?? '…',
                  value: <Figure of={units(shelf.onHand)} />,
                }))}
              />
            </Card>
          ) : null}
          <Kits card={card} />
          <Card title={t.latest}>
            <Movements card={card} places={places} />
            <p className="small">
              <Link to="/stock/movements" search={{ offer: offerId }}>
                {t.allMovements}
              </Link>
            </p>
          </Card>
        </div>
        <div className="stack">
          {level ? (
            <Card title={t.rules}>
              <ItemRules key={`${level.lowAt} ${level.safety}`} offerId={offerId} level={level} />
            </Card>
          ) : null}
          {card.reservations.length > 0 ? (
            <Card title={t.promised}>
              <Facts
                lines={card.reservations.slice(0, 20).map((one) => ({
                  says: one.state,
                  value: (
                    <>
                      <Figure of={units(one.open)} />{' '}
                      {one.expiresAt ? (
                        <span className="soft">
                          {t.promisedUntil} <Instant at={one.expiresAt} />
                        </span>
                      ) : null}
                    </>
                  ),
                }))}
              />
            </Card>
          ) : null}
        </div>
      </div>
    </Page>
  );
}

function Kits({ card }: { card: StockCard }) {
  const t = useWords(stockWords);
  const groups = [
    { says: t.parts, lines: card.parts },
    { says: t.inKits, lines: card.inKits },
  ];
  return groups
    .filter((group) => group.lines.length > 0)
    .map((group) => (
      <Card key={group.says} title={group.says}>
        <ul>
          {group.lines.map((line) => (
            <li key={line.offerId} className="row row-apart">
              <Link to="/stock/$id" params={{ id: line.offerId }}>
                {line.offer?.title ?? line.offerId}
              </Link>
              <Figure of={line.quantity} />
            </li>
          ))}
        </ul>
      </Card>
    ));
}

function Movements({ card, places }: { card: StockCard; places: ReadonlyMap<string, string> }) {
  const t = useWords(stockWords);
  if (card.movements.length === 0) return <p className="soft">{t.emptyMovesDo}</p>;
  return (
    <ul className="stack stack-tight">
      {card.movements.slice(0, 12).map((moved) => (
        <li key={`${moved.entryId} ${moved.line}`} className="row row-apart">
          <span>
            {t[moved.kind]}{' '}
            {moved.reason && moved.reason !== 'import' ? (
              <span className="soft">({t[moved.reason]})</span>
            ) : null}{' '}
            <span className="soft small">
              {places.get(moved.locationId) ?? ''} · <Instant at={moved.occurredAt} />
            </span>
          </span>
          <Figure of={unitsOf(moved.quantity, card.level?.scale ?? 0)} signed />
        </li>
      ))}
    </ul>
  );
}
