import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mentionsQuery } from '../../../api/rights.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Mark, Note } from '../../../parts/note.tsx';
import { Card } from '../../../parts/page.tsx';
import { useWords } from '../../../words/words.ts';
import { requestsWords } from './requests-words.ts';

/** Free text about the person, searched when somebody asks for it, for a look by a human. */
export function Mentions({ id }: { id: string }) {
  const t = useWords(requestsWords);
  const [isAsked, setAsked] = useState(false);
  const found = useQuery({ ...mentionsQuery(id), enabled: isAsked });
  if (!isAsked) {
    return (
      <Note>
        <div className="stack stack-tight">
          <p>{t.mentionsSays}</p>
          <div>
            <Button size="xs" variant="default" onClick={() => setAsked(true)}>
              {t.mentionsFind}
            </Button>
          </div>
        </div>
      </Note>
    );
  }
  if (found.error) return <Failure of={found.error} onRetry={() => void found.refetch()} />;
  return (
    <Card title={t.mentions}>
      {found.data === undefined ? <span className="bone bone-block" /> : null}
      {found.data?.items.length === 0 ? <p className="soft">{t.mentionsNone}</p> : null}
      <ul className="stack stack-tight">
        {found.data?.items.map((one) => (
          <li key={`${one.table} ${one.rowId} ${one.field}`}>
            <div>
              “{one.excerpt}” <Mark>{one.isTheirs ? t.mentionsTheirs : t.mentionsOthers}</Mark>
            </div>
            <div className="small soft">
              <code>{one.table}</code>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
