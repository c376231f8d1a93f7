import { asSeen } from './orders.ts';
import type { SeenOrder } from './orders.ts';
import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client.ts';

export interface Parcel {
  readonly lines: { orderLineId: string; quantity: number }[];
  readonly carrier: string;
  readonly trackingNumber: string;
}

export const carriersQuery = queryOptions({
  queryKey: ['carriers'],
  queryFn: () => bodyOf(api.GET('/api/admin/carriers')),
  staleTime: Infinity,
});

/** Sends a parcel on its way; what of it came true is the answer's order. */
export const ship = (order: SeenOrder, { trackingNumber, ...parcel }: Parcel) =>
  bodyOf(
    api.POST('/api/admin/orders/{id}/shipments', {
      ...asSeen(order),
      body: { ...parcel, ...(trackingNumber && { trackingNumber }) },
    }),
  );

export const looksMistyped = (carrier: string, trackingNumber: string) =>
  bodyOf(api.POST('/api/admin/carriers/check', { body: { carrier, trackingNumber } }));

export const confirmDelivery = (id: string) =>
  bodyOf(api.POST('/api/admin/shipments/{id}/delivered', { params: { path: { id } } }));
