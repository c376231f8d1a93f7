import type { GuestCount } from '../../../api/consents.ts';
import { formatDay } from '../../../format/instant.tsx';
import { Figure } from '../../../format/number.tsx';
import { Card } from '../../../parts/page.tsx';
import { PlainTable } from '../../../parts/plain-table.tsx';
import { useReader, useWords } from '../../../words/words.ts';
import { consentsWords } from './consents-words.ts';

/** How often visitors whom nobody knows answered what; nothing where the shop never asked any. */
export function GuestAnswers({ of }: { of: readonly GuestCount[] }) {
  const t = useWords(consentsWords);
  const { locale } = useReader();
  const says: Readonly<Record<string, unknown>> = t;
  const wordFor = (code: string): string => (typeof says[code] === 'string' ? says[code] : code);
  if (of.length === 0) return null;
  return (
    <Card title={t.guests}>
      <div className="stack">
        <p className="small soft">{t.guestsSay}</p>
        <PlainTable
          rows={of}
          keyOf={({ topic, state, notice }) => `${topic} ${state} ${notice?.hash ?? ''}`}
          columns={[
            { says: t.question, cell: ({ topic }) => wordFor(topic) },
            { says: t.answer, cell: ({ state }) => wordFor(state) },
            {
              says: t.shown,
              cell: ({ notice }) =>
                notice ? (
                  <>
                    {wordFor(notice.locale)}
                    <div className="small soft">
                      {t.since(formatDay(notice.firstShownAt, locale))} ·{' '}
                      <code title={notice.hash}>{notice.hash.slice(0, 12)}</code>
                    </div>
                  </>
                ) : (
                  <span className="soft">{t.noNotice}</span>
                ),
            },
            {
              says: t.answers,
              isFigure: true,
              cell: ({ answers }) =>
                answers === null ? <span className="soft">{t.few}</span> : <Figure of={answers} />,
            },
          ]}
        />
      </div>
    </Card>
  );
}
