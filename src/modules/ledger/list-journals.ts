import type { Context } from '#kernel/context.ts';
import type { Journal, JournalId, Posting } from './journal.ts';
import { selectJournals } from './queries.ts';

export interface BookedJournal {
  readonly id: JournalId;
  readonly kind: string;
  readonly currency: string;
  readonly bookedAt: Date;
  readonly postings: readonly Posting[];
}

/** Everything that was booked for one order, payment or refund, oldest first. */
export async function listJournals(ctx: Context, source: Journal['source']): Promise<BookedJournal[]> {
  const lines = await selectJournals(ctx, source);
  const byJournal = Map.groupBy(lines, (line) => line.journalId);
  return [...byJournal.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { journalId: id, kind, currency, bookedAt } = first;
    return [
      { id, kind, currency, bookedAt, postings: group.map(({ account, minor }) => ({ account, minor })) },
    ];
  });
}
