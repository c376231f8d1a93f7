import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { listAgreements, reviewAgreement } from '#modules/privacy/index.ts';
import { ensureSetting, insertRecord, selectRecords } from './queries-records.ts';
import type { RecordRow } from './queries-records.ts';
import { dayMs } from './record.ts';
import type { Evidence, RecordId, RecordKind, RecordOutcome } from './record.ts';
import { refuse } from './refuse.ts';
import { colleague, openWritten, sealWritten } from './story.ts';

interface NewRecord {
  readonly heldAt: Date;
  /** Until when it counts; as long as the shop decided, or a year, unless told. */
  readonly validUntil?: Date | undefined;
  readonly outcome: RecordOutcome;
  readonly reference: string;
  readonly findings?: string | undefined;
}

const yearDays = 365;

/** Writes a security audit down. Refuses: incidents.wrongDates. Source: clauses K7-31, KC-34. */
export const recordAudit = (ctx: Context, record: NewRecord): Promise<RecordId> =>
  keepRecord(ctx, 'security audit', '', record);

/**
 * Writes the review of a company down; if it passed, its gate stays open until the next is due.
 *
 * Refuses: incidents.wrongDates, incidents.noSuchCompany. Source: clauses K7-44, KC-45; GDPR art. 28(1).
 */
export async function recordReview(ctx: Context, processor: string, record: NewRecord): Promise<RecordId> {
  const agreements = (await listAgreements(ctx)).filter(
    (one) => one.processor === processor && one.state !== 'ended',
  );
  if (agreements.length === 0) throw refuse.noSuchCompany({ field: 'about' });
  const id = await keepRecord(ctx, 'processor review', processor, record);
  if (record.outcome !== 'failed')
    for (const agreement of agreements) await reviewAgreement(ctx, agreement.id, untilOf(record, yearDays));
  return id;
}

/** Writes a drill, a scan, or the attestation of a company down. Refuses: incidents.wrongDates. Source: clauses OC-39, KC-31, KC-35, KC-38. */
export async function keepRecord(
  ctx: Context,
  kind: RecordKind,
  about: string,
  record: NewRecord,
): Promise<RecordId> {
  const validUntil = untilOf(record, await daysOf(ctx, kind));
  if (record.heldAt > ctx.now || validUntil <= record.heldAt) throw refuse.wrongDates({ field: 'heldAt' });
  const id = newId<RecordId>();
  const evidence: Evidence = { reference: record.reference, findings: record.findings ?? '' };
  await insertRecord(ctx, {
    id,
    kind,
    about,
    outcome: record.outcome,
    evidence: await sealWritten(ctx, 'evidence', evidence),
    recordedBy: colleague(ctx),
    heldAt: record.heldAt,
    validUntil,
  });
  ctx.audit({
    action: 'incidents.recorded',
    on: { table: 'incidents.record', id },
    details: { kind, about, outcome: record.outcome },
  });
  return id;
}

/** How long something counts unless told. Units: days. */
async function daysOf(ctx: Context, kind: RecordKind): Promise<number> {
  const { auditEveryDays, drillEveryDays } = await ensureSetting(ctx);
  if (kind === 'security audit') return auditEveryDays;
  return kind === 'incident drill' ? drillEveryDays : yearDays;
}

const untilOf = ({ heldAt, validUntil }: NewRecord, days: number): Date =>
  validUntil ?? new Date(heldAt.getTime() + days * dayMs);

type ListedRecord = Omit<RecordRow, 'evidence'> & Evidence;

/** Every record with where its evidence lies, the last held first. */
export async function listRecords(ctx: Context): Promise<ListedRecord[]> {
  const rows = await selectRecords(ctx);
  return Promise.all(
    rows.map(async ({ evidence, ...row }) => ({
      ...row,
      ...(await openWritten<Evidence>(ctx, 'evidence', evidence)),
    })),
  );
}
