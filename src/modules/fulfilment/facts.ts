import { factsOf } from '#kernel/facts.ts';

export const facts = factsOf('fulfilment', {
  shipped: { fulfilmentId: 'id', orderId: 'id' },
  delivered: { fulfilmentId: 'id', orderId: 'id' },
});
