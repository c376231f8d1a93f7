import { Temporal } from 'temporal-polyfill';
import type { Tenant } from '#kernel/context.ts';
import type { Span } from '#kernel/profile.ts';
import type { CivilDate } from './civil-date.ts';
import { isHoliday } from './holidays.ts';
import { lawPack } from './law-packs/law-packs.ts';
import type { LawAnchor, LawPack } from './law-pack.ts';

const zoned = (instant: Date, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);

const toDate = (moment: Temporal.ZonedDateTime): Date => new Date(moment.epochMilliseconds);

const startOf = (day: Temporal.PlainDate, zone: string): Date => toDate(day.toZonedDateTime(zone));

/**
 * The instant a span of the civil calendar later, in a zone: years and months first (the 31st becomes the last day
 * of a shorter month), then days at the same time of day whatever the clocks did, then hours as they pass.
 */
export function addSpan(from: Date, span: Span, zone: string): Date {
  const civil = zoned(from, zone).add({
    years: span.years ?? 0,
    months: span.months ?? 0,
    days: span.days ?? 0,
  });
  return toDate(civil.add({ hours: span.hours ?? 0 }));
}

/** The day that an instant falls on, in a zone. */
export const dayOf = (instant: Date, zone: string): CivilDate =>
  zoned(instant, zone).toPlainDate().toString() as CivilDate;

/** The first instant of a day in a zone. */
export const startOfDay = (day: CivilDate, zone: string): Date => startOf(Temporal.PlainDate.from(day), zone);

/**
 * The first instant at which a span of the law that runs from an event is over: a day begins.
 *
 * A financial year is taken to be the calendar year: a tenant does not say another one yet.
 */
export function lawEnd(event: Date, anchor: LawAnchor, span: Span, zone: string): Date {
  const day = zoned(event, zone).toPlainDate();
  const first =
    anchor === 'the event' ? day.add({ days: 1 }) : day.with({ month: 1, day: 1 }).add({ years: 1 });
  const civil =
    anchor === 'the event'
      ? day.add({ years: span.years ?? 0, months: span.months ?? 0, days: span.days ?? 0 }).add({ days: 1 })
      : first.add({ years: span.years ?? 0, months: span.months ?? 0, days: span.days ?? 0 });
  return startOf(civil, zone);
}

/** The zone in which a tenant's days begin: of its country. */
export const zoneOf = (tenant: Pick<Tenant, 'country'>): string => lawPack(tenant.country).zone;

/**
 * The last instant at which something that came at `receivedAt` is answered in time.
 *
 * The day of receipt does not count; months end on the same date of a later month, or on its last day; the last day
 * counts whole; where the law says so, an end on a weekend or holiday moves to the next working day, and two days or
 * more hold at least two working days. Hours just pass.
 * Source: Regulation (EEC, Euratom) 1182/71 art. 3; GDPR art. 12(3); EDPB Guidelines 01/2022 no. 159.
 */
export function deadlineFrom(tenant: Pick<Tenant, 'country'>, receivedAt: Date, span: Span): Date {
  const pack = lawPack(tenant.country);
  const isCivil = [span.years, span.months, span.days].some((part) => part !== undefined && part > 0);
  if (!isCivil) return new Date(receivedAt.getTime() + (span.hours ?? 0) * 3_600_000);
  const received = zoned(receivedAt, pack.zone).toPlainDate();
  const last = lastDayOf(pack, received, span);
  const end = startOf(last.add({ days: 1 }), pack.zone).getTime() - 1;
  return new Date(end + (span.hours ?? 0) * 3_600_000);
}

function lastDayOf(pack: LawPack, received: Temporal.PlainDate, span: Span): Temporal.PlainDate {
  const counted = received.add({ years: span.years ?? 0, months: span.months ?? 0, days: span.days ?? 0 });
  if (pack.reckoning === 'plain') return counted;
  let last = counted;
  while (!isWorkingDay(pack, last)) last = last.add({ days: 1 });
  const isShort = (span.years ?? 0) === 0 && (span.months ?? 0) === 0 && (span.days ?? 0) >= 2;
  while (isShort && workingDaysBetween(pack, received, last) < 2) last = last.add({ days: 1 });
  return last;
}

function workingDaysBetween(pack: LawPack, after: Temporal.PlainDate, upTo: Temporal.PlainDate): number {
  let count = 0;
  for (
    let day = after.add({ days: 1 });
    Temporal.PlainDate.compare(day, upTo) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (isWorkingDay(pack, day)) count += 1;
    if (count === 2) return count;
  }
  return count;
}

const isWorkingDay = (pack: LawPack, day: Temporal.PlainDate): boolean =>
  day.dayOfWeek < 6 && !isHoliday(pack.holidays, day);
