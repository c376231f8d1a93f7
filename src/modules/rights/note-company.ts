import type { Context } from '#kernel/context.ts';
import { asId } from '#kernel/ids.ts';
import { endByHand, getPlan } from '#modules/persons/index.ts';
import type { ErasureId } from '#modules/persons/index.ts';
import { note, takeRequest } from './move.ts';
import type { RequestRow } from './queries.ts';
import { refuse } from './refuse.ts';
import type { RequestId } from './request.ts';

interface CompanySaid {
  readonly processor: string;
  readonly end: 'told' | 'refused';
  /** The reference of the letter or of the answer; never text about a person. */
  readonly evidence: string;
}

/**
 * Notes what a company without an interface was told by letter, or answered; the request goes on by itself.
 *
 * Refuses: rights.noRequest, rights.wrongState, rights.changedMeanwhile, persons.notByHand, persons.nodeClosed.
 * Source: GDPR art. 19; privacy.md C15.
 */
export async function noteCompany(
  ctx: Context,
  id: RequestId,
  { processor, end, evidence, ifVersion }: CompanySaid & { readonly ifVersion?: number },
): Promise<RequestRow> {
  const row = await takeRequest(ctx, id, ifVersion);
  if (row.planId === null || row.closedAt !== null) throw refuse.wrongState({ state: row.state });
  const planId = asId<ErasureId>(row.planId);
  const plan = await getPlan(ctx, planId);
  const node = plan.nodes.find(({ kind, target }) => kind === 'processor' && target === processor);
  if (!node) throw refuse.wrongState({ processor });
  await endByHand(
    ctx,
    planId,
    node.id,
    end === 'told' ? { kind: 'processor_manual', evidence } : { kind: 'processor_refused', reason: evidence },
  );
  ctx.audit({
    action: 'rights.companyTold',
    on: { table: 'rights.request', id },
    details: { processor, end },
  });
  return note(ctx, row, { name: 'company told', change: { runAt: ctx.now }, details: { processor, end } });
}
