import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { ProcessorSpec } from '#kernel/processor.ts';
import { profileOf } from '#profiles/profiles.ts';
import { maySell } from './agreement.ts';
import { agreementFault } from './agreement-fault.ts';
import type { Agreement, AgreementFault } from './agreement.ts';
import { originOf } from '../egress-host.ts';
import { egressFacts } from './facts.ts';
import { knownProcessors } from './processor.ts';
import {
  findAgreementRow,
  findAgreementWith,
  insertAgreementOnce,
  selectAgreements,
  updateAgreement,
  upsertAgreement,
} from './queries-agreements.ts';
import { refuse } from '../refuse.ts';
import type { AgreementId } from './tables.ts';

/** An agreement as it stands in the register, with what it opens now. */
export interface ListedAgreement extends Agreement {
  readonly company: string;
  readonly role: ProcessorSpec['role'];
  /** Why nothing may go there now; undefined while the gate is open. */
  readonly fault: AgreementFault | undefined;
}

export type NewAgreement = Omit<Agreement, 'id' | 'state' | 'reachesPrivate'> & {
  /** Only the operator may let the gate reach a private network; a shop's staff never can. */
  readonly reachesPrivate?: boolean;
};

/**
 * Writes down what the shop agreed with a company: purposes, country, paper, dates. It opens the gate for exactly that.
 *
 * Refuses: privacy.processorUnknown, privacy.saleRefused, privacy.purposeTooWide, privacy.hostNotUsable.
 * Source: GDPR art. 28(3); clauses OK-10, OK-11.
 */
export async function saveAgreement(ctx: Context, wanted: NewAgreement): Promise<AgreementId> {
  const spec = knownProcessors().get(wanted.processor);
  if (!spec) throw refuse.processorUnknown({ field: 'processor' });
  if (spec.role === 'sale' && !maySell(profileOf(ctx.tenant))) throw refuse.saleRefused();
  const beyond = wanted.purposes.filter((purpose) => !spec.purposes.includes(purpose));
  if (beyond.length > 0 || wanted.purposes.length === 0)
    throw refuse.purposeTooWide({ field: 'purposes', beyond });
  if (wanted.host !== '' && !originOf(wanted.host)) throw refuse.hostNotUsable({ field: 'host' });
  const isOperator = ctx.actor.kind === 'system' || ctx.actor.kind === 'operator';
  const id = await upsertAgreement(ctx, newId<AgreementId>(), {
    ...wanted,
    state: 'open',
    reachesPrivate: isOperator && wanted.reachesPrivate === true,
  });
  ctx.audit({
    action: 'privacy.agreed',
    on: { table: 'privacy.agreement', id },
    details: { processor: wanted.processor, country: wanted.country, mechanism: wanted.mechanism },
  });
  return id;
}

/** Writes an agreement down unless there is one already, ended or not: what somebody ended stays ended. */
export async function seedAgreement(ctx: Context, wanted: NewAgreement): Promise<void> {
  const id = newId<AgreementId>();
  const isNew = await insertAgreementOnce(ctx, id, { ...wanted, state: 'open', reachesPrivate: false });
  if (isNew)
    ctx.audit({
      action: 'privacy.agreed',
      on: { table: 'privacy.agreement', id },
      details: { processor: wanted.processor, country: wanted.country, mechanism: wanted.mechanism },
    });
}

/** The register of a tenant, by company. Shape: companies that no loaded module declares any more are left out. */
export async function listAgreements(ctx: Context): Promise<ListedAgreement[]> {
  const rows = await selectAgreements(ctx);
  return rows.flatMap((row) => {
    const spec = knownProcessors().get(row.processor);
    return spec ? [listed(ctx, spec, row)] : [];
  });
}

/** The agreement that opens the gate to a company now; with several hosts, that of the host asked for. */
export async function findOpenAgreement(
  ctx: Context,
  processor: string,
  host?: string,
): Promise<Agreement | undefined> {
  const spec = knownProcessors().get(processor);
  const row = await findAgreementWith(ctx, processor, host);
  return spec && row && listed(ctx, spec, row).fault === undefined ? row : undefined;
}

function listed(ctx: Context, spec: ProcessorSpec, row: Agreement): ListedAgreement {
  const situation = { profile: profileOf(ctx.tenant), home: ctx.tenant.country, now: ctx.now };
  return { ...row, company: spec.company, role: spec.role, fault: agreementFault(spec, row, situation) };
}

/** Stops everything to a company until it is opened again. Refuses: privacy.agreementGone. Announces: privacy.gateClosed. */
export async function pauseAgreement(ctx: Context, id: AgreementId): Promise<void> {
  const row = await changeState(ctx, id, 'paused', 'privacy.agreementPaused');
  ctx.emit(egressFacts.gateClosed({ agreementId: id, processor: row.processor, fault: 'paused' }));
}

/** Opens a paused agreement again. Refuses: privacy.agreementGone, privacy.agreementEnded. Announces: privacy.gateOpened. */
export async function resumeAgreement(ctx: Context, id: AgreementId): Promise<void> {
  const row = await changeState(ctx, id, 'open', 'privacy.agreementResumed');
  ctx.emit(egressFacts.gateOpened({ agreementId: id, processor: row.processor }));
}

/** Ends an agreement for good; to go on, a new one is made. Refuses: privacy.agreementGone. Announces: privacy.gateClosed. */
export async function endAgreement(ctx: Context, id: AgreementId): Promise<void> {
  const row = await changeState(ctx, id, 'ended', 'privacy.agreementClosed');
  ctx.emit(egressFacts.gateClosed({ agreementId: id, processor: row.processor, fault: 'ended' }));
}

async function changeState(
  ctx: Context,
  id: AgreementId,
  state: Agreement['state'],
  action: string,
): Promise<Agreement> {
  const row = await findAgreementRow(ctx, id);
  if (!row) throw refuse.agreementGone();
  if (row.state === 'ended' && state !== 'ended') throw refuse.agreementEnded();
  await updateAgreement(ctx, id, { state, told: null });
  ctx.audit({
    action,
    on: { table: 'privacy.agreement', id },
    details: { processor: row.processor },
  });
  return row;
}

/**
 * Notes that somebody looked whether the company still keeps its word, and until when that holds.
 *
 * Refuses: privacy.agreementGone, privacy.reviewInThePast. Source: clauses K7-44, KC-45; GDPR art. 28(1).
 */
export async function reviewAgreement(ctx: Context, id: AgreementId, nextBy: Date): Promise<void> {
  const row = await findAgreementRow(ctx, id);
  if (!row) throw refuse.agreementGone();
  if (nextBy <= ctx.now) throw refuse.reviewInThePast({ field: 'reviewBy' });
  await updateAgreement(ctx, id, { reviewBy: nextBy, told: null });
  ctx.audit({
    action: 'privacy.agreementReviewed',
    on: { table: 'privacy.agreement', id },
    details: { processor: row.processor, nextBy: nextBy.toISOString() },
  });
}
