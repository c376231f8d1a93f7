import type { Context } from '#kernel/context.ts';
import { listDuties } from '#modules/identity/index.ts';
import { listAgreements } from '#modules/privacy/index.ts';
import { listDrills } from '#modules/retention/index.ts';
import { ensureSetting, selectValidity } from './queries-records.ts';
import { dayMs, firstDueDays, lapseOf } from './record.ts';
import type { Closes, Overdue, RecordKind } from './record.ts';

/** For how long somebody to whom nothing was ever recorded counts as overdue: since the beginning. */
const never = new Date(0);

/** How often a backup is restored to see whether it can be, with some days of grace. Units: days. */
const restoreEveryDays = 35;

/** When a backup was last restored with success; it concerns the installation, so the house is asked and not the tenant. */
export interface Restored {
  readonly lastAt: Date | undefined;
}

export async function lastRestored(db: Parameters<typeof listDrills>[0]): Promise<Restored> {
  const drills = await listDrills(db);
  return { lastAt: drills.find(({ outcome }) => outcome === 'passed')?.startedAt };
}

/**
 * What has lapsed, or lapses within a month, and what each lapse closes: audits, rehearsals, reviews and attestations of
 * companies, promises and trainings of colleagues.
 *
 * Shape: what lapsed first comes first; the restore drill only where `restored` tells of it.
 * Source: clauses K7-31, K7-44, KC-31, KC-34, KC-37, OC-39.
 */
export async function overdueRecords(ctx: Context, restored?: Restored): Promise<Overdue[]> {
  const found: Overdue[] = [];
  const add = (what: Overdue['what'], about: string, until: Date, closes: Closes): void => {
    const state = lapseOf(until, ctx.now);
    if (state) found.push({ what, about, since: until, state, closes });
  };
  const validity = await selectValidity(ctx);
  const untilOf = (kind: RecordKind, about: string): Date | undefined =>
    validity.find((one) => one.kind === kind && one.about === about)?.until;
  const setting = await ensureSetting(ctx);

  for (const kind of ['security audit', 'incident drill'] as const)
    add(kind, '', untilOf(kind, '') ?? setting.firstDueAt, null);
  const scanned = untilOf('vulnerability scan', '');
  if (scanned) add('vulnerability scan', '', scanned, null);
  if (restored) {
    const countsUntil = restored.lastAt && new Date(restored.lastAt.getTime() + restoreEveryDays * dayMs);
    const byHand = untilOf('restore drill', '');
    const until = [countsUntil, byHand]
      .flatMap((at) => at ?? [])
      .toSorted((a, b) => b.getTime() - a.getTime())[0];
    const isOver = (until ?? setting.firstDueAt) <= ctx.now;
    // Due every month, so a month ahead is no news.
    if (isOver) add('restore drill', '', until ?? setting.firstDueAt, null);
  }
  for (const { processor, role, state, reviewBy, validFrom } of await listAgreements(ctx)) {
    if (state !== 'open') continue;
    add('processor review', processor, reviewBy, 'gate');
    if (role === 'payment')
      add(
        'attestation',
        processor,
        untilOf('attestation', processor) ?? new Date(validFrom.getTime() + firstDueDays * dayMs),
        null,
      );
  }
  for (const { accountId, states } of await listDuties(ctx))
    for (const { duty, until } of states) add(duty, accountId, until ?? never, 'unmasking');
  return found.toSorted((a, b) => a.since.getTime() - b.since.getTime());
}
