import { factsOf } from '#kernel/facts.ts';

export const facts = factsOf('policy', {
  /** A version is in force. */
  published: { version: 'integer', isMaterial: 'flag' },
  /** Somebody proposed a version that a second person has to approve. */
  proposed: { version: 'integer' },
});
