import { factsOf } from '#kernel/facts.ts';

export const facts = factsOf('pricing', {
  /** What offers cost changed, or will change at a planned moment. */
  changed: { offerIds: 'ids' },
});
