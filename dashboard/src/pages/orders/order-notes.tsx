import { Button } from '@mantine/core';
import { useState } from 'react';
import { writeNote } from '../../api/orders.ts';
import type { Order } from '../../api/orders.ts';
import { useSession } from '../../api/session.ts';
import { Instant } from '../../format/instant.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Textarea } from '../../parts/fields.tsx';
import { useWho } from '../../parts/use-who.ts';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { orderWords } from './order-words.ts';

/** What colleagues wrote to each other about an order; sealed like everything that people write. */
export function OrderNotes({ order }: { order: Order }) {
  const t = useWords(orderWords);
  const session = useSession();
  const whoWrote = useWho();
  const [text, setText] = useState('');
  const note = useAct((words: string) => writeNote(order.id, words), {
    changes: [['orders', 'one', order.id]],
    says: t.noted,
    onDone: () => setText(''),
    showsFailure: true,
  });
  return (
    <div className="stack">
      {order.notes.map((written) => (
        <div key={written.id}>
          <p className="order-note">{written.text}</p>
          <div className="small soft">
            <Instant at={written.at} /> · {whoWrote(written.by)}
          </div>
        </div>
      ))}
      {session.may('orders.write') ? (
        <form
          className="stack stack-tight"
          onSubmit={(event) => {
            event.preventDefault();
            note.mutate(text.trim());
          }}
        >
          <Textarea
            name="text"
            aria-label={t.addNote}
            placeholder={t.notePlaceholder}
            autosize
            minRows={2}
            maxLength={5000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {note.error ? <Failure of={note.error} inForm /> : null}
          <div className="row row-end">
            <Button
              type="submit"
              size="xs"
              variant="default"
              disabled={text.trim() === ''}
              loading={note.isPending}
            >
              {t.addNote}
            </Button>
          </div>
        </form>
      ) : null}
    </div>
  );
}
