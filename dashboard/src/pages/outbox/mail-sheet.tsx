import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readMail, retryMail } from '../../api/outbox.ts';
import type { Mail } from '../../api/outbox.ts';
import { useSession } from '../../api/session.ts';
import { Instant } from '../../format/instant.tsx';
import { IconDownload, IconEye, IconRefresh } from '../../look/icons.ts';
import { styleNonce } from '../../look/nonce.ts';
import { Failure } from '../../parts/failure.tsx';
import { Facts, Note } from '../../parts/note.tsx';
import { Page } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { MailState } from './mail-state.tsx';
import { kindSays, outboxWords } from './outbox-words.ts';
import { mailDocument } from './safe-mail.ts';
import './outbox.css';

/** One mail: what became of it, and, for those who may read people, what it says. */
export function MailSheet({ mail }: { mail: Mail }) {
  const t = useWords(outboxWords);
  const session = useSession();
  const { language } = useReader();
  const [isReading, setReading] = useState(false);
  const retry = useAct(retryMail, { changes: [['outbox']], says: t.retried });
  return (
    <Page
      title={kindSays(mail.kind, language)}
      mark={<MailState state={mail.state} />}
      actions={
        mail.state === 'failed' ? (
          <Button
            size="xs"
            leftSection={<IconRefresh size={16} stroke={1.5} />}
            loading={retry.isPending}
            onClick={() => retry.mutate(mail.id)}
          >
            {t.retry}
          </Button>
        ) : null
      }
    >
      <Facts
        lines={[
          { says: t.to, value: mail.to ?? t.gone },
          { says: t.created, value: <Instant at={mail.createdAt} /> },
          { says: t.sentAt, value: <Instant at={mail.sentAt} /> },
          mail.nextAt !== null && { says: t.nextAt, value: <Instant at={mail.nextAt} /> },
          { says: t.attempts, value: mail.attempts },
          mail.errorCode !== null && { says: t.error, value: mail.errorCode },
        ]}
      />
      {!session.may('people.reveal') ? null : isReading ? (
        <Letter id={mail.id} />
      ) : (
        <Note>
          <div className="stack stack-tight">
            <p>{t.readSays}</p>
            <div>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconEye size={16} stroke={1.5} />}
                onClick={() => setReading(true)}
              >
                {t.read}
              </Button>
            </div>
          </div>
        </Note>
      )}
    </Page>
  );
}

function Letter({ id }: { id: string }) {
  const t = useWords(outboxWords);
  const [face, setFace] = useState<string>('html');
  const letter = useQuery({
    queryKey: ['outbox', 'letter', id],
    queryFn: () => readMail(id),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (letter.error) return <Failure of={letter.error} onRetry={() => void letter.refetch()} />;
  if (!letter.data) return <span className="bone bone-block letter-frame" />;
  const { envelope } = letter.data;
  return (
    <div className="stack stack-tight">
      <Facts
        lines={[
          { says: t.to, value: `${envelope.name} <${envelope.to}>` },
          { says: t.subject, value: envelope.subject },
        ]}
      />
      <div className="row row-apart">
        <SegmentedControl
          size="xs"
          value={face}
          onChange={setFace}
          data={[
            { value: 'html', label: t.html },
            { value: 'text', label: t.text },
          ]}
        />
        <Button
          component="a"
          href={`/api/admin/outbox/${id}/eml`}
          size="xs"
          variant="subtle"
          leftSection={<IconDownload size={16} stroke={1.5} />}
        >
          {t.download}
        </Button>
      </div>
      {face === 'html' ? (
        <iframe
          className="letter-frame"
          title={t.preview}
          sandbox=""
          srcDoc={mailDocument(envelope.html, styleNonce())}
        />
      ) : (
        <pre className="letter-text">{envelope.text}</pre>
      )}
    </div>
  );
}
