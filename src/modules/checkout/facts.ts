import { factsOf } from '#kernel/facts.ts';

export const facts = factsOf('checkout', {
  declined: { attemptId: 'id', cartId: 'id' },
  moneyReturned: { attemptId: 'id', cartId: 'id', kind: 'code' },
});
