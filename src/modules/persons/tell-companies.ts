import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { isTelling } from './erasure.ts';
import type { Plan } from './erasure.ts';
import { facts } from './facts.ts';
import { getPlan } from './plan-erasure.ts';
import { tellProcessors } from './propagate.ts';
import { insertErasure, lockErasure, saveNodes, updateErasure } from './queries.ts';
import type { ErasureId } from './tables.ts';
import { sealTraces } from './traces.ts';
import type { News, Traces } from './traces.ts';

const asItself = { kind: 'system', id: 'persons.tell', purpose: 'rights' } as const;

/** What companies hear: a correction, or whether data are only to be kept. */
export type Telling =
  { readonly because: 'restricted' | 'released' } | { readonly because: 'corrected'; readonly news: News };

/**
 * Notes which companies have to hear of a correction or a restriction. They do as soon as this commits, and are asked
 * until each of them has answered; what they have to hear is kept under seal for as long as that takes.
 *
 * Source: GDPR art. 19; clauses OK-17, KC-24, K7-35.
 */
export async function planTelling(
  ctx: Context,
  subjects: readonly SubjectId[],
  companies: readonly string[],
  telling: Telling,
  { emails, phones }: Traces,
): Promise<ErasureId> {
  const id = newId<ErasureId>();
  const news = telling.because === 'corrected' ? telling.news : undefined;
  await insertErasure(ctx, id, telling.because, [...new Set(subjects)]);
  await saveNodes(
    ctx,
    id,
    companies.map((target) => ({
      kind: 'processor',
      target,
      part: news?.category ?? 'all',
      rows: 0,
      expected: 'processor',
    })),
  );
  const traces = await sealTraces(ctx, { emails, phones, names: [], ...(news && { news }) });
  await updateErasure(ctx, id, { state: 'awaiting_processor', startedAt: ctx.now, traces });
  ctx.audit({ action: 'persons.tellingPlanned', on: { table: 'persons.erasure', id } });
  return id;
}

/**
 * Tells the companies of an erasure, a correction or a restriction, as far as it goes now.
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
  const isOnlyTold = isTelling(erasure.because);
  await updateErasure(ctx, id, {
    state: 'fulfilled',
    fulfilledAt: ctx.now,
    ...((isOnlyTold || erasure.scannedAt !== null) && { traces: null }),
  });
  const action = isOnlyTold ? 'persons.companiesTold' : 'persons.erasureFulfilled';
  ctx.audit({ action, on: { table: 'persons.erasure', id } });
  ctx.emit((isOnlyTold ? facts.companiesTold : facts.erasureFulfilled)({ erasureId: id }));
}
