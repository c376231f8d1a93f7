import { Checkbox } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useTable } from '@tanstack/react-table';
import type { RowSelectionState } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { formatNumber } from '../../format/number.tsx';
import { useReader, useWords } from '../../words/words.ts';
import { Failure } from '../failure.tsx';
import { useStored } from '../stored.ts';
import { BulkBar } from './bulk-bar.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { columnDefs, features, visibleColumns } from './column.ts';
import type { Column } from './column.ts';
import { TableRow } from './row.tsx';
import { SkeletonRows } from './skeleton-rows.tsx';
import { tableWords } from './table-words.ts';
import { useListKeys } from './use-list-keys.ts';
import type { ListSource } from './use-list.ts';
import './data-table.css';

const rowHeight = 44;

export interface DataTableProps<Row> {
  /** Under this name the person's columns are kept. */
  name: string;
  /** What a screen reader calls the list. */
  says: string;
  columns: readonly Column<Row>[];
  source: ListSource<Row>;
  idOf: (row: Row) => string;
  onOpen?: ((row: Row) => void) | undefined;
  openId?: string | undefined;
  onClose?: (() => void) | undefined;
  /** Brings the selection with its bar. */
  bulk?: ((ids: readonly string[], clear: () => void) => ReactNode) | undefined;
  empty: ReactNode;
}

/** The heart of the workbench: virtual rows, a sticky header, figures on the right, everything by keyboard. */
export function DataTable<Row extends object>({
  name,
  says,
  columns,
  source,
  idOf,
  onOpen,
  openId,
  onClose,
  bulk,
  empty,
}: DataTableProps<Row>) {
  const t = useWords(tableWords);
  const { locale } = useReader();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width } = useElementSize();
  const [chosen, setChosen] = useStored<Record<string, boolean>>(`columns.${name}`, {});
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const hasBulk = bulk !== undefined;
  const columnVisibility = useMemo(
    () => visibleColumns(columns, chosen, (width || 1200) - (hasBulk ? 56 : 0)),
    [columns, chosen, width, hasBulk],
  );
  const defs = useMemo(() => columnDefs(columns), [columns]);

  const table = useTable({
    features,
    columns: defs,
    data: source.rows as Row[],
    getRowId: idOf,
    state: { columnVisibility, rowSelection },
    onRowSelectionChange: setRowSelection,
  });
  const rows = table.getRowModel().rows;
  const shown = columns.filter((column) => columnVisibility[column.id]);
  const tracks = [bulk ? '2.5rem' : '', ...shown.map((column) => column.width)].join(' ');

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasMore, isLoadingMore, loadMore } = source;
  useEffect(() => {
    if (hasMore && !isLoadingMore && last >= rows.length - 15) loadMore();
  }, [hasMore, isLoadingMore, loadMore, last, rows.length]);

  const clear = () => setRowSelection({});
  const selected = Object.keys(rowSelection).filter((id) => rowSelection[id]);
  const open = (index: number) => {
    const row = rows[index];
    if (row) onOpen?.(row.original);
  };
  const keys = useListKeys({
    count: rows.length,
    pageSize: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 1),
    scrollTo: (index) => virtual.scrollToIndex(index),
    onOpen: open,
    onToggle: bulk ? (index) => rows[index]?.toggleSelected() : undefined,
    onEscape: () => (openId ? onClose?.() : clear()),
  });

  const isEmpty = !source.isLoading && !source.error && rows.length === 0;
  return (
    <div className="table-frame" ref={sizeRef}>
      <div className="table-scroll" ref={scroller}>
        {isEmpty ? (
          empty
        ) : (
          <div
            role="grid"
            aria-label={`${says}. ${t.keys}`}
            aria-rowcount={hasMore ? -1 : rows.length + 1}
            aria-busy={source.isLoading}
            onKeyDown={keys.onKeyDown}
            className="table"
            style={{ ['--tracks' as string]: tracks }}
          >
            <div role="row" className="table-head" aria-rowindex={1}>
              {bulk ? (
                <div role="columnheader" className="table-check">
                  <Checkbox
                    size="xs"
                    aria-label={t.selectAll}
                    checked={rows.length > 0 && selected.length === rows.length}
                    indeterminate={selected.length > 0 && selected.length < rows.length}
                    onChange={(event) =>
                      setRowSelection(
                        event.currentTarget.checked
                          ? Object.fromEntries(rows.map((row) => [row.id, true as const]))
                          : {},
                      )
                    }
                  />
                </div>
              ) : null}
              {shown.map((column) => (
                <div key={column.id} role="columnheader" className={column.isFigure ? 'end' : undefined}>
                  {column.says}
                </div>
              ))}
              <ColumnMenu
                columns={columns}
                shown={columnVisibility}
                onChoose={(id, on) => setChosen({ ...chosen, [id]: on })}
              />
            </div>
            {source.error ? (
              <div className="table-failure">
                <Failure of={source.error} onRetry={source.retry} />
              </div>
            ) : source.isLoading ? (
              <SkeletonRows columns={shown} withCheck={bulk !== undefined} />
            ) : (
              <div role="rowgroup" className="table-body" style={{ height: virtual.getTotalSize() }}>
                {items.map((item) => {
                  const row = rows[item.index];
                  if (!row) return null;
                  return (
                    <TableRow
                      key={row.id}
                      row={row.original}
                      index={item.index}
                      start={item.start}
                      columns={shown}
                      isActive={item.index === keys.active}
                      isOpen={openId === row.id}
                      isSelected={bulk ? rowSelection[row.id] === true : undefined}
                      onToggle={() => row.toggleSelected()}
                      onOpen={() => {
                        keys.setActive(item.index);
                        open(item.index);
                      }}
                    />
                  );
                })}
              </div>
            )}
          </div>
        )}
      </div>
      <div className="table-foot small soft" aria-live="polite">
        {source.isLoading || isLoadingMore
          ? t.loading
          : isEmpty || source.error
            ? ''
            : t.end(`${formatNumber(rows.length, locale)}${hasMore ? '+' : ''}`)}
      </div>
      {bulk && selected.length > 0 ? (
        <BulkBar count={selected.length} onClear={clear}>
          {bulk(selected, clear)}
        </BulkBar>
      ) : null}
    </div>
  );
}
