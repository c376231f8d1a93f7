import type { Context } from '#kernel/context.ts';
import { listDuties } from '#modules/identity/index.ts';
import { listAgreements } from '#modules/privacy/index.ts';
import { ensureSetting, selectValidity } from './queries-records.ts';
import { dayMs, firstDueDays, lapseOf } from './record.ts';
import type { Closes, Overdue, RecordKind } from './record.ts';

/** For how long somebody to whom nothing was ever recorded counts as overdue: since the beginning. */
const never = new Date(0);

/**
 * What has lapsed, or lapses within a month, and what each lapse closes: audits, rehearsals, reviews and attestations of
 * companies, promises and trainings of colleagues.
 *
 * Shape: what lapsed first comes first. Source: clauses K7-31, K7-44, KC-34, KC-37, OC-39.
 */
export async function overdueRecords(ctx: Context): Promise<Overdue[]> {
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
  for (const kind of ['restore drill', 'vulnerability scan'] as const) {
    const until = untilOf(kind, '');
    if (until) add(kind, '', until, null);
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
