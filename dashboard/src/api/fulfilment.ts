import { api } from './client.ts';

export interface Parcel {
  readonly lines: readonly { orderLineId: string; quantity: number }[];
  readonly carrier: string;
  readonly trackingNumber: string;
}

/** Sends a parcel. */
export async function ship(id: string, { trackingNumber, ...parcel }: Parcel): Promise<void> {
  const post = api.POST as unknown as (path: string, init: object) => Promise<unknown>;
  await post('/api/admin/orders/{id}/fulfilments', { params: { path: { id } }, body: { ...parcel, ...(trackingNumber && { trackingNumber }) } });
}
