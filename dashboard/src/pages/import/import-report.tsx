import { Button } from '@mantine/core';
import { listNotes, reportAddress } from '../../api/imports.ts';
import type { ImportNote } from '../../api/imports.ts';
import { IconDownload } from '../../look/icons.ts';
import { useList } from '../../parts/data-table/use-list.ts';
import { Failure } from '../../parts/failure.tsx';
import { Mark } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { importWords } from './import-words.ts';

/** Which lines were left out or changed, and why. */
export function ImportReport({ id }: { id: string }) {
  const t = useWords(importWords);
  const notes = useList<ImportNote>(['imports', 'report', id], (after) => listNotes(id, after));
  const hasNotes = notes.rows.length > 0;
  return (
    <Card
      title={t.report}
      flush
      actions={
        hasNotes ? (
          <Button
            component="a"
            href={reportAddress(id)}
            size="xs"
            variant="subtle"
            leftSection={<IconDownload size={16} stroke={1.5} />}
          >
            {t.download}
          </Button>
        ) : null
      }
    >
      {notes.error ? <Failure of={notes.error} onRetry={notes.retry} /> : null}
      {!notes.isLoading && !notes.error && !hasNotes ? (
        <p className="card-none soft">{t.reportFine}</p>
      ) : null}
      {hasNotes ? (
        <div className="scroll-x">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col" className="end">
                  {t.line}
                </th>
                <th scope="col">{t.column}</th>
                <th scope="col">{t.reason}</th>
              </tr>
            </thead>
            <tbody>
              {notes.rows.map((note, index) => (
                <tr key={`${note.line} ${note.code} ${index}`}>
                  <td className="end figure">{note.line}</td>
                  <td className="soft">{note.column}</td>
                  <td>
                    {note.severity === 'reject' ? <Mark tone="red">{t.rejected}</Mark> : null} {note.says}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {notes.hasMore ? (
        <div className="import-more">
          <Button size="xs" variant="default" loading={notes.isLoadingMore} onClick={notes.loadMore}>
            {t.more}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
