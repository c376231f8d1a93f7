import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { facts } from './facts.ts';
import { selectSubjects, setSubjectState } from './queries-erase.ts';

/**
 * Lets the data of these persons only be kept, or be used again: no reader opens it but for their rights, the books,
 * security, what the law makes us tell, and themselves.
 *
 * Effective before the next reading in this process, and within a minute in others. Somebody who is being erased stays
 * as they are. Announces: persons.restricted. Source: GDPR art. 18; clause K7-35.
 */
export async function restrictPerson(
  ctx: Context,
  subjects: readonly SubjectId[],
  on: boolean,
): Promise<void> {
  const [from, to] = on ? (['active', 'restricted'] as const) : (['restricted', 'active'] as const);
  for (const { id, state } of await selectSubjects(ctx, subjects)) {
    if (state !== from) continue;
    await setSubjectState(ctx, id, to);
    await ctx.keys.restrictSubject(ctx.tenant.id, id, on);
    ctx.audit({
      action: on ? 'persons.restricted' : 'persons.released',
      on: { table: 'privacy.subject', id },
    });
    ctx.emit(facts.restricted({ subjectId: id, on }));
  }
}
