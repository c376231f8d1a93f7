import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { nodeKinds } from './erasure.ts';
import type {
  ErasureBecause,
  ErasureState,
  Node,
  NodeKind,
  Plan,
  PlannedNode,
  TellingBecause,
} from './erasure.ts';
import type { NodeEnd } from './node-end.ts';
import type { ErasureId, NodeId, PersonsRows } from './tables.ts';

const rows = (ctx: Context): Kysely<PersonsRows> => ctx.tx;

export async function insertErasure(
  ctx: Context,
  id: ErasureId,
  because: ErasureBecause | TellingBecause,
  subjects: readonly SubjectId[],
): Promise<void> {
  await rows(ctx)
    .insertInto('persons.erasure')
    .values({
      id,
      because,
      state: 'planned',
      traces: null,
      plannedAt: ctx.now,
      startedAt: null,
      erasedAt: null,
      fulfilledAt: null,
      scannedAt: null,
      scanFound: null,
      nextAt: ctx.now,
    })
    .execute();
  await rows(ctx)
    .insertInto('persons.erasure_subject')
    .values(subjects.map((subjectId) => ({ erasureId: id, subjectId })))
    .execute();
}

/** Writes the nodes of a plan; those that are there already are brought up to date unless they have ended. */
export async function saveNodes(
  ctx: Context,
  erasureId: ErasureId,
  nodes: readonly PlannedNode[],
): Promise<void> {
  await rows(ctx)
    .deleteFrom('persons.erasure_node')
    .where('erasureId', '=', erasureId)
    .where('endKind', 'is', null)
    .where('kind', '<>', 'processor')
    .execute();
  if (nodes.length === 0) return;
  await rows(ctx)
    .insertInto('persons.erasure_node')
    .values(
      nodes.map((node, position) => ({
        id: newId<NodeId>(),
        erasureId,
        position: nodeKinds.indexOf(node.kind) * 1000 + position,
        kind: node.kind,
        target: node.target,
        part: node.part,
        rowCount: node.rows,
        expected: node.expected,
        endKind: null,
        ground: node.keep?.ground ?? null,
        cites: node.keep?.cites ?? null,
        until: node.keep?.until ?? null,
        evidence: null,
        waitsFor: node.waitsFor ?? null,
        ticket: null,
        attempts: 0,
        nextAt: ctx.now,
        doneAt: null,
      })),
    )
    .onConflict((clash) =>
      clash.columns(['tenantId', 'erasureId', 'kind', 'target', 'part', 'expected']).doNothing(),
    )
    .execute();
}

/** Notes how a node ended. What has ended stays ended, but for what was kept and is gone now. */
export async function endNode(ctx: Context, id: NodeId, end: NodeEnd, count?: number): Promise<void> {
  await rows(ctx)
    .updateTable('persons.erasure_node')
    .set({
      endKind: end.kind,
      ground: end.kind === 'retained' ? end.ground : null,
      cites: end.kind === 'retained' ? end.cites : null,
      until: end.kind === 'retained' ? end.until : null,
      evidence: evidenceOf(end),
      waitsFor: null,
      doneAt: ctx.now,
      ...(count !== undefined && { rowCount: count }),
    })
    .where('id', '=', id)
    .execute();
}

function evidenceOf(end: NodeEnd): string | null {
  if (end.kind === 'processor_confirmed') return end.receipt;
  if (end.kind === 'processor_manual') return end.evidence;
  return end.kind === 'processor_refused' ? end.reason : null;
}

/** Lets ended nodes be done once more: something has come in their way since. */
export async function reopenNodes(
  ctx: Context,
  erasureId: ErasureId,
  which: { readonly kind: NodeKind; readonly target?: string },
): Promise<void> {
  let query = rows(ctx)
    .updateTable('persons.erasure_node')
    .set({ endKind: null, doneAt: null })
    .where('erasureId', '=', erasureId)
    .where('kind', '=', which.kind);
  if (which.target !== undefined) query = query.where('target', '=', which.target);
  await query.execute();
}

export async function postponeNode(
  ctx: Context,
  id: NodeId,
  change: { nextAt: Date; waitsFor: string; ticket?: string | null },
): Promise<void> {
  await rows(ctx)
    .updateTable('persons.erasure_node')
    .set((eb) => ({
      nextAt: change.nextAt,
      waitsFor: change.waitsFor,
      attempts: eb('attempts', '+', 1),
      ...(change.ticket !== undefined && { ticket: change.ticket }),
    }))
    .where('id', '=', id)
    .where('endKind', 'is', null)
    .execute();
}

export async function findPlan(ctx: Context, id: ErasureId): Promise<Plan | undefined> {
  const erasure = await rows(ctx)
    .selectFrom('persons.erasure')
    .select(['id', 'because', 'state', 'plannedAt', 'erasedAt', 'fulfilledAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!erasure) return undefined;
  const subjects = await rows(ctx)
    .selectFrom('persons.erasure_subject')
    .select('subjectId')
    .where('erasureId', '=', id)
    .orderBy('subjectId')
    .execute();
  return {
    ...erasure,
    subjects: subjects.map(({ subjectId }) => subjectId),
    nodes: await selectNodes(ctx, id),
  };
}

async function selectNodes(ctx: Context, erasureId: ErasureId): Promise<Node[]> {
  const found = await rows(ctx)
    .selectFrom('persons.erasure_node')
    .select([
      'id',
      'kind',
      'target',
      'part',
      'rowCount',
      'expected',
      'endKind',
      'ground',
      'cites',
      'until',
      'evidence',
    ])
    .select(['waitsFor', 'ticket', 'attempts', 'nextAt'])
    .where('erasureId', '=', erasureId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return found.map(({ rowCount, endKind, ground, cites, until, evidence, waitsFor, ...node }) => {
    const keep = { kind: 'retained', ground: ground as 'law', cites: cites ?? '', until } as const;
    return {
      ...node,
      rows: rowCount,
      ...(ground !== null && { keep }),
      ...(waitsFor !== null && { waitsFor }),
      end: endOf(endKind, keep, evidence ?? ''),
    };
  });
}

function endOf(
  kind: NodeEnd['kind'] | null,
  keep: Extract<NodeEnd, { kind: 'retained' }>,
  evidence: string,
): NodeEnd | null {
  if (kind === null) return null;
  if (kind === 'retained') return keep;
  if (kind === 'processor_confirmed') return { kind, receipt: evidence };
  if (kind === 'processor_manual') return { kind, evidence };
  if (kind === 'processor_refused') return { kind, reason: evidence };
  return { kind };
}

/** Takes an erasure for this transaction alone. Shape: undefined when there is none. */
export async function lockErasure(
  ctx: Context,
  id: ErasureId,
): Promise<
  | {
      because: Plan['because'];
      state: ErasureState;
      traces: Buffer | null;
      erasedAt: Date | null;
      scannedAt: Date | null;
    }
  | undefined
> {
  return rows(ctx)
    .selectFrom('persons.erasure')
    .select(['because', 'state', 'traces', 'erasedAt', 'scannedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateErasure(
  ctx: Context,
  id: ErasureId,
  change: {
    readonly state?: ErasureState;
    readonly traces?: Buffer | null;
    readonly startedAt?: Date;
    readonly erasedAt?: Date;
    readonly fulfilledAt?: Date;
    readonly scannedAt?: Date;
    readonly scanFound?: number;
    readonly nextAt?: Date;
  },
): Promise<void> {
  await rows(ctx).updateTable('persons.erasure').set(change).where('id', '=', id).execute();
}

/** Erasures that have to go on now, the longest waiting first. */
export async function selectDueErasures(ctx: Context, limit: number): Promise<ErasureId[]> {
  const found = await rows(ctx)
    .selectFrom('persons.erasure')
    .select('id')
    .where('state', 'in', ['running', 'waiting', 'awaiting_processor'])
    .where('nextAt', '<=', ctx.now)
    .orderBy('nextAt')
    .limit(limit)
    .execute();
  return found.map(({ id }) => id);
}

/** Lets erasures that wait look again at once. */
export async function wakeWaiting(ctx: Context): Promise<void> {
  await rows(ctx)
    .updateTable('persons.erasure')
    .set({ nextAt: ctx.now })
    .where('state', '=', 'waiting')
    .execute();
}

/** Erasures that are done in this house and were not searched for yet. */
export async function selectUnscanned(ctx: Context, limit: number): Promise<ErasureId[]> {
  const found = await rows(ctx)
    .selectFrom('persons.erasure')
    .select('id')
    .where('erasedAt', 'is not', null)
    .where('scannedAt', 'is', null)
    .orderBy('erasedAt')
    .limit(limit)
    .execute();
  return found.map(({ id }) => id);
}
