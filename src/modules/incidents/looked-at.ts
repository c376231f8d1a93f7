import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Category, Purpose } from '#kernel/registry.ts';
import { rolesBySubject } from '#modules/identity/index.ts';
import { categoriesIn, looksAt } from '#modules/privacy/index.ts';

/** One look at somebody's data, as the person may know it: never who the colleague is. */
export interface Look {
  readonly at: Date;
  /** The colleague's role now; `staff` when they have left. */
  readonly role: { readonly code: string; readonly name: string };
  readonly purpose: Purpose;
  readonly table: string;
  readonly categories: readonly Category[];
}

const gone = { code: 'staff', name: 'Staff' } as const;

/**
 * Who looked at somebody: when, in which role, for which purpose, and at which kinds of data; the newest first.
 *
 * Shape: what one colleague opened in one moment is one look. Names of colleagues stay out: they are persons too.
 * Source: clause K7-30; GDPR art. 15; privacy.md C13.
 */
export async function lookedAt(ctx: Context, subjects: readonly SubjectId[], limit = 500): Promise<Look[]> {
  const rows = await looksAt(ctx, subjects, limit);
  const roles = await rolesBySubject(
    ctx,
    rows.map(({ actor }) => actor),
  );
  const looks = Map.groupBy(
    rows,
    ({ happenedAt, actor, purpose, onTable }) => `${happenedAt.toISOString()} ${actor} ${purpose} ${onTable}`,
  );
  return [...looks.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const { happenedAt: at, actor, purpose, onTable: table } = first;
    const opened = [first, ...more].flatMap(({ column }) => categoriesIn(table, column));
    const categories = [...new Set(opened)].toSorted();
    return [{ at, role: roles.get(actor) ?? gone, purpose: purpose as Purpose, table, categories }];
  });
}
