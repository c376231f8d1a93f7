import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { isId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Sealed } from '#kernel/registry.ts';
import { tellingsLike } from './erasure.ts';
import type { TellingBecause } from './erasure.ts';
import type { CorrectedPlace, CorrectionId, ErasureId, PersonsRows } from './tables.ts';

const rows = (ctx: Context): Kysely<PersonsRows> => ctx.tx;

export async function insertCorrection(
  ctx: Context,
  made: {
    readonly id: CorrectionId;
    readonly subjectId: SubjectId;
    readonly category: string;
    readonly places: readonly CorrectedPlace[];
    readonly told: readonly string[];
    readonly evidence: Sealed<{ readonly text: string }> | null;
  },
): Promise<void> {
  await rows(ctx)
    .insertInto('persons.correction')
    .values({
      ...made,
      places: JSON.stringify(made.places),
      told: JSON.stringify(made.told),
      correctedBy: isId(ctx.actor.id) ? (ctx.actor.id as SubjectId) : null,
      correctedAt: ctx.now,
    })
    .execute();
}

/** Companies that have yet to answer to something older of that kind about one of these persons. */
export async function selectOlderTellings(
  ctx: Context,
  id: ErasureId,
  because: TellingBecause,
  subjects: readonly SubjectId[],
): Promise<Set<string>> {
  const found = await rows(ctx)
    .selectFrom('persons.erasure_node as node')
    .innerJoin('persons.erasure as telling', (join) =>
      join
        .onRef('telling.tenantId', '=', 'node.tenantId')
        .onRef('telling.id', '=', 'node.erasureId')
        .on('telling.because', 'in', tellingsLike[because])
        .on('telling.state', '=', 'awaiting_processor'),
    )
    .innerJoin('persons.erasure_subject as person', (join) =>
      join
        .onRef('person.tenantId', '=', 'telling.tenantId')
        .onRef('person.erasureId', '=', 'telling.id')
        .on('person.subjectId', '=', sql<SubjectId>`any(${subjects})`),
    )
    .select('node.target')
    .distinct()
    .where('node.endKind', 'is', null)
    .where('telling.id', '<', id)
    .execute();
  return new Set(found.map(({ target }) => target));
}

/** Takes back what companies have yet to hear about these persons: they are asked to forget them instead. */
export async function withdrawTellings(ctx: Context, subjects: readonly SubjectId[]): Promise<void> {
  await rows(ctx)
    .updateTable('persons.erasure')
    .set({ state: 'withdrawn', traces: null })
    .where('because', 'in', Object.values(tellingsLike).flat())
    .where('state', '=', 'awaiting_processor')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('persons.erasure_subject')
        .select('erasureId')
        .where('subjectId', '=', sql<SubjectId>`any(${subjects})`),
    )
    .execute();
}
