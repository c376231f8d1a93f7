import type { Heading } from '../../api/statistics.ts';
import { Figure, formatNumber } from '../../format/number.tsx';
import { Card } from '../../parts/page.tsx';
import { useReader, useWords } from '../../words/words.ts';
import { statisticsWords } from './statistics-words.ts';

interface HeadingBarsProps {
  readonly title: string;
  readonly note?: string;
  readonly headings: readonly Heading[];
  readonly saysOf: (key: string) => string;
  /** Where the rows are that the number counts, if one can look at them. */
  readonly linkOf?: (key: string) => string | undefined;
}

const mostShown = 12;

/** Headings with their numbers, each over a bar from zero. */
export function HeadingBars({ title, note, headings, saysOf, linkOf }: HeadingBarsProps) {
  const t = useWords(statisticsWords);
  const { locale } = useReader();
  const shown = headings.slice(0, mostShown);
  const most = Math.max(...shown.map(({ visitors }) => visitors ?? 0), 1);
  return (
    <Card title={title}>
      {note ? <p className="small soft">{note}</p> : null}
      {shown.length === 0 ? <p className="soft">{t.noneHere}</p> : null}
      <ul className="heading-bars">
        {shown.map(({ key, visitors, views }) => {
          const link = linkOf?.(key);
          return (
            <li key={key}>
              <span className="heading-says">{link ? <a href={link}>{saysOf(key)}</a> : saysOf(key)}</span>
              <span className="heading-count">
                {visitors === null ? (
                  <span className="soft">{t.viewsOnly(formatNumber(views, locale))}</span>
                ) : (
                  <Figure of={visitors} />
                )}
              </span>
              <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden>
                <rect className="heading-ground" width={100} height={1} />
                <rect className="day-bar" width={((visitors ?? 0) / most) * 100} height={1} />
              </svg>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
