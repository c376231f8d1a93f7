import { useParams } from '@tanstack/react-router';
import { OrderDetail } from './order-detail.tsx';

/** One order as a page of its own. */
export function OrderPage() {
  const { id } = useParams({ from: '/orders/$id' });
  return <OrderDetail id={id} isPage />;
}
