import type { listDuties, listStaffRecords } from '#modules/identity/index.ts';
import type { listRecords } from './keep-records.ts';
import type { Look } from './looked-at.ts';
import type { Overdue } from './record.ts';

type One<List extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<List>>[number];

export const presentRecord = ({
  heldAt,
  validUntil,
  createdAt: _made,
  ...record
}: One<typeof listRecords>) => ({
  ...record,
  heldAt: heldAt.toISOString(),
  validUntil: validUntil.toISOString(),
});

/** What never was has lapsed since the beginning of time; that is nothing to show. */
export const presentOverdue = ({ since, ...one }: Overdue) => ({
  ...one,
  since: since.getTime() === 0 ? null : since.toISOString(),
});

export const presentStaff = ({ accountId, subjectId: subject, states }: One<typeof listDuties>) => ({
  accountId,
  subject,
  duties: states.map(({ duty, how, until }) => ({ duty, how, until: until?.toISOString() ?? null })),
});

export const presentStaffRecord = ({ doneAt, validUntil, ...record }: One<typeof listStaffRecords>) => ({
  ...record,
  doneAt: doneAt.toISOString(),
  validUntil: validUntil.toISOString(),
});

export const presentLook = ({ at, categories, ...look }: Look) => ({
  ...look,
  at: at.toISOString(),
  categories: [...categories],
});
