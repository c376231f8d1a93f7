import { factsOf } from '#kernel/facts.ts';

/** What the consent ledger announces. */
export const consentFacts = factsOf('privacy', {
  consentGiven: { subjectId: 'id', eventId: 'id', purpose: 'code' },
  consentWithdrawn: { subjectId: 'id', eventId: 'id', purpose: 'code', state: 'code' },
});
