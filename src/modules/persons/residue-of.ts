import type { Tenant } from '#kernel/context.ts';
import { knownRowFiles } from '#kernel/erasure.ts';
import type { House } from '#kernel/house.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { endedClasses } from './erase-rows.ts';
import { selectUnchangeable } from './queries-erase.ts';
import { keysIn, reach } from './reach.ts';
import { sortRows } from './sort-rows.ts';

/** Something about a person that should be gone and is not. */
export interface LeftOver {
  /** The table; `keystore` for keys. */
  readonly table: string;
  readonly what: 'rows' | 'column' | 'files' | 'keys';
  readonly count: number;
}

/**
 * Searches all that the registry reaches for what an erasure should have ended: rows, columns, look-up hashes, files, keys.
 *
 * Shape: empty when only what is retained or held is left. Source: privacy.md C5, RES.
 */
export async function residueOf(
  house: House,
  tenant: Tenant,
  subjects: readonly SubjectId[],
): Promise<LeftOver[]> {
  const actor = { kind: 'system', id: 'persons.residue', purpose: 'rights' } as const;
  return unitOfWork(house, { tenant, actor }, async (ctx) => {
    const found: LeftOver[] = [];
    const reached = await reach(ctx, subjects);
    const fixed = await selectUnchangeable(ctx, [...reached.keys()]);
    for (const [table, { rows }] of reached) {
      const { gone, cleared } = await sortRows(ctx, subjects, reached, table);
      if (!fixed.has(table)) {
        if (gone.length > 0) found.push({ table, what: 'rows', count: gone.length });
        for (const here of cleared.values()) found.push({ table, what: 'column', count: here.length });
      }
      const files = knownRowFiles().find((one) => one.table === table);
      const left = files ? await files.among(house, tenant, keysIn(rows, 'id').map(String)) : [];
      if (gone.length > 0 && left.length > 0) found.push({ table, what: 'files', count: left.length });
    }
    const ended = await endedClasses(ctx, subjects);
    const there = await ctx.keys.classesOf(tenant.id, subjects);
    for (const [subject, classes] of there) {
      const count = classes.filter((one) => ended.get(subject)?.includes(one)).length;
      if (count > 0) found.push({ table: 'keystore', what: 'keys', count });
    }
    return found;
  });
}
