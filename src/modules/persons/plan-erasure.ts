import { knownRowFiles } from '#kernel/erasure.ts';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { ErasureBecause, Plan, PlannedNode } from './erasure.ts';
import { personTables } from './paths.ts';
import { findPlan, insertErasure, lockErasure, saveNodes, updateErasure } from './queries.ts';
import { reach } from './reach.ts';
import type { Row } from './reach.ts';
import { refuse } from './refuse.ts';
import { sortRows } from './sort-rows.ts';
import type { Sorted } from './sort-rows.ts';
import type { ErasureId } from './tables.ts';
import { processorsTold } from './told.ts';

/**
 * Works out from the registry what forgetting these persons means, item by item, and stores it. Nothing is touched yet.
 *
 * Shape: every node says how it should end; what stays says why and until when. Refuses: persons.nobody.
 * Source: clauses OK-18, K7-34; privacy.md C5.
 */
export async function planErasure(
  ctx: Context,
  subjects: readonly SubjectId[],
  why: { readonly because: ErasureBecause } = { because: 'asked' },
): Promise<Plan> {
  if (subjects.length === 0) throw refuse.nobody();
  const id = newId<ErasureId>();
  await insertErasure(ctx, id, why.because, [...new Set(subjects)]);
  await saveNodes(ctx, id, await nodesFor(ctx, subjects));
  ctx.audit({ action: 'persons.erasurePlanned', on: { table: 'persons.erasure', id } });
  return getPlan(ctx, id);
}

/** What an erasure will do, or has done. Refuses: persons.noSuchErasure. */
export async function getPlan(ctx: Context, id: ErasureId): Promise<Plan> {
  const plan = await findPlan(ctx, id);
  if (!plan) throw refuse.noSuchErasure();
  return plan;
}

/** Takes an erasure back while that is possible. Refuses: persons.noSuchErasure, persons.erasureBegun. */
export async function withdrawErasure(ctx: Context, id: ErasureId): Promise<void> {
  const erasure = await lockErasure(ctx, id);
  if (!erasure) throw refuse.noSuchErasure();
  if (erasure.state === 'withdrawn') return;
  if (erasure.state !== 'planned') throw refuse.erasureBegun();
  await updateErasure(ctx, id, { state: 'withdrawn' });
  ctx.audit({ action: 'persons.erasureWithdrawn', on: { table: 'persons.erasure', id } });
}

/** Everything that has to end, as it stands now: what belongs to a row before the row. */
export async function nodesFor(ctx: Context, subjects: readonly SubjectId[]): Promise<PlannedNode[]> {
  const reached = await reach(ctx, subjects);
  const nodes: PlannedNode[] = [
    node('answers', 'kernel.idempotency_key', 'answer', 0, 'erased'),
    node('tombstones', 'privacy.tombstone', 'row', 0, 'retained'),
  ];
  for (const name of [...personTables().keys()].toReversed()) {
    const sorted = await sortRows(ctx, subjects, reached, name);
    nodes.push(...nodesOf(name, sorted));
  }
  nodes.push(node('keys', 'keystore', 'all', subjects.length, 'shredded'));
  for (const processor of await processorsTold(ctx, subjects))
    nodes.push(node('processor', processor, 'all', 0, 'processor'));
  return nodes;
}

function nodesOf(table: string, sorted: Sorted): PlannedNode[] {
  const nodes: PlannedNode[] = [];
  const { gone, cleared, kept, nameless, waiting } = sorted;
  const files = knownRowFiles().find((one) => one.table === table);
  if (files && gone.length > 0) nodes.push(node('files', files.store, table, gone.length, 'erased'));
  if (gone.length > 0) nodes.push(node('rows', table, 'row', gone.length, 'erased'));
  for (const [column, rows] of cleared) nodes.push(node('rows', table, column, rows.length, 'shredded'));
  if (nameless.length > 0) nodes.push(node('rows', table, 'row', nameless.length, 'shredded'));
  for (const part of new Set(kept.map((one) => one.part))) {
    const here = kept.filter((one) => one.part === part);
    const last = here.reduce((a, b) => ((b.keep.until ?? 0) > (a.keep.until ?? 0) ? b : a));
    nodes.push({ ...node('rows', table, part, here.length, 'retained'), keep: last.keep });
  }
  for (const code of new Set(waiting.values())) {
    const rows: Row[] = [...waiting].filter(([, why]) => why === code).map(([row]) => row);
    nodes.push({ ...node('rows', table, code, rows.length, 'erased'), waitsFor: code });
  }
  return nodes;
}

const node = (
  kind: PlannedNode['kind'],
  target: string,
  part: string,
  rows: number,
  expected: PlannedNode['expected'],
): PlannedNode => ({ kind, target, part, rows, expected });
