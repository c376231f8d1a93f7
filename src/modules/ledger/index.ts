import type { Module } from '#kernel/module.ts';
import { jobs } from './jobs.ts';
import { moneyProver } from './prove-money.ts';
import { routes } from './routes.ts';
import { tables } from './tables.ts';

/**
 * The shop's books: every event that moves money or a claim is one journal whose postings sum to zero. Nothing is ever
 * changed or removed; a mistake is corrected by another journal.
 */
export const ledgerModule: Module = {
  name: 'ledger',
  tables,
  triggers: ['ledger.journal.journal_balances'],
  jobs,
  provers: [moneyProver],
  routes,
};

export { balances } from './balances.ts';
export { accounts } from './journal.ts';
export type { Account, Journal, Posting } from './journal.ts';
export { listJournals } from './list-journals.ts';
export type { BookedJournal } from './list-journals.ts';
export { postJournal } from './post-journal.ts';
export type { Balance } from './queries.ts';
export {
  depositReturned,
  orderCancelled,
  orderPlaced,
  paymentCaptured,
  refunded,
  refundPaid,
} from './recipes.ts';
export type { MoneyPath, Sale } from './recipes.ts';
export { statement } from './statement.ts';
