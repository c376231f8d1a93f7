import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { listProducts } from '../api/catalog.ts';
import { listCustomers } from '../api/customers.ts';
import type { Customer } from '../api/customers.ts';
import { listOrders } from '../api/orders.ts';
import type { OrderItem } from '../api/orders.ts';
import { useSession } from '../api/session.ts';

export interface Found {
  readonly isSearching: boolean;
  readonly orders: readonly OrderItem[];
  readonly products: Awaited<ReturnType<typeof listProducts>>['items'];
  readonly people: readonly Customer[];
}

const nothing: Omit<Found, 'isSearching'> = { orders: [], products: [], people: [] };

/** What the shop knows under a word: the server searches, with the permissions of whoever asks. */
export function useFound(query: string): Found {
  const session = useSession();
  const [asked] = useDebouncedValue(query.trim(), 200);
  const isNumber = /^#?\d+$/.test(asked);
  const isEnough = isNumber || asked.length >= 2;
  const seesPeople = session.may('people.reveal');
  const orders = useQuery({
    queryKey: ['orders', 'found', asked],
    queryFn: () => listOrders({ q: asked }, undefined, 5),
    enabled: isEnough && session.may('orders.read') && (seesPeople || isNumber),
  });
  const products = useQuery({
    queryKey: ['products', 'found', asked],
    queryFn: () => listProducts({ q: asked }, undefined, 5),
    enabled: isEnough && session.may('catalog.read'),
  });
  const people = useQuery({
    queryKey: ['customers', 'found', asked],
    queryFn: () => listCustomers(asked, undefined, 5),
    enabled: isEnough && session.may('customers.read') && seesPeople,
  });
  const isSearching = orders.isFetching || products.isFetching || people.isFetching;
  if (!isEnough) return { isSearching, ...nothing };
  return {
    isSearching,
    orders: orders.data?.items ?? [],
    products: products.data?.items ?? [],
    people: people.data?.items ?? [],
  };
}
