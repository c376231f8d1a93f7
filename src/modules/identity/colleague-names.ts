import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Permission } from '#kernel/permissions.ts';
import { vault } from '#modules/privacy/index.ts';
import { selectStaff } from './queries-staff.ts';
import { account } from './tables.ts';

const whoWorksWithNames: readonly Permission[] = ['staff.manage', 'audit.read', 'orders.write'];

/**
 * What the colleagues are called whose ids stand in timelines and in the audit log; their reading is recorded.
 *
 * Shape: empty for those who neither run the staff, nor read the audit log, nor work on orders: to them a colleague is a
 * colleague. Somebody whose data is gone has no entry.
 */
export async function listColleagueNames(
  ctx: Context,
  rights: ReadonlySet<Permission>,
): Promise<{ id: SubjectId; name: string }[]> {
  if (!whoWorksWithNames.some((right) => rights.has(right))) return [];
  const rows = await selectStaff(ctx);
  const profiles = await vault.openMany(ctx, account, 'profile', rows);
  return rows.flatMap(({ subjectId: id }, index) => {
    const name = profiles[index]?.name;
    return name ? [{ id, name }] : [];
  });
}
