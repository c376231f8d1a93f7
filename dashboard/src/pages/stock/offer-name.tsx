import type { Level } from '../../api/stock.ts';
import { Thumb } from '../../parts/thumb.tsx';

/** What an offer is called: its picture, its title, its variant. */
export function OfferName({ offer, gone }: { offer: Level['offer']; gone: string }) {
  if (!offer) return <span className="faint">{gone}</span>;
  return (
    <span className="named">
      <Thumb picture={offer.picture} />
      <span>
        {offer.title} {offer.variantTitle ? <span className="soft">{offer.variantTitle}</span> : null}
      </span>
    </span>
  );
}

/** A quantity in its unit: stock is kept in whole numbers of 10^-scale. */
export const unitsOf = (quantity: number, scale: number): number => quantity / 10 ** scale;
