import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('analytics', {
  wrongSpan: { status: 400, says: 'Ask for at most 400 days, the first before the last.' },
});
