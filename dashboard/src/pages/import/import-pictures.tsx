import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { agreeOnPictures, picturesQuery } from '../../api/imports.ts';
import { useSession } from '../../api/session.ts';
import { formatNumber } from '../../format/number.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Mark } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords, words } from '../../words/words.ts';

const pictureWords = words({
  title: ['Pictures', 'Bilder'],
  says: [
    'The file names pictures by their addresses. They are fetched from hosts that you agree to, once; nothing about anybody is sent there.',
    'Die Datei nennt Bilder mit ihren Adressen. Geholt werden sie einmal, von Servern, denen du zustimmst; über niemanden wird dorthin etwas gesendet.',
  ],
  waiting: [(count: string) => `${count} to fetch`, (count: string) => `${count} zu holen`],
  done: [(count: string) => `${count} here`, (count: string) => `${count} da`],
  failed: [(count: string) => `${count} not to be had`, (count: string) => `${count} nicht zu bekommen`],
  going: ['being fetched', 'werden geholt'],
  fetch: ['Fetch from here', 'Von hier holen'],
});

/** At which hosts the pictures of an import are, how far fetching them is, and the yes to it. */
export function ImportPictures({ id }: { id: string }) {
  const t = useWords(pictureWords);
  const { locale } = useReader();
  const session = useSession();
  const { data, error, refetch } = useQuery(picturesQuery(id));
  const agree = useAct((host: string) => agreeOnPictures(id, [host]), {
    changes: [['imports', 'pictures', id]],
  });
  if (error) return <Failure of={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  const count = (says: (count: string) => string, of: number) =>
    of > 0 ? says(formatNumber(of, locale)) : undefined;
  return (
    <Card title={t.title}>
      <div className="stack">
        <p className="soft">{t.says}</p>
        <ul className="stack stack-tight">
          {data.items.map(({ host, waiting, done, failed, agreed }) => (
            <li key={host} className="row row-apart">
              <span className="import-host">{host}</span>
              <span className="row">
                <span className="soft">
                  {[count(t.waiting, waiting), count(t.done, done), count(t.failed, failed)]
                    .filter(Boolean)
                    .join(', ')}
                </span>
                {waiting > 0 && agreed ? <Mark tone="amber">{t.going}</Mark> : null}
                {waiting > 0 && !agreed && session.may('catalog.write') ? (
                  <Button
                    size="xs"
                    variant="default"
                    loading={agree.isPending && agree.variables === host}
                    onClick={() => agree.mutate(host)}
                  >
                    {t.fetch}
                  </Button>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
