import type { Mail } from '../../api/outbox.ts';
import { Mark } from '../../parts/note.tsx';
import { useWords } from '../../words/words.ts';
import { outboxWords } from './outbox-words.ts';

/** What became of a mail, in a word. */
export function MailState({ state }: { state: Mail['state'] }) {
  const t = useWords(outboxWords);
  const tones = {
    queued: 'amber',
    sending: 'amber',
    sent: 'green',
    failed: 'red',
    dropped: 'plain',
  } as const;
  return <Mark tone={tones[state]}>{state === 'failed' ? t.stuck : t[state]}</Mark>;
}
