import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { listSecurityLog } from '../../api/security-log.ts';
import type { SecurityEntry } from '../../api/security-log.ts';
import { Instant } from '../../format/instant.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Empty } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useWords, words } from '../../words/words.ts';
import './security-log.css';

const securityLogWords = words({
  title: ['Who tried the doors', 'Wer an den Türen war'],
  says: [
    'Requests to sign in, sign up or reset, and requests that were turned away. Address and browser are sealed, opened for security alone, and gone after 90 days. That you look is recorded.',
    'Anfragen zum Anmelden, Registrieren oder Zurücksetzen, und Anfragen, die abgewiesen wurden. Adresse und Browser sind versiegelt, werden nur für die Sicherheit geöffnet und sind nach 90 Tagen weg. Dass du hinsiehst, wird vermerkt.',
  ],
  show: ['Show the log', 'Protokoll zeigen'],
  when: ['When', 'Wann'],
  what: ['What', 'Was'],
  answer: ['Answer', 'Antwort'],
  from: ['From', 'Woher'],
  browser: ['Browser', 'Browser'],
  gone: ['no longer readable', 'nicht mehr lesbar'],
  sealed: ['sealed for your role', 'für deine Rolle versiegelt'],
  more: ['Show more', 'Mehr zeigen'],
  empty: ['Nobody was at the doors', 'Niemand war an den Türen'],
  emptyDo: [
    'Entries appear within seconds of a request and stay for 90 days.',
    'Einträge erscheinen Sekunden nach einer Anfrage und bleiben 90 Tage.',
  ],
});

/** The security log: opened by a button, because every look at it is recorded. */
export function SecurityLog() {
  const t = useWords(securityLogWords);
  const log = useInfiniteQuery({
    queryKey: ['security-log'],
    queryFn: ({ pageParam }) => listSecurityLog(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: false,
    staleTime: Infinity,
  });
  const entries = log.data?.pages.flatMap((page) => page.items);
  return (
    <Card
      title={t.title}
      actions={
        entries ? null : (
          <Button size="xs" loading={log.isFetching} onClick={() => void log.refetch()}>
            {t.show}
          </Button>
        )
      }
    >
      <p className="soft">{t.says}</p>
      {log.error ? <Failure of={log.error} onRetry={() => void log.refetch()} isPlain /> : null}
      {entries?.length === 0 ? <Empty title={t.empty}>{t.emptyDo}</Empty> : null}
      {entries && entries.length > 0 ? (
        <Entries of={entries} isMasked={log.data?.pages.some((page) => page.isMasked) ?? false} />
      ) : null}
      {log.hasNextPage ? (
        <Button size="xs" variant="default" loading={log.isFetching} onClick={() => void log.fetchNextPage()}>
          {t.more}
        </Button>
      ) : null}
    </Card>
  );
}

function Entries({ of, isMasked }: { of: readonly SecurityEntry[]; isMasked: boolean }) {
  const t = useWords(securityLogWords);
  return (
    <table className="plain-table security-log">
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.answer}</th>
          <th scope="col">{t.from}</th>
          <th scope="col">{t.browser}</th>
          <th scope="col">{t.when}</th>
        </tr>
      </thead>
      <tbody>
        {of.map((entry) => (
          <tr key={entry.id}>
            <td data-says={t.what}>
              <code>{entry.route}</code>
            </td>
            <td data-says={t.answer} className="figure">
              {entry.status}
            </td>
            <td data-says={t.from}>
              {entry.sender?.ip ?? <span className="faint">{isMasked ? t.sealed : t.gone}</span>}
            </td>
            <td data-says={t.browser} className="small soft">
              {entry.sender?.userAgent ?? '–'}
            </td>
            <td data-says={t.when}>
              <Instant at={entry.at} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
