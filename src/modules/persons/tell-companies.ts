import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import type { Plan } from './erasure.ts';
import { facts } from './facts.ts';
import { getPlan } from './plan-erasure.ts';
import { tellProcessors } from './propagate.ts';
import { insertErasure, lockErasure, saveNodes, updateErasure } from './queries.ts';
import type { ErasureId } from './tables.ts';
import { sealTraces } from './traces.ts';
import type { News, Traces } from './traces.ts';

const asItself = { kind: 'system', id: 'persons.tell', purpose: 'rights' } as const;

/**
 * Notes which companies have to hear of a correction. They do as soon as this commits, and are asked until each of them
 * has answered; what they have to hear is kept under seal for as long as that takes.
 *
 * Source: GDPR art. 19; clauses OK-17, KC-24.
 */
export async function planTelling(
  ctx: Context,
  subjects: readonly SubjectId[],
  companies: readonly string[],
  news: News,
  { emails, phones }: Traces,
): Promise<ErasureId> {
  const id = newId<ErasureId>();
  await insertErasure(ctx, id, 'corrected', [...new Set(subjects)]);
  await saveNodes(
    ctx,
    id,
    companies.map((target) => ({
      kind: 'processor',
      target,
      part: news.category,
      rows: 0,
      expected: 'processor',
    })),
  );
  const traces = await sealTraces(ctx, { emails, phones, names: [], news });
  await updateErasure(ctx, id, { state: 'awaiting_processor', startedAt: ctx.now, traces });
  ctx.audit({ action: 'persons.tellingPlanned', on: { table: 'persons.erasure', id } });
  return id;
}

/**
 * Tells the companies of an erasure, or of a correction, as far as it goes now.
 *
 * Refuses: persons.noSuchErasure. Announces: persons.erasureFulfilled, persons.companiesTold.
 */
export async function tellCompanies(house: House, tenant: Tenant, id: ErasureId): Promise<Plan> {
  await tellProcessors(house, tenant, id);
  return unitOfWork(house, { tenant, actor: asItself }, async (ctx) => {
    await fulfil(ctx, id);
    return getPlan(ctx, id);
  });
}

async function fulfil(ctx: Context, id: ErasureId): Promise<void> {
  const erasure = await lockErasure(ctx, id);
  const { nodes } = await getPlan(ctx, id);
  if (erasure?.state !== 'awaiting_processor') return;
  const open = nodes.filter(({ end }) => end === null);
  if (open.length > 0) {
    const nextAt = new Date(Math.min(...open.map((node) => node.nextAt.getTime())));
    await updateErasure(ctx, id, { nextAt });
    return;
  }
  const isTelling = erasure.because === 'corrected';
  await updateErasure(ctx, id, {
    state: 'fulfilled',
    fulfilledAt: ctx.now,
    ...((isTelling || erasure.scannedAt !== null) && { traces: null }),
  });
  const action = isTelling ? 'persons.companiesTold' : 'persons.erasureFulfilled';
  ctx.audit({ action, on: { table: 'persons.erasure', id } });
  ctx.emit((isTelling ? facts.companiesTold : facts.erasureFulfilled)({ erasureId: id }));
}
