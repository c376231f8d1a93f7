import { Checkbox } from '@mantine/core';
import { memo } from 'react';
import type { MouseEvent, ReactElement } from 'react';
import { useWords } from '../../words/words.ts';
import type { Column } from './column.ts';
import { tableWords } from './table-words.ts';

interface TableRowProps<Row> {
  row: Row;
  index: number;
  start: number;
  columns: readonly Column<Row>[];
  isActive: boolean;
  isOpen: boolean;
  /** Undefined when rows cannot be selected. */
  isSelected: boolean | undefined;
  onToggle: () => void;
  onOpen: () => void;
}

function Row<R>({
  row,
  index,
  start,
  columns,
  isActive,
  isOpen,
  isSelected,
  onToggle,
  onOpen,
}: TableRowProps<R>) {
  const t = useWords(tableWords);
  const openUnlessControl = (event: MouseEvent) => {
    const isControl =
      event.target instanceof Element && event.target.closest('a, button, input, label') !== null;
    const isMarkingText = document.getSelection()?.isCollapsed === false;
    if (!isControl && !isMarkingText) onOpen();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid around it answers the keyboard for all rows
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-list-row={index}
      data-open={isOpen || undefined}
      tabIndex={isActive ? 0 : -1}
      className="table-row"
      style={{ transform: `translateY(${start}px)` }}
      onClick={openUnlessControl}
    >
      {isSelected === undefined ? null : (
        <div role="gridcell" className="table-check">
          <Checkbox size="xs" tabIndex={-1} aria-label={t.select} checked={isSelected} onChange={onToggle} />
        </div>
      )}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={column.isFigure ? 'table-cell end' : 'table-cell'}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** One row; drawn again only when something of it changed. */
export const TableRow = memo(Row) as <R>(props: TableRowProps<R>) => ReactElement;
