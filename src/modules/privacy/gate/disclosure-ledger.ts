import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { DisclosureLine, DisclosureOutcome } from './disclosure.ts';
import { check } from './check.ts';
import type { Parcel, Verdict } from './check.ts';
import { egressFacts } from './facts.ts';
import { knownProcessors } from './processor.ts';
import {
  findDisclosureAbout,
  insertDisclosure,
  selectDisclosures,
  selectDisclosuresOf,
  updateDisclosureOutcome,
  updateDisclosureSending,
} from './queries.ts';
import type { DisclosureFilter, DisclosureRow } from './queries.ts';
import { refuse } from '../refuse.ts';
import type { DisclosureId } from './tables.ts';
import { keyedHash } from '../vault.ts';

type Open = Extract<Verdict, { kind: 'open' }>;

/**
 * Decides now that a parcel may be sent, and writes it into the ledger in the transaction that queues it; it is judged
 * again when it is sent.
 *
 * Refuses: privacy.gateClosed, with why.
 */
export async function enter(ctx: Context, parcel: Parcel): Promise<DisclosureId> {
  const verdict = await check(ctx, parcel);
  if (verdict.kind === 'closed')
    throw refuse.gateClosed({ processor: parcel.processor, because: verdict.because });
  return write(ctx, parcel, verdict, 'waiting');
}

/**
 * Writes into the ledger that a parcel goes now, in the transaction after which it does: no byte leaves unless this has
 * committed. A parcel that was entered before, or is sent again, keeps its line.
 */
export async function begin(
  ctx: Context,
  parcel: Parcel,
  verdict: Open,
  known?: DisclosureId,
): Promise<DisclosureId> {
  const before = known ?? (await findDisclosureAbout(ctx, parcel.processor, parcel.on));
  const { agreement, basis } = verdict;
  const { host, country, mechanism } = agreement;
  const checked = { agreementId: agreement.id, basis, host, country, mechanism };
  const goesOn = before && (await updateDisclosureSending(ctx, before, checked));
  return goesOn && before ? before : write(ctx, parcel, verdict, 'sending');
}

/** What came of it. Announces: privacy.disclosed, once it was sent. */
export async function settle(
  ctx: Context,
  id: DisclosureId,
  parcel: Pick<Parcel, 'processor' | 'purpose'>,
  outcome: Exclude<DisclosureOutcome, 'waiting' | 'sending'>,
  code: string | null = null,
): Promise<void> {
  await updateDisclosureOutcome(ctx, id, outcome, code);
  const { processor, purpose } = parcel;
  if (outcome === 'sent') ctx.emit(egressFacts.disclosed({ disclosureId: id, processor, purpose }));
}

async function write(
  ctx: Context,
  parcel: Parcel,
  { agreement, basis }: Open,
  outcome: 'waiting' | 'sending',
): Promise<DisclosureId> {
  const id = newId<DisclosureId>();
  const values = {
    id,
    processor: parcel.processor,
    host: agreement.host,
    agreementId: agreement.id,
    purpose: parcel.purpose,
    basis,
    country: agreement.country,
    mechanism: agreement.mechanism,
    fieldNames: Object.keys(parcel.fields).toSorted(),
    payloadHash: await keyedHash(ctx, 'disclosure', JSON.stringify(parcel.fields)),
    aboutTable: parcel.on.table,
    aboutId: parcel.on.id,
  };
  await insertDisclosure(ctx, values, outcome, [...new Set(parcel.about)]);
  return id;
}

/** Who got what about a person, oldest first: for their copy, and for telling the others of a correction or an erasure. Source: GDPR art. 15(1)(c), 19. */
export async function disclosuresOf(ctx: Context, subject: SubjectId): Promise<readonly DisclosureLine[]> {
  const rows = await selectDisclosuresOf(ctx, subject);
  return rows.map(({ processor, purpose, fieldNames, at }) => ({
    processor,
    company: knownProcessors().get(processor)?.company ?? processor,
    purpose,
    fields: fieldNames,
    at: at ?? ctx.now,
  }));
}

/** The ledger, newest first. Shape: `next` is undefined on the last page. */
export async function listDisclosures(
  ctx: Context,
  filter: DisclosureFilter,
): Promise<{ items: DisclosureRow[]; next: string | undefined }> {
  const rows = await selectDisclosures(ctx, filter);
  const items = rows.slice(0, filter.limit);
  return { items, next: rows.length > filter.limit ? items.at(-1)?.id : undefined };
}
