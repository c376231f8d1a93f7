import { useState } from 'react';
import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Instant } from '../../format/instant.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Empty, Timeline } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import type { PlainColumn } from '../../parts/plain-table.tsx';
import { useColleagues } from '../../parts/use-who.ts';

interface Entry {
  readonly id: string;
  readonly number: string;
}

interface RegisterProps<Item extends Entry> {
  answer: UseQueryResult<{ items: readonly Item[] }>;
  words: { readonly number: string; readonly none: string; readonly noneDo: string };
  /** Heading and words of the column that opens an entry. */
  title: {
    readonly says: string;
    readonly of: (item: Item) => string;
    readonly mark?: (item: Item) => ReactNode;
  };
  columns: readonly PlainColumn<Item>[];
  /** What can be entered. Shape: nothing for those who only read. */
  buttons: ReactNode;
  card: (id: string, onClose: () => void) => ReactNode;
  /** Which entry is open, where somebody else decides it, such as a dialog that made one. */
  shown: string | null;
  onShow: (id: string | null) => void;
}

/** A numbered register: all entries, newest first, and the one that is open in full below. */
export function Register<Item extends Entry>({
  answer,
  words,
  title,
  columns,
  buttons,
  card,
  shown,
  onShow,
}: RegisterProps<Item>) {
  if (answer.error) return <Failure of={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <span className="bone bone-block skeleton-card" aria-hidden />;
  const { items } = answer.data;
  if (items.length === 0)
    return (
      <Empty title={words.none} action={buttons}>
        {words.noneDo}
      </Empty>
    );
  const opener: PlainColumn<Item> = {
    says: title.says,
    cell: (item) => (
      <>
        <button
          type="button"
          className="link-button"
          aria-expanded={shown === item.id}
          onClick={() => onShow(shown === item.id ? null : item.id)}
        >
          {title.of(item)}
        </button>{' '}
        {title.mark?.(item)}
      </>
    ),
  };
  return (
    <>
      {buttons}
      <Card flush>
        <PlainTable
          rows={items}
          keyOf={({ id }) => id}
          columns={[{ says: words.number, cell: ({ number }) => number }, opener, ...columns]}
        />
      </Card>
      {shown ? <div key={shown}>{card(shown, () => onShow(null))}</div> : null}
    </>
  );
}

/** Which entry of a register is open. */
export const useShown = () => useState<string | null>(null);

interface LogEntry {
  readonly id: string;
  readonly at: string;
  readonly by: string | null;
}

/** What was done with an entry and by whom, newest first. */
export function RegisterLog<Event extends LogEntry>({
  events,
  says,
  words,
}: {
  events: readonly Event[];
  says: (event: Event) => readonly (string | null | undefined)[];
  words: { readonly log: string; readonly system: string; readonly colleague: string };
}) {
  const nameOf = useColleagues();
  return (
    <section className="stack stack-tight">
      <h3>{words.log}</h3>
      <Timeline
        moments={events.toReversed().map((event) => ({
          key: event.id,
          at: <Instant at={event.at} />,
          what: says(event).filter(Boolean).join(' · '),
          who: event.by === null ? words.system : (nameOf(event.by) ?? words.colleague),
        }))}
      />
    </section>
  );
}
