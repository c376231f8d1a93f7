import { createHash } from 'node:crypto';
import type { AuditNote, Context, Opening } from '#kernel/context.ts';
import type { Finding } from '#kernel/module.ts';
import {
  countUnsealedBefore,
  insertAuditEntries,
  insertSeal,
  lockLastSeal,
  selectSealedEntries,
  selectSeals,
  selectUnsealed,
  selectYoungestUnder,
} from '../queries.ts';
import type { AuditRow, SealRow } from '../queries.ts';

const chainStart = Buffer.alloc(32);
const batch = 1_000;
/** No transaction lives longer, so nothing older can still appear. */
const longestTransactionMs = 3_600_000;

/** Writes what a unit of work did and opened; called by the unit of work itself, in its transaction. */
export const recordAudit = (
  ctx: Context,
  notes: readonly AuditNote[],
  openings: readonly Opening[],
): Promise<void> => insertAuditEntries(ctx, notes, openings);

/**
 * Puts the entries since the last seal under the next one; a timed job, at least once a minute.
 *
 * Shape: how many entries were sealed, at most 1,000 a call.
 */
export async function sealAudit(ctx: Context): Promise<number> {
  const last = await lockLastSeal(ctx);
  const entries = await selectUnsealed(ctx, await whereToLook(ctx, last), batch);
  if (entries.length === 0) return 0;
  const previousHash = last?.hash ?? chainStart;
  const number = (last?.number ?? 0n) + 1n;
  await insertSeal(
    ctx,
    {
      number,
      sealedAt: ctx.now,
      entries: entries.length,
      previousHash,
      hash: hashOf(number, previousHash, entries),
    },
    entries.map((entry) => entry.id),
  );
  return entries.length;
}

/**
 * Ids begin with the millisecond of their making. A transaction that was open while the last batch was sealed may have
 * older ones, by an hour at most.
 */
async function whereToLook(ctx: Context, last: SealRow | undefined): Promise<string> {
  const youngest = last && (await selectYoungestUnder(ctx, last.number));
  const madeMs = youngest === undefined ? 0 : Number.parseInt(youngest.replace('-', '').slice(0, 12), 16);
  const from = Math.max(0, madeMs - longestTransactionMs)
    .toString(16)
    .padStart(12, '0');
  return `${from.slice(0, 8)}-${from.slice(8)}-0000-0000-000000000000`;
}

/** Recomputes the whole chain. Every edit, removal or reordering of a sealed entry is a finding. */
export async function proveAudit(ctx: Context): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  let previousHash: Buffer = chainStart;
  let expected = 1n;
  for (
    let seals = await selectSeals(ctx, 0n, 100);
    seals.length > 0;
    seals = await selectSeals(ctx, expected - 1n, 100)
  ) {
    for (const seal of seals) {
      const broken = await whatIsBroken(ctx, seal, expected, previousHash);
      if (broken) findings.push({ says: broken, rows: [`privacy.audit_seal ${seal.number}`] });
      previousHash = seal.hash;
      expected = seal.number + 1n;
    }
  }
  const forgotten = await countUnsealedBefore(ctx, new Date(ctx.now.getTime() - 3_600_000));
  if (forgotten > 0)
    findings.push({ says: `${forgotten} audit entries are older than an hour and under no seal`, rows: [] });
  return findings;
}

async function whatIsBroken(
  ctx: Context,
  seal: SealRow,
  expected: bigint,
  previousHash: Buffer,
): Promise<string | undefined> {
  if (seal.number !== expected) return `seals ${expected} to ${seal.number - 1n} are missing`;
  if (!seal.previousHash.equals(previousHash)) return 'the seal does not continue the one before it';
  const entries = await selectSealedEntries(ctx, seal.number);
  if (entries.length !== seal.entries)
    return `${seal.entries} entries were sealed, ${entries.length} are there`;
  if (!hashOf(seal.number, seal.previousHash, entries).equals(seal.hash))
    return 'an entry under the seal was changed';
  return undefined;
}

function hashOf(number: bigint, previousHash: Buffer, entries: readonly AuditRow[]): Buffer {
  const hash = createHash('sha256').update(previousHash).update(number.toString());
  for (const entry of entries) hash.update(JSON.stringify(canonical(entry)));
  return hash.digest();
}

const canonical = (entry: AuditRow): readonly unknown[] => [
  entry.id,
  entry.happenedAt.toISOString(),
  entry.actorKind,
  entry.actor,
  entry.purpose,
  entry.action,
  entry.onTable,
  entry.onId,
  entry.subjectId,
  Object.entries(entry.details).toSorted(([a], [b]) => (a < b ? -1 : 1)),
];
