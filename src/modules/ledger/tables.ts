import type { TenantId } from '#kernel/ids.ts';
import { plain, table } from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';
import type { JournalId, PostingId } from './journal.ts';

const books = 'the books: amounts and accounts, about no person; they outlive every erasure';

const journal = table('ledger.journal', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<JournalId>('random key'),
  sourceType: plain<string>('what kind of thing was booked, as order or payment'),
  sourceId: plain<string>('random key of the order, payment or refund that was booked'),
  kind: plain<string>('what happened to it, as a code'),
  currency: plain<string>(books),
  bookedAt: plain<Date>('when it was booked'),
  madeIn: plain<string, string | undefined>('PostgreSQL’s number of the transaction that wrote it'),
});

const posting = table('ledger.posting', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<PostingId>('random key'),
  journalId: plain<JournalId>('random key'),
  account: plain<string>(books),
  currency: plain<string>(books),
  minor: plain<bigint>(books),
  bookedAt: plain<Date>('when it was booked; repeats the journal'),
  madeIn: plain<string, string | undefined>('repeats the journal: postings come with it'),
});

const closing = table('ledger.closing', {
  tenantId: plain<TenantId>('tenant key'),
  day: plain<string>('the day that was closed'),
  account: plain<string>(books),
  currency: plain<string>(books),
  minor: plain<bigint>(books),
});

export const tables = { journal, posting, closing };
export type LedgerRows = Rows<typeof tables>;
