export const testCardScenarios = [
  'approve',
  'decline',
  'needs_action',
  'late_success',
  'lost_answer',
] as const;
export type TestCardScenario = (typeof testCardScenarios)[number];
export type TestCardState = 'approved' | 'declined' | 'waiting';

/** What the buttons of the test card say. */
export const testCardLabels: Readonly<
  Record<TestCardScenario, { readonly en: string; readonly de: string }>
> = {
  approve: { en: 'Approve', de: 'Genehmigen' },
  decline: { en: 'Decline', de: 'Ablehnen' },
  needs_action: { en: 'Ask me first', de: 'Erst nachfragen' },
  late_success: { en: 'Succeed late', de: 'Verspätet genehmigen' },
  lost_answer: { en: 'Take the money, lose the answer', de: 'Abbuchen, Antwort verlieren' },
};

/** What the bank decides the moment it is asked to pay. */
export const firstState = (scenario: TestCardScenario): TestCardState => {
  if (scenario === 'approve' || scenario === 'lost_answer') return 'approved';
  return scenario === 'decline' ? 'declined' : 'waiting';
};
