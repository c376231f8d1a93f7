import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('ledger', {
  unknownAccount: {
    status: 404,
    says: 'There is no such account in the books.',
    sagt: 'Dieses Konto gibt es in den Büchern nicht.',
  },
});
