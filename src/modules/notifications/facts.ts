import { factsOf } from '#kernel/facts.ts';

export const facts = factsOf('notifications', {
  mailQueued: { mailId: 'id', kind: 'code' },
  mailSent: { mailId: 'id', kind: 'code' },
  mailFailed: { mailId: 'id', kind: 'code', reason: 'code' },
});
