import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { keyClasses } from '#kernel/registry.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { eraseNode } from './erase-node.ts';
import type { Plan } from './erasure.ts';
import { facts } from './facts.ts';
import { getPlan, nodesFor } from './plan-erasure.ts';
import { findPlan, lockErasure, reopenNodes, saveNodes, updateErasure } from './queries.ts';
import { closeSubjects, fenceSubjects } from './queries-erase.ts';
import { reach } from './reach.ts';
import { refuse } from './refuse.ts';
import { residueOf } from './residue-of.ts';
import { withdrawTellings } from './queries-tell.ts';
import type { ErasureId } from './tables.ts';
import { tellCompanies } from './tell-companies.ts';
import { openTraces, sealTraces, tracesOf } from './traces.ts';

const asItself = { kind: 'system', id: 'persons.erase', purpose: 'rights' } as const;
const hourMs = 3_600_000;
const mostPasses = 5;

/**
 * Forgets people as planned: first nothing more can be stored about them, then node by node in transactions of their
 * own, then their keys, then the companies. May be killed anywhere and called again; done twice it is done once.
 *
 * Fulfilled only when every node has ended and the search of what the registry reaches finds nothing.
 * Refuses: persons.noSuchErasure. Announces: persons.erased, persons.erasureWaits, persons.erasureFulfilled.
 * Source: clauses OK-18, K7-34, K7-46, KC-25, KS-17; GDPR art. 17, 19.
 */
export async function erasePersons(house: House, tenant: Tenant, id: ErasureId): Promise<Plan> {
  const work = <T>(run: (ctx: Context) => Promise<T>): Promise<T> =>
    unitOfWork(house, { tenant, actor: asItself }, run);
  const isOpen = await work((ctx) => begin(ctx, id));
  if (isOpen) {
    for (let pass = 1; ; pass += 1) {
      await eraseOpenNodes(house, tenant, id);
      const left = await residueOf(house, tenant, await work((ctx) => subjectsOf(ctx, id)));
      if (left.length === 0) break;
      if (pass === mostPasses) {
        await work((ctx) => updateErasure(ctx, id, { nextAt: new Date(ctx.now.getTime() + 60_000) }));
        return work((ctx) => getPlan(ctx, id));
      }
      await work((ctx) =>
        planAgain(
          ctx,
          id,
          left.map(({ table }) => table),
        ),
      );
    }
    await work((ctx) => conclude(ctx, id));
  }
  return tellCompanies(house, tenant, id);
}

/** The fence. Whoever is writing about these persons is waited for; whoever comes later is refused. Shape: whether there is work in this house. */
async function begin(ctx: Context, id: ErasureId): Promise<boolean> {
  const erasure = await lockErasure(ctx, id);
  if (!erasure) throw refuse.noSuchErasure();
  if (
    erasure.state === 'fulfilled' ||
    erasure.state === 'withdrawn' ||
    erasure.state === 'awaiting_processor'
  )
    return false;
  const { subjects } = await getPlan(ctx, id);
  if (erasure.state !== 'running') {
    if (erasure.state === 'planned')
      await ctx.keys.noteErasure(
        ctx.tenant.id,
        subjects.map((subject) => ({ subject, classes: keyClasses, at: ctx.now })),
      );
    await fenceSubjects(ctx, subjects);
    await withdrawTellings(ctx, subjects);
    await saveNodes(ctx, id, await nodesFor(ctx, subjects));
    await reopenNodes(ctx, id, { kind: 'keys' });
    await updateErasure(ctx, id, {
      state: 'running',
      ...(erasure.state === 'planned' && {
        startedAt: ctx.now,
        traces: await sealTraces(ctx, await tracesOf(ctx, subjects, await reach(ctx, subjects))),
      }),
    });
    if (erasure.state === 'planned')
      ctx.audit({ action: 'persons.erasureBegun', on: { table: 'persons.erasure', id } });
  }
  return true;
}

async function eraseOpenNodes(house: House, tenant: Tenant, id: ErasureId): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const isMore = await unitOfWork(house, { tenant, actor: asItself }, async (ctx) => {
      const erasure = await lockErasure(ctx, id);
      const { nodes, subjects } = await getPlan(ctx, id);
      const open = nodes.filter(({ end, kind }) => end === null && kind !== 'processor');
      const next = open.find((node) => !tried.has(node.id));
      if (!next || !erasure) return false;
      tried.add(next.id);
      const traces = await openTraces(ctx, erasure.traces);
      await eraseNode(ctx, { house, subjects, traces, open }, next);
      return true;
    });
    if (!isMore) return;
  }
}

/** Something came in the way after it had ended: it is done once more. */
async function planAgain(ctx: Context, id: ErasureId, tables: readonly string[]): Promise<void> {
  for (const target of tables) await reopenNodes(ctx, id, { kind: 'rows', target });
  await reopenNodes(ctx, id, { kind: 'keys' });
  await saveNodes(ctx, id, await nodesFor(ctx, await subjectsOf(ctx, id)));
}

/** Nothing is left in this house but what is listed; or something has to wait, and then the persons stay fenced. */
async function conclude(ctx: Context, id: ErasureId): Promise<void> {
  const { nodes, subjects, state } = await getPlan(ctx, id);
  const open = nodes.filter(({ end, kind }) => end === null && kind !== 'processor');
  if (open.length > 0) {
    await updateErasure(ctx, id, { state: 'waiting', nextAt: new Date(ctx.now.getTime() + hourMs) });
    if (state !== 'waiting') ctx.emit(facts.erasureWaits({ erasureId: id }));
    return;
  }
  await closeSubjects(ctx, subjects);
  await updateErasure(ctx, id, { erasedAt: ctx.now, state: 'awaiting_processor' });
  ctx.audit({ action: 'persons.erased', on: { table: 'persons.erasure', id } });
  ctx.emit(facts.erased({ erasureId: id }));
}

const subjectsOf = async (ctx: Context, id: ErasureId) => (await findPlan(ctx, id))?.subjects ?? [];
