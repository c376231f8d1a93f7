import type { Context, Tenant } from '#kernel/context.ts';
import { forgetterOf } from '#kernel/erasure.ts';
import type {
  CorrectRequest,
  ForgetRequest,
  Forgotten,
  Forgetter,
  RestrictRequest,
} from '#kernel/erasure.ts';
import type { House } from '#kernel/house.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { declaredTables } from '#kernel/registry.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { knownProcessors } from '#modules/privacy/index.ts';
import { isTelling } from './erasure.ts';
import type { Node, Plan } from './erasure.ts';
import { facts } from './facts.ts';
import type { NodeEnd } from './node-end.ts';
import { findPlan, lockErasure, postponeNode, endNode, updateErasure } from './queries.ts';
import { refuse } from './refuse.ts';
import { selectOlderTellings } from './queries-tell.ts';
import type { ErasureId, NodeId } from './tables.ts';
import { fieldsGot, toldAbout } from './told.ts';
import type { Told } from './told.ts';
import { openTraces } from './traces.ts';
import type { News, Traces } from './traces.ts';

const asItself = { kind: 'system', id: 'persons.propagate', purpose: 'rights' } as const;
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Waits double from a minute to a day, and go on for months. Units: milliseconds. */
export const waitAfterTry = (attempts: number): number =>
  Math.min(minuteMs * 2 ** Math.min(attempts, 20), dayMs);

/**
 * Tells every company that got something about these persons to forget them, what was put right, or that it is only
 * to be kept, and asks those again that were at it. What takes the place of something older comes after it.
 *
 * Each is asked outside of any transaction, under a key of its own that stays the same; an answer is stored with its
 * receipt. A company that cannot be reached is tried again for as long as it takes.
 * Announces: persons.processorAnswered. Source: GDPR art. 17(2), 19; clauses OK-17, KC-24; privacy.md C15.
 */
export async function tellProcessors(house: House, tenant: Tenant, id: ErasureId): Promise<void> {
  const work = <T>(run: (ctx: Context) => Promise<T>): Promise<T> =>
    unitOfWork(house, { tenant, actor: asItself }, run);
  const due = await work(async (ctx) => {
    const erasure = await lockErasure(ctx, id);
    const plan = await findPlan(ctx, id);
    if (!plan || erasure?.state !== 'awaiting_processor') return undefined;
    const nodes = plan.nodes.filter(
      ({ kind, end, nextAt }) => kind === 'processor' && end === null && nextAt <= ctx.now,
    );
    const told = await toldAbout(ctx, plan.subjects);
    const { because, subjects: about } = plan;
    const older = isTelling(because) ? await selectOlderTellings(ctx, id, because, about) : new Set<string>();
    return { nodes, told, older, because, about, traces: await openTraces(ctx, erasure.traces) };
  });
  for (const node of due?.nodes ?? []) {
    const told = (due?.told ?? []).filter(({ processor }) => processor === node.target);
    const nextAt = new Date(house.clock().getTime() + waitAfterTry(node.attempts));
    if (due?.older.has(node.target)) {
      await work((ctx) => postponeNode(ctx, node.id, { nextAt, waitsFor: 'older-telling' }));
      continue;
    }
    const ask = due && waysToAsk(node, told, due);
    if (!ask) {
      await work((ctx) => withoutApi(ctx, id, node, told));
      continue;
    }
    const answer = await ask(house, tenant);
    await work((ctx) => note(ctx, id, node, answer));
  }
}

type Ask = (house: House, tenant: Tenant) => Promise<Forgotten>;

/** Shape: undefined when the company has no interface for it. */
function waysToAsk(
  node: Node,
  told: readonly Told[],
  { because, about, traces }: Pick<Plan, 'because'> & { about: readonly SubjectId[]; traces: Traces },
): Ask | undefined {
  const forgetter = forgetterOf(node.target);
  if (!forgetter) return undefined;
  const { ticket } = node;
  if (ticket !== null) return (house, tenant) => forgetter.askAgain(house, tenant, ticket);
  const request = requestFor(node, told, about, traces);
  if (traces.news) return correcting(forgetter, { ...request, ...newsFor(node.target, told, traces.news) });
  if (isTelling(because)) return restricting(forgetter, { ...request, on: because === 'restricted' });
  return (house, tenant) => forgetter.forget(house, tenant, request);
}

const correcting = ({ correct }: Forgetter, request: CorrectRequest): Ask | undefined =>
  correct && ((house, tenant) => correct(house, tenant, request));

const restricting = ({ restrict }: Forgetter, request: RestrictRequest): Ask | undefined =>
  restrict && ((house, tenant) => restrict(house, tenant, request));

const newsFor = (
  processor: string,
  told: readonly Told[],
  { from, ...news }: News,
): Omit<CorrectRequest, keyof ForgetRequest> => ({
  ...news,
  fields: fieldsGot(told, processor, news.category),
  from: from.flatMap(({ table: name, column }) => {
    const table = declaredTables().get(name);
    return table ? [{ table, column }] : [];
  }),
});

/** A company hears only what its allow-list could ever have told it, and what it got. */
function requestFor(
  node: Node,
  told: readonly Told[],
  about: readonly SubjectId[],
  traces: Traces,
): ForgetRequest {
  const kinds = Object.values(knownProcessors().get(node.target)?.fields ?? {});
  return {
    key: node.id,
    about,
    emails: kinds.includes('contact.email') ? traces.emails : [],
    phones: kinds.includes('contact.phone') ? traces.phones : [],
    references: told.map((one) => one.about),
  };
}

/** It deletes by itself after a time; or somebody of ours has to write to it and keep the evidence. */
async function withoutApi(
  ctx: Context,
  erasureId: ErasureId,
  node: Node,
  told: readonly Told[],
): Promise<void> {
  const spec = knownProcessors().get(node.target);
  if (spec?.erasure === 'lapses') {
    const last = Math.max(ctx.now.getTime(), ...told.map(({ at }) => at.getTime()));
    const days = spec.lapsesAfterDays ?? 0;
    return close(ctx, erasureId, node, {
      kind: 'retained',
      ground: 'promise',
      cites: `${spec.company}: deletes by itself after ${days} days`,
      until: new Date(last + days * dayMs),
    });
  }
  return postponeNode(ctx, node.id, { nextAt: new Date(ctx.now.getTime() + dayMs), waitsFor: 'by-hand' });
}

async function note(ctx: Context, erasureId: ErasureId, node: Node, answer: Forgotten): Promise<void> {
  const nextAt = new Date(ctx.now.getTime() + waitAfterTry(node.attempts));
  switch (answer.kind) {
    case 'confirmed':
      return close(ctx, erasureId, node, { kind: 'processor_confirmed', receipt: answer.receipt });
    case 'refused':
      return close(ctx, erasureId, node, { kind: 'processor_refused', reason: answer.reason });
    case 'accepted':
      return postponeNode(ctx, node.id, { nextAt, waitsFor: 'company', ticket: answer.ticket });
    case 'unreachable':
      return postponeNode(ctx, node.id, { nextAt, waitsFor: answer.code });
  }
}

async function close(
  ctx: Context,
  erasureId: ErasureId,
  node: Pick<Node, 'id' | 'target'>,
  end: NodeEnd,
): Promise<void> {
  await endNode(ctx, node.id, end);
  ctx.emit(facts.processorAnswered({ erasureId, processor: node.target, end: end.kind }));
}

/**
 * Notes what a company was told by hand, and what shows it. The erasure goes on by itself.
 *
 * Refuses: persons.noSuchErasure, persons.nodeClosed, persons.notByHand. Announces: persons.processorAnswered.
 */
export async function endByHand(
  ctx: Context,
  erasureId: ErasureId,
  nodeId: NodeId,
  end: Extract<NodeEnd, { kind: 'processor_manual' | 'processor_refused' }>,
): Promise<void> {
  const plan = await findPlan(ctx, erasureId);
  if (!plan) throw refuse.noSuchErasure();
  const node = plan.nodes.find((one) => one.id === nodeId);
  const says = end.kind === 'processor_manual' ? end.evidence : end.reason;
  if (node?.kind !== 'processor' || says.trim() === '') throw refuse.notByHand();
  if (node.end) throw refuse.nodeClosed();
  await close(ctx, erasureId, node, end);
  await updateErasure(ctx, erasureId, { nextAt: ctx.now });
  ctx.audit({ action: 'persons.processorTold', on: { table: 'persons.erasure', id: erasureId } });
}
