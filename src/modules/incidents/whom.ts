import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { findPersons } from '#modules/persons/index.ts';

/** Everybody in the house who is behind some addresses or keys. Shape: each once; empty when nobody is. */
export async function subjectsKnownBy(
  ctx: Context,
  known: { readonly emails: readonly string[]; readonly subjects: readonly SubjectId[] },
): Promise<SubjectId[]> {
  const found = new Set<SubjectId>();
  for (const email of known.emails) for (const one of await findPersons(ctx, { email })) found.add(one);
  if (known.subjects.length > 0)
    for (const one of await findPersons(ctx, { subjects: known.subjects })) found.add(one);
  return [...found];
}
