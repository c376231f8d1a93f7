import type { ReactNode } from 'react';

/** A sentence that matters where it stands. */
export function Note({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'amber' | 'green' | 'red';
  children: ReactNode;
}) {
  return <div className={`note note-${tone}`}>{children}</div>;
}

/** An empty place that teaches: one sentence and one button. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {action ? <div>{action}</div> : null}
    </div>
  );
}

type Tone = 'plain' | 'accent' | 'green' | 'amber' | 'red';

/** A state in one or two words; colour only where it means something. */
export function Mark({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`mark mark-${tone}`}>{children}</span>;
}

export interface FactLine {
  readonly says: string;
  readonly value: ReactNode;
}

/** What is known about a thing, as words beside values. */
export function Facts({ lines }: { lines: readonly (FactLine | false | null | undefined)[] }) {
  return (
    <dl className="facts">
      {lines.map((line, index) =>
        line ? (
          // Two lines may say the same, until a name is known that tells them apart.
          <div key={`${index} ${line.says}`}>
            <dt>{line.says}</dt>
            <dd>{line.value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

export interface Moment {
  readonly key: string;
  readonly at: ReactNode;
  readonly what: ReactNode;
  readonly who?: ReactNode;
}

/** Who did what and when, newest first. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol className="timeline">
      {moments.map((moment) => (
        <li key={moment.key}>
          <div>{moment.what}</div>
          <div className="small soft">
            {moment.at}
            {moment.who ? <> · {moment.who}</> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
