import { Temporal } from 'temporal-polyfill';
import type { HolidayRule } from './law-pack.ts';

/** Easter Sunday of a Gregorian year. Source: J. Meeus, Astronomical Algorithms, ch. 8 (Butcher's rule). */
export function easterOf(year: number): Temporal.PlainDate {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}

const known = new WeakMap<readonly HolidayRule[], Map<number, ReadonlySet<string>>>();

/** Whether a day is one of the national holidays that the rules name. */
export function isHoliday(rules: readonly HolidayRule[], day: Temporal.PlainDate): boolean {
  const years = known.get(rules) ?? new Map<number, ReadonlySet<string>>();
  known.set(rules, years);
  const days = years.get(day.year) ?? holidaysOf(rules, day.year);
  years.set(day.year, days);
  return days.has(day.toString());
}

/** The holidays of a year, as `2026-12-25`. A day that gives way moves to the next one that is free. */
export function holidaysOf(rules: readonly HolidayRule[], year: number): ReadonlySet<string> {
  const days = new Set<string>();
  const inForce = rules.filter((rule) => (rule.since ?? year) <= year && year <= (rule.until ?? year));
  const dated = inForce.map((rule) => ({ rule, day: dayIn(rule, year) }));
  for (const { day } of dated) days.add(day.toString());
  for (const { rule, day } of dated) {
    if (!('on' in rule) || rule.moves === undefined) continue;
    const givesWay = rule.moves === 'from Sunday to Monday' ? day.dayOfWeek === 7 : day.dayOfWeek > 5;
    if (!givesWay) continue;
    let instead = day.add({ days: 1 });
    while (instead.dayOfWeek > 5 || days.has(instead.toString())) instead = instead.add({ days: 1 });
    days.add(instead.toString());
  }
  return days;
}

function dayIn(rule: HolidayRule, year: number): Temporal.PlainDate {
  if ('easter' in rule) return easterOf(year).add({ days: rule.easter });
  if ('on' in rule) return Temporal.PlainDate.from({ year, month: rule.on[0], day: rule.on[1] });
  const [month, weekday, nth] = rule.nth;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (nth > 0) return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) });
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
}
