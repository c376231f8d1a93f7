import { factsOf } from '#kernel/facts.ts';

export const facts = factsOf('payments', {
  captured: { paymentId: 'id', orderGroupId: 'id', amountMinor: 'integer' },
  refundRequested: { refundId: 'id', orderId: 'id', amountMinor: 'integer' },
  refundSettled: { refundId: 'id', orderId: 'id', state: 'code' },
  incidentOpened: { incidentId: 'id', kind: 'code' },
});
