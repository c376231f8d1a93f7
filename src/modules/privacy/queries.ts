import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { AuditNote, Context, Opening } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { rowsOf } from '#kernel/rows-of.ts';
import type { PrivacyRows } from './tables.ts';

const rows = (ctx: Context): Kysely<PrivacyRows> => ctx.tx;

export async function insertSubject(ctx: Context, id: SubjectId, role: string): Promise<void> {
  await rowsOf(ctx)`
    insert into privacy.subject (tenant_id, id, role, state, created_at)
    values (${ctx.tenant.id}, ${id}, ${role}, 'active', ${ctx.now})`;
}

/** The subject's state, held until the transaction ends so that no erasure can begin meanwhile. */
export async function shareSubject(
  ctx: Context,
  id: SubjectId,
): Promise<'active' | 'restricted' | 'erasing' | 'erased' | undefined> {
  const [row] = await rowsOf<{ state: 'active' | 'restricted' | 'erasing' | 'erased' }>(ctx)`
    select state from privacy.subject where tenant_id = ${ctx.tenant.id} and id = ${id} for share`;
  return row?.state;
}

export async function insertAuditEntries(
  ctx: Context,
  notes: readonly AuditNote[],
  openings: readonly Opening[],
): Promise<void> {
  const common = {
    happenedAt: ctx.now,
    actorKind: ctx.actor.kind,
    actor: ctx.actor.id,
    purpose: ctx.actor.purpose,
  };
  const entries = [
    ...notes.map((note) => ({
      ...common,
      id: newId<never>(),
      action: note.action,
      onTable: note.on.table,
      onId: note.on.id,
      subjectId: null,
      details: JSON.stringify(note.details ?? {}),
    })),
    ...openings.map((opening) => ({
      ...common,
      id: newId<never>(),
      action: 'privacy.opened',
      onTable: opening.table,
      onId: opening.row,
      subjectId: opening.subject,
      details: JSON.stringify({
        column: opening.column,
        ...(ctx.actor.session !== undefined && { session: ctx.actor.session }),
      }),
    })),
  ];
  await rows(ctx).insertInto('privacy.audit_entry').values(entries).execute();
}

export interface AuditRow {
  readonly id: string;
  readonly happenedAt: Date;
  readonly actorKind: string;
  readonly actor: string;
  readonly purpose: string;
  readonly action: string;
  readonly onTable: string;
  readonly onId: string;
  readonly subjectId: SubjectId | null;
  readonly details: Readonly<Record<string, unknown>>;
}

const auditColumns = [
  'id',
  'happenedAt',
  'actorKind',
  'actor',
  'purpose',
  'action',
  'onTable',
  'onId',
  'subjectId',
  'details',
] as const;

export interface AuditFilter {
  readonly limit: number;
  readonly before?: string | undefined;
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly on?: { readonly table: string; readonly id: string } | undefined;
  readonly subject?: SubjectId | undefined;
}

/** Newest first, one row more than asked for when there are more. */
export async function selectAuditEntries(ctx: Context, filter: AuditFilter): Promise<AuditRow[]> {
  let query = rows(ctx)
    .selectFrom('privacy.audit_entry')
    .select(auditColumns)
    .orderBy('id', 'desc')
    .limit(filter.limit + 1);
  if (filter.before) query = query.where('id', '<', filter.before);
  if (filter.action) query = query.where('action', '=', filter.action);
  if (filter.actor) query = query.where('actor', '=', filter.actor);
  if (filter.on) query = query.where('onTable', '=', filter.on.table).where('onId', '=', filter.on.id);
  if (filter.subject) query = query.where('subjectId', '=', filter.subject);
  return query.execute();
}

export interface SealRow {
  readonly sealedAt: Date;
  readonly number: bigint;
  readonly entries: number;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}

/** The head of the chain, locked so that one sealer works at a time. */
export async function lockLastSeal(ctx: Context): Promise<SealRow | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${ctx.tenant.id}`}, 0))`.execute(ctx.tx);
  return rows(ctx)
    .selectFrom('privacy.audit_seal')
    .select(['number', 'sealedAt', 'entries', 'previousHash', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The youngest entry under a seal. */
export async function selectYoungestUnder(ctx: Context, seal: bigint): Promise<string | undefined> {
  const row = await rows(ctx)
    .selectFrom('privacy.audit_sealed')
    .select('entryId')
    .where('sealNumber', '=', seal)
    .orderBy('entryId', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.entryId;
}

/** Entries that lie under no seal yet, oldest first, from a place in the key on. */
export async function selectUnsealed(ctx: Context, from: string, limit: number): Promise<AuditRow[]> {
  return rows(ctx)
    .selectFrom('privacy.audit_entry as entry')
    .leftJoin('privacy.audit_sealed as sealed', 'sealed.entryId', 'entry.id')
    .select(auditColumns.map((column) => `entry.${column}` as const))
    .where('sealed.entryId', 'is', null)
    .where('entry.id', '>=', from)
    .orderBy('entry.id')
    .limit(limit)
    .execute() as Promise<AuditRow[]>;
}

export async function insertSeal(ctx: Context, seal: SealRow, entryIds: readonly string[]): Promise<void> {
  await rows(ctx).insertInto('privacy.audit_seal').values(seal).execute();
  await rows(ctx)
    .insertInto('privacy.audit_sealed')
    .values(entryIds.map((entryId, position) => ({ entryId, sealNumber: seal.number, position })))
    .execute();
}

export async function selectSeals(ctx: Context, after: bigint, limit: number): Promise<SealRow[]> {
  return rows(ctx)
    .selectFrom('privacy.audit_seal')
    .select(['number', 'sealedAt', 'entries', 'previousHash', 'hash'])
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
}

export async function selectSealedEntries(ctx: Context, seal: bigint): Promise<AuditRow[]> {
  return rows(ctx)
    .selectFrom('privacy.audit_sealed as sealed')
    .innerJoin('privacy.audit_entry as entry', 'entry.id', 'sealed.entryId')
    .select(auditColumns.map((column) => `entry.${column}` as const))
    .where('sealed.sealNumber', '=', seal)
    .orderBy('sealed.position')
    .execute() as Promise<AuditRow[]>;
}

export async function countUnsealedBefore(ctx: Context, before: Date): Promise<number> {
  const row = await rows(ctx)
    .selectFrom('privacy.audit_entry as entry')
    .leftJoin('privacy.audit_sealed as sealed', 'sealed.entryId', 'entry.id')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .where('sealed.entryId', 'is', null)
    .where('entry.happenedAt', '<', before)
    .executeTakeFirstOrThrow();
  return row.count;
}
