import type { Context } from '#kernel/context.ts';
import { forgetterOf } from '#kernel/erasure.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { findPersons } from './find-persons.ts';
import { reach } from './reach.ts';
import type { ErasureId } from './tables.ts';
import { planTelling } from './tell-companies.ts';
import { companiesThatGot, toldAbout } from './told.ts';
import type { Told } from './told.ts';
import { tracesOf } from './traces.ts';
import type { News } from './traces.ts';

/** What somebody changed. */
export interface Change extends Pick<News, 'category' | 'value' | 'from'> {
  /** Which part of a larger whole it is, such as `city` of an address. */
  readonly part?: string;
  /** Only companies that were told because of this row hear of it: others had another value of that kind. */
  readonly on?: Told['about'];
}

/**
 * Has companies that got a kind of data about somebody hear the new value, when the person changed it by themselves.
 *
 * Only those with an interface for corrections hear of it: nobody writes letters because a name changed.
 * Shape: null when there is nobody to tell. Source: clause OK-17; GDPR art. 19.
 */
export async function tellOfChange(
  ctx: Context,
  subject: SubjectId,
  { category, value, from, part, on }: Change,
): Promise<ErasureId | null> {
  const subjects = await findPersons(ctx, { subjects: [subject] });
  const told = (await toldAbout(ctx, subjects)).filter(
    ({ about }) => !on || (about.table === on.table && about.id === on.id),
  );
  const companies = companiesThatGot(told, category).filter(
    (processor) => forgetterOf(processor)?.correct !== undefined,
  );
  if (companies.length === 0) return null;
  const traces = await tracesOf(ctx, subjects, await reach(ctx, subjects));
  const news = { category, value, from, was: [], parts: part === undefined ? [] : [part] };
  return planTelling(ctx, subjects, companies, { because: 'corrected', news }, traces);
}
