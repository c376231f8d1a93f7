import { useParams } from '@tanstack/react-router';
import { ItemCard } from './item-card.tsx';

/** The stock card of one item as a page of its own. */
export function ItemPage() {
  const { id } = useParams({ from: '/stock/$id' });
  return <ItemCard offerId={id} isPage />;
}
