import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { staffWith } from '#modules/identity/index.ts';
import { expireRequest } from './close-request.ts';
import { facts } from './facts.ts';
import { alarmTexts, whatTexts } from './letter-words.ts';
import { showDay, writeLetter } from './letters.ts';
import { note } from './move.ts';
import { selectForAlarm, selectNeverProven } from './queries.ts';
import type { RequestRow } from './queries.ts';
import { alarms, day, later, localeOf, requestLinkDays, soonDays } from './request.ts';
import type { Alarm } from './request.ts';

const clockActor = { kind: 'system', id: 'rights.clock', purpose: 'rights' } as const;

/**
 * Looks at the days of every open request: reminds staff, escalates, and writes down that a deadline was broken.
 *
 * Announces: rights.due, rights.overdue. Source: clauses KC-23, KC-54.
 */
export async function watchClock(house: House, tenant: Tenant): Promise<void> {
  await unitOfWork(house, { tenant, actor: clockActor }, async (ctx) => {
    for (const row of await selectForAlarm(ctx, later(ctx.now, soonDays * day))) await raise(ctx, row);
  });
  const stale = await unitOfWork(house, { tenant, actor: clockActor }, (ctx) =>
    selectNeverProven(ctx, later(ctx.now, -requestLinkDays * day)),
  );
  for (const id of stale)
    await unitOfWork(house, { tenant, actor: clockActor }, (ctx) => expireRequest(ctx, id));
}

/** Which reminder a request calls for at an instant. */
function alarmAt(row: Pick<RequestRow, 'targetAt' | 'dueAt'>, now: Date): Alarm {
  if (now > row.dueAt) return 'overdue';
  if (now >= later(row.dueAt, -soonDays * day)) return 'soon';
  return now >= row.targetAt ? 'target' : 'none';
}

async function raise(ctx: Context, row: RequestRow): Promise<void> {
  const alarm = alarmAt(row, ctx.now);
  if (alarm === 'none' || alarms.indexOf(alarm) <= alarms.indexOf(row.alarm)) return;
  await note(ctx, row, {
    name: alarm === 'overdue' ? 'overdue' : 'reminded',
    change: { alarm },
    details: { alarm },
  });
  for (const colleague of await staffWith(ctx, 'privacy.write')) {
    const locale = localeOf(colleague.locale, ctx);
    await writeLetter(ctx, {
      kind: 'staff',
      subject: colleague.subject,
      to: colleague,
      locale,
      about: { table: 'rights.request', id: row.id },
      url: `${row.origin}/dashboard/privacy/requests?open=${row.id}`,
      values: {
        number: String(row.number),
        what: whatTexts[locale][row.kind],
        received: showDay(ctx, row.receivedAt, locale),
        due: showDay(ctx, row.dueAt, locale),
        alarm: alarmTexts[locale][alarm],
      },
      dedupe: `rights.staff:${row.id}:${alarm}:${row.dueAt.getTime()}:${colleague.accountId}`,
    });
  }
  if (alarm !== 'overdue') {
    ctx.emit(facts.due({ requestId: row.id, alarm }));
    return;
  }
  ctx.audit({
    action: 'rights.overdue',
    on: { table: 'rights.request', id: row.id },
    details: { kind: row.kind },
  });
  ctx.emit(facts.overdue({ requestId: row.id, kind: row.kind }));
}
