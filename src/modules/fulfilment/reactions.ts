import { on } from '#kernel/facts.ts';
import { asId } from '#kernel/ids.ts';
import { writeToBuyer } from '#modules/orders/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { facts } from './facts.ts';

const sendShipped = on('fulfilment', 'send-shipped', facts.shipped, (ctx, { fulfilmentId, orderId }) =>
  writeToBuyer(ctx, 'shipped', asId<OrderId>(orderId), { id: fulfilmentId }),
);

export const reactions = [sendShipped];
