import type { Context } from '#kernel/context.ts';
import { facts } from './facts.ts';
import { keepRecord } from './keep-records.ts';
import type { Decision, Harm, IncidentId, Phase, Risk, Step, Story } from './incident.ts';
import { insertEvent, lockIncident, selectStepsDone, updateIncident } from './queries-incidents.ts';
import type { IncidentRow } from './queries-incidents.ts';
import { refuse } from './refuse.ts';
import { colleague, openWritten, sealWritten } from './story.ts';

interface Assessment {
  readonly phase?: Exclude<Phase, 'closed'>;
  readonly harms?: readonly Harm[];
  readonly risk?: Risk;
  readonly authority?: Decision;
  readonly people?: Decision;
  readonly correctedAt?: Date;
  readonly story?: Partial<Story>;
}

/**
 * Writes down what is known by now: phases, risk, who is told and why not. What was known before stays in the log.
 *
 * Refuses: incidents.noIncident, incidents.closed, incidents.changedMeanwhile, incidents.reasonNeeded, incidents.riskNeedsNotice.
 * Source: GDPR art. 33(1), 33(4), 33(5), 34(1), 34(3).
 */
export async function assessIncident(
  ctx: Context,
  id: IncidentId,
  wish: Assessment,
  ifVersion?: number,
): Promise<void> {
  const row = await openForChange(ctx, id, ifVersion);
  const before = await openWritten<Story>(ctx, 'story', row.story);
  const story = { ...before, ...wish.story };
  const risk = wish.risk ?? row.risk;
  const authority = wish.authority ?? row.authority;
  const people = wish.people ?? row.people;
  if (authority === 'not needed' && story.authorityReason.trim() === '')
    throw refuse.reasonNeeded({ field: 'authorityReason' });
  if (people === 'not needed' && story.peopleReason.trim() === '')
    throw refuse.reasonNeeded({ field: 'peopleReason' });
  if (authority === 'not needed' && risk !== null && risk !== 'unlikely')
    throw refuse.riskNeedsNotice({ field: 'authority' });
  const { story: _written, harms, ...facets } = wish;
  await updateIncident(ctx, id, {
    ...facets,
    ...(harms && { harms: [...harms] }),
    story: await sealWritten(ctx, 'story', story),
  });
  const codes = Object.entries({ ...facets, ...(harms && { harms: harms.join(' ') }) }).map(
    ([name, value]) => [name, value instanceof Date ? value.toISOString() : String(value)],
  );
  await insertEvent(ctx, {
    incidentId: id,
    kind: 'assessed',
    bySubjectId: colleague(ctx),
    details: Object.fromEntries(codes),
    note: wish.story ? await sealWritten(ctx, 'note', wish.story) : null,
  });
  ctx.audit({ action: 'incidents.assessed', on: { table: 'incidents.incident', id } });
}

/**
 * Writes down that a step was taken: the authority was told, an update was sent, the controller knows.
 *
 * Why a note: what was sent and under which number it was received belongs to the record. A step may be taken again: that
 * is a phased update. Refuses: incidents.noIncident, incidents.closed. Source: GDPR art. 33(4), 33(5).
 */
export async function noteStep(
  ctx: Context,
  id: IncidentId,
  step: Step,
  told: { readonly text: string; readonly reference?: string | undefined },
): Promise<void> {
  const row = await openForChange(ctx, id);
  const done = await selectStepsDone(ctx, [id]);
  const isUpdate = done.some((one) => one.step === step);
  await insertEvent(ctx, {
    incidentId: id,
    kind: 'step done',
    bySubjectId: colleague(ctx),
    details: { step, isUpdate },
    note: await sealWritten(ctx, 'note', told),
  });
  // Whoever has told the authority has decided to.
  await updateIncident(
    ctx,
    id,
    step === 'authority' && row.authority === 'undecided' ? { authority: 'notify' } : {},
  );
  ctx.audit({
    action: 'incidents.stepDone',
    on: { table: 'incidents.incident', id },
    details: { step, isUpdate },
  });
}

/**
 * Closes an incident once everything about it is decided and done; it stays in the register. A drill is recorded as held.
 *
 * Refuses: incidents.noIncident, incidents.closed, incidents.stillOpen. Announces: incidents.closed.
 */
export async function closeIncident(ctx: Context, id: IncidentId): Promise<void> {
  const row = await openForChange(ctx, id);
  const missing = await missingBeforeClosing(ctx, row);
  if (missing.length > 0) throw refuse.stillOpen({ missing: missing.join(', ') });
  await updateIncident(ctx, id, { phase: 'closed', closedAt: ctx.now });
  await insertEvent(ctx, {
    incidentId: id,
    kind: 'closed',
    bySubjectId: colleague(ctx),
    details: {},
    note: null,
  });
  if (row.isDrill)
    await keepRecord(ctx, 'incident drill', '', {
      heldAt: row.awareAt,
      outcome: 'passed',
      reference: `incident ${row.number}`,
    });
  ctx.emit(facts.closed({ incidentId: id }));
  ctx.audit({ action: 'incidents.closed', on: { table: 'incidents.incident', id } });
}

/** What the register entry still lacks. Source: GDPR art. 33(5): facts, effects, remedial action. */
async function missingBeforeClosing(ctx: Context, row: IncidentRow): Promise<string[]> {
  const done = new Set((await selectStepsDone(ctx, [row.id])).map(({ step }) => step));
  const story = await openWritten<Story>(ctx, 'story', row.story);
  const written = (['happened', 'consequences', 'measures'] as const).filter(
    (field) => story[field].trim() === '',
  );
  const steps: string[] =
    row.track === 'vulnerability'
      ? ['early warning', 'vulnerability notification', 'final report'].filter((step) => !done.has(step))
      : row.role === 'processor'
        ? ['controller'].filter((step) => !done.has(step))
        : [
            ...(row.risk === null ? ['risk'] : []),
            ...(row.authority === 'undecided' ? ['authority'] : []),
            ...(row.authority === 'notify' && !done.has('authority') ? ['authority'] : []),
            ...(row.people === 'undecided' ? ['people'] : []),
            ...(row.people === 'notify' && row.noticesDoneAt === null ? ['people'] : []),
          ];
  return [...written, ...steps];
}

/** Refuses: incidents.noIncident, incidents.closed, incidents.changedMeanwhile. */
export async function openForChange(ctx: Context, id: IncidentId, ifVersion?: number): Promise<IncidentRow> {
  const row = await lockIncident(ctx, id);
  if (!row) throw refuse.noIncident();
  if (row.closedAt !== null) throw refuse.closed();
  if (ifVersion !== undefined && ifVersion !== row.version) throw refuse.changedMeanwhile();
  return row;
}
