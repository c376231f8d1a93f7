import { useParams } from '@tanstack/react-router';
import { CustomerDetail } from './customer-detail.tsx';

/** One customer as a page of its own. */
export function CustomerPage() {
  const { id } = useParams({ from: '/customers/$id' });
  return <CustomerDetail id={id} isPage />;
}
