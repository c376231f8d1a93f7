import { factsOf } from '#kernel/facts.ts';

export const facts = factsOf('inventory', {
  received: { entryId: 'id', itemId: 'id', offerId: 'id', quantity: 'integer' },
  adjusted: { entryId: 'id', itemId: 'id', offerId: 'id', quantity: 'integer', reason: 'code' },
  moved: { entryId: 'id', itemId: 'id', offerId: 'id', quantity: 'integer' },
  short: { holder: 'id', lines: 'integer' },
  expired: { holder: 'id' },
  lowStock: { itemId: 'id', offerId: 'id', left: 'integer' },
});
