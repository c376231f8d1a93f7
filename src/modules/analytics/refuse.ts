import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('analytics', {
  wrongPurpose: { status: 403, says: 'Statistics serve to improve the shop and nothing else.' },
  wrongSpan: { status: 400, says: 'Ask for at most 400 days, the first before the last.' },
});
