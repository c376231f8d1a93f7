import { factsOf } from '#kernel/facts.ts';

export const egressFacts = factsOf('privacy', {
  /** Nothing goes to a company any more, or soon will not: `fault` says why. */
  gateClosed: { agreementId: 'id', processor: 'code', fault: 'code' },
  gateOpened: { agreementId: 'id', processor: 'code' },
  preferenceSet: { subjectId: 'id', wish: 'code' },
  disclosed: { disclosureId: 'id', processor: 'code', purpose: 'code' },
});
