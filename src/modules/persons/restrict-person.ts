import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { facts } from './facts.ts';
import { selectSubjects, setSubjectState } from './queries-erase.ts';
import { reach } from './reach.ts';
import type { ErasureId } from './tables.ts';
import { planTelling } from './tell-companies.ts';
import { processorsTold } from './told.ts';
import { tracesOf } from './traces.ts';

/**
 * Lets the data of these persons only be kept, or be used again: no reader opens it but for their rights, the books,
 * security, what the law makes us tell, and themselves. Companies that got something about them hear of it, too.
 *
 * Effective before the next reading in this process, and within a minute in others. Somebody who is being erased stays
 * as they are. The unit of work's purpose is `rights`. Shape: how far the companies are with it; null when there is
 * nobody to tell. Announces: persons.restricted. Source: GDPR art. 18, 19; clause K7-35.
 */
export async function restrictPerson(
  ctx: Context,
  subjects: readonly SubjectId[],
  on: boolean,
): Promise<ErasureId | null> {
  const [from, to] = on ? (['active', 'restricted'] as const) : (['restricted', 'active'] as const);
  const found = await selectSubjects(ctx, subjects);
  const changed = found.filter(({ state }) => state === from).map(({ id }) => id);
  for (const id of changed) {
    await setSubjectState(ctx, id, to);
    await ctx.keys.restrictSubject(ctx.tenant.id, id, on);
    ctx.audit({
      action: on ? 'persons.restricted' : 'persons.released',
      on: { table: 'privacy.subject', id },
    });
    ctx.emit(facts.restricted({ subjectId: id, on }));
  }
  const companies = await processorsTold(ctx, changed);
  if (companies.length === 0) return null;
  const traces = await tracesOf(ctx, changed, await reach(ctx, changed));
  return planTelling(ctx, changed, companies, { because: on ? 'restricted' : 'released' }, traces);
}
