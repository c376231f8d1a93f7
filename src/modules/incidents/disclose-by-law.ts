import { createHash } from 'node:crypto';
import type { Context } from '#kernel/context.ts';
import { nextNumber } from '#kernel/counter.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Category } from '#kernel/registry.ts';
import { heldWithin } from '#modules/privacy/index.ts';
import type { HeldValue } from '#modules/privacy/index.ts';
import { facts } from './facts.ts';
import type { Ground, LegalPaper, LegalRequestId } from './legal-request.ts';
import {
  insertLegalEvent,
  insertLegalRequest,
  lockLegalRequest,
  selectLegalSubjects,
  updateLegalRequest,
} from './queries-legal.ts';
import type { LegalRow } from './queries-legal.ts';
import { refuse } from './refuse.ts';
import { colleague, sealWritten } from './story.ts';

export interface NewLegalRequest {
  readonly ground: Ground;
  readonly authority: string;
  readonly reference?: string | undefined;
  readonly reason: string;
  readonly subjects: readonly SubjectId[];
  readonly categories: readonly Category[];
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** Without it the person is told as soon as something was disclosed. */
  readonly forbidden?: { readonly until: Date; readonly because: string } | undefined;
}

/**
 * Opens a disclosure that an authority asked for, or that protects rights, property or safety: who asks, on which ground,
 * why, and about whom and what, at most.
 *
 * Refuses: incidents.writtenReason, incidents.scopeNeeded, incidents.untilNeeded.
 * Source: clauses OK-12, OK-13, K7-25, KC-19, KC-20; GDPR art. 5(1)(c), 6(1)(c), 6(4).
 */
export async function openLegalRequest(ctx: Context, wish: NewLegalRequest): Promise<LegalRequestId> {
  if (wish.reason.trim() === '' || wish.authority.trim() === '')
    throw refuse.writtenReason({ field: 'reason' });
  if (wish.subjects.length === 0 || wish.categories.length === 0)
    throw refuse.scopeNeeded({ field: 'categories' });
  const { forbidden } = wish;
  if (forbidden && (forbidden.because.trim() === '' || forbidden.until <= ctx.now))
    throw refuse.untilNeeded({ field: 'forbidden' });
  const id = newId<LegalRequestId>();
  const paper: LegalPaper = {
    authority: wish.authority,
    reference: wish.reference ?? '',
    reason: wish.reason,
    forbiddenBecause: forbidden?.because ?? '',
  };
  const subjects = [...new Set(wish.subjects)];
  await insertLegalRequest(
    ctx,
    {
      id,
      number: await nextNumber(ctx, 'legal requests'),
      ground: wish.ground,
      paper: await sealWritten(ctx, 'paper', paper),
      categories: [...new Set(wish.categories)],
      fromAt: wish.from ?? null,
      toAt: wish.to ?? null,
      informing: forbidden ? 'forbidden' : 'inform',
      forbiddenUntil: forbidden?.until ?? null,
      openedBy: colleague(ctx),
    },
    subjects,
  );
  await note(ctx, id, 'opened', { people: subjects.length, ground: wish.ground });
  ctx.audit({
    action: 'incidents.legalOpened',
    on: { table: 'incidents.legal_request', id },
    details: { ground: wish.ground, people: subjects.length },
  });
  return id;
}

/**
 * Gives the second yes, or the no, to a disclosure; never by whoever opened it.
 *
 * Refuses: incidents.noRequest, incidents.decided, incidents.secondPerson, incidents.writtenReason. Source: clauses OK-12, OK-13.
 */
export async function decideLegalRequest(
  ctx: Context,
  id: LegalRequestId,
  { yes, reason }: { readonly yes: boolean; readonly reason: string },
): Promise<void> {
  const row = await getForChange(ctx, id);
  if (row.state !== 'open') throw refuse.decided();
  const decidedBy = colleague(ctx);
  if (decidedBy === null || decidedBy === row.openedBy) throw refuse.secondPerson();
  if (reason.trim() === '') throw refuse.writtenReason({ field: 'reason' });
  const state = yes ? 'approved' : 'refused';
  await updateLegalRequest(ctx, id, { state, decidedBy, decidedAt: ctx.now });
  await note(ctx, id, state, {}, { text: reason });
  ctx.audit({
    action: 'incidents.legalDecided',
    on: { table: 'incidents.legal_request', id },
    details: { yes },
  });
}

/** What goes to whoever asked: values within the scope, and nothing else. */
export interface LegalExport {
  readonly number: string;
  readonly takenAt: string;
  readonly ground: Ground;
  readonly categories: readonly Category[];
  readonly from: string | null;
  readonly to: string | null;
  readonly values: readonly HeldValue[];
}

/**
 * Takes the export of an approved disclosure: exactly the persons, kinds of data and time of its scope. Every envelope it
 * opens is recorded; a second export is another line in the log.
 *
 * Refuses: incidents.noRequest, incidents.notApproved. Announces: incidents.disclosedByLaw. Source: clauses OK-12, KC-19.
 */
export async function exportByLaw(ctx: Context, id: LegalRequestId): Promise<LegalExport> {
  const row = await getForChange(ctx, id);
  if (row.state !== 'approved' && row.state !== 'disclosed') throw refuse.notApproved();
  const subjects = (await selectLegalSubjects(ctx, id)).map(({ subjectId }) => subjectId);
  const values = await heldWithin(ctx, {
    subjects,
    categories: row.categories,
    from: row.fromAt ?? undefined,
    to: row.toAt ?? undefined,
  });
  const given: LegalExport = {
    number: String(row.number),
    takenAt: ctx.now.toISOString(),
    ground: row.ground,
    categories: row.categories,
    from: row.fromAt?.toISOString() ?? null,
    to: row.toAt?.toISOString() ?? null,
    values,
  };
  await updateLegalRequest(ctx, id, {
    state: 'disclosed',
    disclosedBy: colleague(ctx),
    disclosedAt: row.disclosedAt ?? ctx.now,
    payloadHash: createHash('sha256').update(JSON.stringify(given)).digest(),
    valuesDisclosed: values.length,
  });
  await note(ctx, id, 'exported', { values: values.length });
  ctx.emit(facts.disclosedByLaw({ requestId: id, people: subjects.length }));
  ctx.audit({
    action: 'incidents.disclosedByLaw',
    on: { table: 'incidents.legal_request', id },
    details: { people: subjects.length, values: values.length },
  });
  return given;
}

/** Refuses: incidents.noRequest. */
async function getForChange(ctx: Context, id: LegalRequestId): Promise<LegalRow> {
  const row = await lockLegalRequest(ctx, id);
  if (!row) throw refuse.noRequest();
  return row;
}

const note = async (
  ctx: Context,
  requestId: LegalRequestId,
  kind: string,
  details: Readonly<Record<string, string | number>>,
  written?: { readonly text: string },
): Promise<void> =>
  insertLegalEvent(ctx, {
    requestId,
    kind,
    bySubjectId: colleague(ctx),
    details,
    note: written ? await sealWritten(ctx, 'note', written) : null,
  });
