import type { VisitDay } from '../../api/statistics.ts';
import { formatDay } from '../../format/instant.tsx';
import { formatNumber } from '../../format/number.tsx';
import { useReader, useWords } from '../../words/words.ts';
import { statisticsWords } from './statistics-words.ts';

const visitorsOf = (day: VisitDay): number => (day.kind === 'counted' ? day.visitors : 0);

/** What a day says in words: its visitors, or why there is no number. */
export function useDaySays(): (day: VisitDay) => string {
  const t = useWords(statisticsWords);
  const { locale } = useReader();
  return (day) => {
    if (day.kind === 'few') return t.few;
    if (day.kind === 'waiting') return t.waiting;
    return day.visitors === 0 ? t.nobody : formatNumber(day.visitors, locale);
  };
}

/** A bar a day, from zero; the highest is named at its line, the rest when pointed at and in the table below. */
export function DayBars({ days }: { days: readonly VisitDay[] }) {
  const t = useWords(statisticsWords);
  const { locale } = useReader();
  const saysOf = useDaySays();
  const most = Math.max(...days.map(visitorsOf), 1);
  const ends = [days[0], days.at(-1)].filter((day) => day !== undefined);
  return (
    <figure className="day-bars">
      <span className="day-bars-most figure" aria-hidden>
        {formatNumber(most, locale)}
      </span>
      <svg
        viewBox={`0 0 ${days.length * 10} 100`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${t.perDay}. ${days.map((day) => `${formatDay(day.day, locale)}: ${saysOf(day)}`).join(', ')}`}
      >
        {days.map((day, place) => {
          const height = day.kind === 'counted' ? (visitorsOf(day) / most) * 100 : 4;
          return (
            <g key={day.day}>
              <rect
                className={`day-bar day-bar-${day.kind}`}
                x={place * 10 + 1.5}
                y={100 - height}
                width={7}
                height={height}
              />
              <rect className="day-bar-target" x={place * 10} y={0} width={10} height={100}>
                <title>{`${formatDay(day.day, locale)}: ${saysOf(day)}`}</title>
              </rect>
            </g>
          );
        })}
      </svg>
      <figcaption className="small soft">
        {ends.map((day) => (
          <time key={day.day} dateTime={day.day}>
            {formatDay(day.day, locale)}
          </time>
        ))}
      </figcaption>
    </figure>
  );
}
