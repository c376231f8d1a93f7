import { Fragment } from 'react';
import { Money } from '../format/money.tsx';
import type { MoneyValue } from '../format/money.tsx';

export interface StatementLine {
  readonly says: string;
  readonly amount: MoneyValue | null;
  /** A line that the ones above add up to. */
  readonly isSum?: boolean;
  /** Contained in a sum already, such as included tax. */
  readonly isAside?: boolean;
}

/** Money as a small statement that adds up. */
export function Statement({ lines }: { lines: readonly (StatementLine | false)[] }) {
  return (
    <dl className="statement">
      {lines.map((line) => {
        if (!line) return null;
        const name = line.isSum ? 'sum' : line.isAside ? 'aside soft' : undefined;
        return (
          <Fragment key={line.says}>
            <dt className={name}>{line.says}</dt>
            <dd className={name}>
              <Money of={line.amount} />
            </dd>
          </Fragment>
        );
      })}
    </dl>
  );
}
