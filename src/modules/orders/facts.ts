import { factsOf } from '#kernel/facts.ts';

export const facts = factsOf('orders', {
  placed: { orderId: 'id', orderGroupId: 'id', totalMinor: 'integer', currency: 'code' },
  paid: { orderId: 'id' },
  cancelled: { orderId: 'id' },
  refunded: { orderId: 'id', refundId: 'id', amountMinor: 'integer', currency: 'code' },
});
