import { factsOf } from '#kernel/facts.ts';

export const facts = factsOf('incidents', {
  opened: { incidentId: 'id', track: 'code', isDrill: 'flag' },
  reminded: { incidentId: 'id', step: 'code', hoursLeft: 'integer' },
  noticesApproved: { incidentId: 'id', people: 'integer' },
  peopleTold: { incidentId: 'id', people: 'integer' },
  closed: { incidentId: 'id' },
  lapsed: { what: 'code', overdue: 'flag' },
  disclosedByLaw: { requestId: 'id', people: 'integer' },
  auditBroken: { findings: 'integer' },
});
