import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { addSpan, answerBy, deadlineFrom, keepOf, lawPack, minAgeOf, zoneOf } from './index.ts';
import { holidaysOf } from './holidays.ts';
import { openkommerce } from '#profiles/openkommerce.ts';

// The oracle knows nothing of Temporal: it walks through days one by one and asks the browser's own calendar what day it
// is somewhere. Its holidays are lists that were written down from calendars, not computed.

const shopIn = (country: string) => ({ country, profile: 'openkommerce' });
const hourMs = 3_600_000;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function dayAt(instant: number, zone: string): Day {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(instant);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return { year: of('year'), month: of('month'), day: of('day') };
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lengthOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);

const nextDay = ({ year, month, day }: Day): Day => {
  if (day < lengthOf(year, month)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
};

function monthsLater({ year, month, day }: Day, months: number): Day {
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return { year: toYear, month: toMonth, day: Math.min(day, lengthOf(toYear, toMonth)) };
}

const textOf = ({ year, month, day }: Day): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Sakamoto's rule; 0 is Sunday. */
function weekdayOf({ year, month, day }: Day): number {
  const shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const y = month < 3 ? year - 1 : year;
  return (
    (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + (shifts[month - 1] ?? 0) + day) % 7
  );
}

/** National holidays as calendars print them. */
const printed: Readonly<Record<string, readonly string[]>> = {
  DE: [
    '2024-01-01', '2024-03-29', '2024-04-01', '2024-05-01', '2024-05-09', '2024-05-20', '2024-10-03', '2024-12-25', '2024-12-26',
    '2025-01-01', '2025-04-18', '2025-04-21', '2025-05-01', '2025-05-29', '2025-06-09', '2025-10-03', '2025-12-25', '2025-12-26',
    '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-10-03', '2026-12-25', '2026-12-26',
    '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-17', '2027-10-03', '2027-12-25', '2027-12-26',
    '2028-01-01', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-25', '2028-06-05', '2028-10-03', '2028-12-25', '2028-12-26',
  ],
  DK: [
    '2024-01-01', '2024-03-28', '2024-03-29', '2024-04-01', '2024-05-09', '2024-05-20', '2024-12-25', '2024-12-26',
    '2025-01-01', '2025-04-17', '2025-04-18', '2025-04-21', '2025-05-29', '2025-06-09', '2025-12-25', '2025-12-26',
    '2026-01-01', '2026-04-02', '2026-04-03', '2026-04-06', '2026-05-14', '2026-05-25', '2026-12-25', '2026-12-26',
    '2027-01-01', '2027-03-25', '2027-03-26', '2027-03-29', '2027-05-06', '2027-05-17', '2027-12-25', '2027-12-26',
    '2028-01-01', '2028-04-13', '2028-04-14', '2028-04-17', '2028-05-25', '2028-06-05', '2028-12-25', '2028-12-26',
  ],
  GB: [
    '2024-01-01', '2024-03-29', '2024-04-01', '2024-05-06', '2024-05-27', '2024-08-26', '2024-12-25', '2024-12-26',
    '2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25', '2025-12-26',
    '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28',
    '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28',
    '2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26',
  ],
}; // prettier-ignore

const isFree = (country: string, day: Day): boolean =>
  [0, 6].includes(weekdayOf(day)) || (printed[country] ?? []).includes(textOf(day));

/** The last day of a period under Regulation 1182/71, found by walking. */
function oracle(country: string, received: Day, span: { months?: number; days?: number }): Day {
  let last = monthsLater(received, span.months ?? 0);
  for (let left = span.days ?? 0; left > 0; left -= 1) last = nextDay(last);
  if (country === 'ZA') return last;
  while (isFree(country, last)) last = nextDay(last);
  if (span.months === undefined && (span.days ?? 0) >= 2) {
    const workingDays = (): number => {
      let count = 0;
      for (let day = nextDay(received); ; day = nextDay(day)) {
        if (!isFree(country, day)) count += 1;
        if (textOf(day) === textOf(last)) return count;
      }
    };
    while (workingDays() < 2) last = nextDay(last);
  }
  return last;
}

const someInstant = fc
  .integer({ min: Date.UTC(2024, 0, 2), max: Date.UTC(2028, 6, 1) })
  .map((ms) => new Date(ms));
const someCountry = fc.constantFrom('DE', 'DK', 'GB', 'ZA');

test('a deadline is the last instant of the day that a calendar says, whatever the day, the zone and the clocks', () => {
  fc.assert(
    fc.property(someInstant, someCountry, fc.integer({ min: 1, max: 3 }), (received, country, months) => {
      const zone = zoneOf({ country });

      const deadline = deadlineFrom({ country }, received, { months });

      const expected = oracle(country, dayAt(received.getTime(), zone), { months });
      assert.equal(textOf(dayAt(deadline.getTime(), zone)), textOf(expected));
      assert.equal(
        textOf(dayAt(deadline.getTime() + 1, zone)),
        textOf(nextDay(expected)),
        'the day counts whole',
      );
    }),
    { numRuns: 2_000 },
  );
});

test('a deadline of days leaves at least two working days where the law of the union reckons', () => {
  fc.assert(
    fc.property(someInstant, someCountry, fc.integer({ min: 1, max: 40 }), (received, country, days) => {
      const zone = zoneOf({ country });

      const deadline = deadlineFrom({ country }, received, { days });

      const expected = oracle(country, dayAt(received.getTime(), zone), { days });
      assert.equal(textOf(dayAt(deadline.getTime(), zone)), textOf(expected));
    }),
    { numRuns: 2_000 },
  );
});

test('a request that came on the last day of August is answered by the last day of September', () => {
  const received = new Date('2027-08-31T08:00:00Z');

  const deadline = deadlineFrom({ country: 'DE' }, received, { months: 1 });

  assert.equal(deadline.toISOString(), '2027-09-30T21:59:59.999Z');
});

test('a request that came on the last day of January of a leap year is answered by the 29th of February', () => {
  const deadline = deadlineFrom({ country: 'DK' }, new Date('2028-01-31T10:00:00Z'), { months: 1 });

  assert.equal(deadline.toISOString(), '2028-02-29T22:59:59.999Z');
});

test('a month that ends on Good Friday ends after Easter, and one that ends on a Saturday ends on Monday', () => {
  const good = deadlineFrom({ country: 'DE' }, new Date('2026-03-03T12:00:00Z'), { months: 1 });
  const saturday = deadlineFrom({ country: 'DE' }, new Date('2026-10-14T12:00:00Z'), { months: 1 });

  assert.equal(good.toISOString(), '2026-04-07T21:59:59.999Z');
  assert.equal(saturday.toISOString(), '2026-11-16T22:59:59.999Z');
});

test('what came shortly before midnight in Berlin came that day, although it was still the day before in London', () => {
  const received = new Date('2026-06-15T22:30:00Z');

  const berlin = deadlineFrom({ country: 'DE' }, received, { months: 1 });
  const london = deadlineFrom({ country: 'GB' }, received, { months: 1 });

  assert.equal(berlin.toISOString(), '2026-07-16T21:59:59.999Z');
  assert.equal(london.toISOString(), '2026-07-15T22:59:59.999Z');
});

test('72 hours are 72 hours, over weekends and changes of the clock', () => {
  fc.assert(
    fc.property(someInstant, someCountry, (aware, country) => {
      const deadline = deadlineFrom({ country }, aware, { hours: 72 });

      assert.equal(deadline.getTime() - aware.getTime(), 72 * hourMs);
    }),
  );
});

test('a span of months ends on the same date at the same time of day, or on the last day of a shorter month', () => {
  fc.assert(
    fc.property(someInstant, someCountry, fc.integer({ min: 1, max: 40 }), (from, country, months) => {
      const zone = zoneOf({ country });

      const end = addSpan(from, { months }, zone);

      assert.deepEqual(dayAt(end.getTime(), zone), monthsLater(dayAt(from.getTime(), zone), months));
      const drift = Math.abs(((end.getTime() - from.getTime()) % (24 * hourMs)) / hourMs);
      assert.ok([0, 1, 23].includes(drift), 'no more than the clocks moved');
    }),
    { numRuns: 1_000 },
  );
});

test('nobody waits longer for an answer than the law allows, whatever a profile promises', () => {
  fc.assert(
    fc.property(
      someInstant,
      fc.constantFrom('DE', 'GB', 'ZA', 'NG', 'MY', 'AT', 'US'),
      (received, country) => {
        const by = answerBy(shopIn(country), received);

        const lawful = lawPack(country).rules.find((rule) => rule.about === 'request.answer')?.span;
        const limit = deadlineFrom({ country }, received, lawful ?? openkommerce.rights.deadline);
        assert.ok(by <= limit);
      },
    ),
  );
});

test('the computed holidays are the printed ones', () => {
  for (const [country, days] of Object.entries(printed)) {
    for (const year of [2024, 2025, 2026, 2027, 2028]) {
      const computed = holidaysOf(lawPack(country).holidays, year);
      for (const day of days.filter((one) => one.startsWith(String(year))))
        assert.ok(computed.has(day), `${country} ${day}`);
      const working = [...computed].filter((day) => ![0, 6].includes(new Date(day).getUTCDay()));
      assert.deepEqual(
        working.toSorted(),
        days.filter((day) => day.startsWith(String(year)) && ![0, 6].includes(new Date(day).getUTCDay())),
        `${country} ${year}`,
      );
    }
  }
});

test('a German invoice stays eight years after its year; one of 2014 too, although it began when the law said ten', () => {
  const keep = (day: string) => keepOf(shopIn('DE'), 'bookkeeping', new Date(`${day}T12:00:00Z`));

  assert.deepEqual(keep('2026-03-03'), {
    until: new Date('2034-12-31T23:00:00Z'),
    ground: 'law',
    cites: 'DE AO § 147(3)',
  });
  assert.equal(keep('2017-06-01').until?.toISOString(), '2025-12-31T23:00:00.000Z', 'ten became eight');
  assert.equal(
    keep('2015-06-01').until?.toISOString(),
    '2024-12-31T23:00:00.000Z',
    'not before the law was there',
  );
  assert.equal(
    keep('2012-06-01').until?.toISOString(),
    '2022-12-31T23:00:00.000Z',
    'its ten years were over before',
  );
});

test('each country keeps its books as long as its own law asks', () => {
  const until = (country: string) =>
    keepOf(shopIn(country), 'bookkeeping', new Date('2026-03-03T12:00:00Z')).until?.toISOString();

  assert.equal(until('DK'), '2031-12-31T23:00:00.000Z');
  assert.equal(until('FR'), '2036-12-31T23:00:00.000Z');
  assert.equal(until('GB'), '2033-01-01T00:00:00.000Z');
  assert.equal(until('ZA'), '2033-12-31T22:00:00.000Z');
  assert.equal(until('NG'), '2032-03-03T23:00:00.000Z');
});

test('what only a promise keeps goes when the promise says, and what has not begun has no end', () => {
  const mail = keepOf(shopIn('DE'), 'mail', new Date('2026-03-15T12:00:00Z'));

  assert.deepEqual(mail, {
    until: new Date('2026-04-14T11:00:00Z'),
    ground: 'promise',
    cites: 'promise of the house',
  });
  assert.equal(keepOf(shopIn('DE'), 'bookkeeping', null).until, null);
  assert.equal(keepOf(shopIn('DE'), 'suppression', new Date()).until, null);
});

test('the stricter of law and profile says how old a visitor must be', () => {
  assert.equal(minAgeOf('visitor', 'DE', openkommerce), 16);
  assert.equal(minAgeOf('visitor', 'BE', openkommerce), 13);
  assert.equal(minAgeOf('buyer', 'ZA', openkommerce), 18);
  assert.equal(minAgeOf('staff', 'BE', openkommerce), 18);
});

test('every rule of every pack has a source, and what nobody has checked says so', () => {
  for (const country of ['DE', 'DK', 'FR', 'GB', 'ZA', 'NG', 'MY', 'AT', 'US']) {
    const pack = lawPack(country);
    assert.match(pack.version, /^\d{4}-\d\d-\d\d$/);
    assert.ok(pack.rules.some((rule) => rule.about === 'bookkeeping.vouchers'));
    for (const rule of pack.rules) {
      assert.ok(rule.source.length > 0 && rule.cites.length > 0, rule.id);
      assert.match(rule.validFrom, /^\d{4}-\d\d-\d\d$/);
    }
    assert.equal(new Set(pack.rules.map((rule) => rule.id)).size, pack.rules.length);
  }
});
