import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { LegalPaper, LegalRequestId } from './legal-request.ts';
import {
  findLegalRequest,
  selectLegalEvents,
  selectLegalRequests,
  selectLegalSubjects,
} from './queries-legal.ts';
import type { LegalEventRow, LegalRow } from './queries-legal.ts';
import { refuse } from './refuse.ts';
import { openWritten } from './story.ts';

export type LegalRequest = Omit<LegalRow, 'paper' | 'payloadHash'> & LegalPaper;

/** With whom it is about, as random keys, and what was done. */
export type WholeLegalRequest = LegalRequest & {
  readonly hash: string | null;
  readonly people: readonly { subject: SubjectId; informedAt: Date | null; informedHow: string | null }[];
  readonly events: readonly (Omit<LegalEventRow, 'note'> & { readonly note: string | null })[];
};

const present = async (
  ctx: Context,
  { paper, payloadHash: _hash, ...row }: LegalRow,
): Promise<LegalRequest> => ({
  ...row,
  ...(await openWritten<LegalPaper>(ctx, 'paper', paper)),
});

/** The register of disclosures by law, the newest first. Source: clauses OK-12, OK-13. */
export async function listLegalRequests(ctx: Context): Promise<LegalRequest[]> {
  const rows = await selectLegalRequests(ctx);
  return Promise.all(rows.map((row) => present(ctx, row)));
}

/** One disclosure with whom it is about, as random keys, and what was done. Refuses: incidents.noRequest. */
export async function getLegalRequest(ctx: Context, id: LegalRequestId): Promise<WholeLegalRequest> {
  const row = await findLegalRequest(ctx, id);
  if (!row) throw refuse.noRequest();
  const people = await selectLegalSubjects(ctx, id);
  const events = await Promise.all(
    (await selectLegalEvents(ctx, id)).map(async (event) => ({
      ...event,
      note: event.note && (await openWritten<{ text: string }>(ctx, 'note', event.note)).text,
    })),
  );
  return {
    ...(await present(ctx, row)),
    hash: row.payloadHash?.toString('hex') ?? null,
    people: people.map(({ subjectId: subject, informedAt, informedHow }) => ({
      subject,
      informedAt,
      informedHow,
    })),
    events,
  };
}
