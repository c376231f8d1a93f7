import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getStatistics } from '../../api/statistics.ts';
import type { Statistics as Answer } from '../../api/statistics.ts';
import { formatDay } from '../../format/instant.tsx';
import { Figure, formatNumber, formatRate } from '../../format/number.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Empty, Note } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useReader, useWords } from '../../words/words.ts';
import { DayBars, useDaySays } from './day-bars.tsx';
import { HeadingBars } from './heading-bars.tsx';
import { statisticsWords } from './statistics-words.ts';
import './statistics.css';

const spans = [7, 30, 90] as const;

/** How many people visited, what they read and where they came from; counts that identify nobody. */
export function Statistics() {
  const t = useWords(statisticsWords);
  const { locale } = useReader();
  const [days, setDays] = useState<(typeof spans)[number]>(30);
  const answer = useQuery({ queryKey: ['statistics', days], queryFn: () => getStatistics(days) });
  return (
    <div className="stack">
      <SegmentedControl
        className="statistics-span"
        aria-label={t.span}
        value={String(days)}
        onChange={(chosen) => setDays(spans.find((span) => String(span) === chosen) ?? 30)}
        data={spans.map((span) => ({ value: String(span), label: t.days(formatNumber(span, locale)) }))}
      />
      {answer.error ? <Failure of={answer.error} onRetry={() => void answer.refetch()} /> : null}
      {answer.data ? (
        <Told of={answer.data} />
      ) : (
        <span className="bone bone-block skeleton-card" aria-hidden />
      )}
    </div>
  );
}

function Told({ of }: { of: Answer }) {
  const t = useWords(statisticsWords);
  const { locale } = useReader();
  const counted = of.days.flatMap((day) => (day.kind === 'counted' ? [day] : []));
  const sum = (which: 'visitors' | 'views'): number => counted.reduce((all, day) => all + day[which], 0);
  if (!of.counts) return <Empty title={t.off}>{t.offDo}</Empty>;
  const isEmpty = counted.every(({ visitors }) => visitors === 0);
  const saysOf = (key: string): string => (key === 'other' ? t.other : key);
  const devices: Readonly<Record<string, string>> = {
    desktop: t.desktop,
    mobile: t.mobile,
    tablet: t.tablet,
    tv: t.tv,
  };
  return (
    <>
      <div className="statistics-figures">
        <BigFigure says={t.visitors} of={sum('visitors')} />
        <BigFigure says={t.views} of={sum('views')} />
        <div>
          <strong className="big-figure">
            {of.todayAtLeast > 0 ? t.atLeast(formatNumber(of.todayAtLeast, locale)) : t.few}
          </strong>
          <span className="soft">{t.today}</span>
        </div>
      </div>
      {isEmpty ? (
        <Empty title={t.empty}>{t.emptyDo}</Empty>
      ) : (
        <>
          <Card title={t.perDay}>
            <DayBars days={of.days} />
            {of.days.some(({ kind }) => kind === 'few') ? (
              <p className="small soft statistics-key">{t.few}</p>
            ) : null}
            <p className="small soft">{t.summed}</p>
            <DayTable days={of.days} />
          </Card>
          <div className="statistics-headings">
            <HeadingBars
              title={t.pages}
              headings={of.pages}
              saysOf={saysOf}
              linkOf={(key) => (key.startsWith('/') && !key.includes(':') ? key : undefined)}
            />
            <HeadingBars
              title={t.sites}
              headings={of.sites}
              saysOf={(key) => (key === 'direct' ? t.direct : saysOf(key))}
            />
            <HeadingBars title={t.browsers} headings={of.browsers} saysOf={saysOf} />
            <HeadingBars
              title={t.devices}
              headings={of.devices}
              saysOf={(key) => devices[key] ?? saysOf(key)}
            />
            {of.ledToOrders.length > 0 ? (
              <HeadingBars
                title={t.led}
                note={t.ledSays}
                headings={of.ledToOrders}
                saysOf={saysOf}
                linkOf={(key) => key}
              />
            ) : null}
          </div>
        </>
      )}
      <Note>
        <p className="small">
          {t.how(formatRate(of.declaredError * 10_000, locale), formatNumber(of.exactUpTo, locale))}
        </p>
      </Note>
    </>
  );
}

const BigFigure = ({ says, of }: { says: string; of: number }) => (
  <div>
    <strong className="big-figure">
      <Figure of={of} />
    </strong>
    <span className="soft">{says}</span>
  </div>
);

function DayTable({ days }: { days: Answer['days'] }) {
  const t = useWords(statisticsWords);
  const { locale } = useReader();
  const saysOf = useDaySays();
  return (
    <details className="statistics-table">
      <summary>{t.table}</summary>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t.day}</th>
            <th scope="col">{t.visitors}</th>
            <th scope="col">{t.views}</th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <tr key={day.day}>
              <td>{formatDay(day.day, locale)}</td>
              <td className="figure">{saysOf(day)}</td>
              <td className="figure">{day.kind === 'counted' ? formatNumber(day.views, locale) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
