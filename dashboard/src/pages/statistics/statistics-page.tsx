import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { Statistics } from './statistics.tsx';
import { statisticsWords } from './statistics-words.ts';

/** Visitors as a page of its own, for those who look at nothing else under Privacy. */
export function StatisticsPage() {
  const t = useWords(statisticsWords);
  return (
    <Page title={t.title}>
      <Statistics />
    </Page>
  );
}
