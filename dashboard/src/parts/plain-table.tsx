import type { ReactNode } from 'react';

export interface PlainColumn<Row> {
  readonly says: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isFigure?: boolean;
  /** Its heading is for those who do not see what the cells show, such as buttons. */
  readonly isTold?: boolean;
}

interface PlainTableProps<Row> {
  columns: readonly (PlainColumn<Row> | false)[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}

/**
 * A short table that shows all it has. On a narrow screen each row becomes a card with its headings beside the values;
 * the roles stand there because a browser forgets a table that is laid out as anything else.
 */
export function PlainTable<Row>({ columns, rows, keyOf }: PlainTableProps<Row>) {
  const shown = columns.filter((column) => column !== false);
  return (
    <div className="scroll-x">
      <table className="plain-table plain-cards" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {shown.map(({ says, isFigure, isTold }) => (
              <th key={says} role="columnheader" scope="col" className={isFigure ? 'figure' : undefined}>
                {isTold ? <span className="only-read">{says}</span> : says}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {shown.map(({ says, cell, isFigure, isTold }) => (
                <td
                  key={says}
                  role="cell"
                  className={isFigure ? 'figure' : undefined}
                  data-says={isTold ? undefined : says}
                >
                  <div>{cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
