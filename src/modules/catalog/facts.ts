import { factsOf } from '#kernel/facts.ts';

export const facts = factsOf('catalog', {
  published: { productId: 'id' },
  unpublished: { productId: 'id' },
});
