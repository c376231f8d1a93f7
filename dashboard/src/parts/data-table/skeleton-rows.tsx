import type { Column } from './column.ts';

const widths = ['62%', '78%', '54%', '70%', '46%'];

/** Rows the size of what comes. */
export function SkeletonRows<Row>({
  columns,
  withCheck,
  count = 14,
}: {
  columns: readonly Column<Row>[];
  withCheck: boolean;
  count?: number;
}) {
  return (
    <div aria-hidden>
      {Array.from({ length: count }, (_, row) => (
        <div key={row} className="table-row table-row-empty">
          {withCheck ? <div className="table-check" /> : null}
          {columns.map((column, index) => (
            <div key={column.id} className={column.isFigure ? 'table-cell end' : 'table-cell'}>
              <span className="bone" style={{ width: widths[(row + index) % widths.length] }} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
