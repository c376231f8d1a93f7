import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSelectionFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ColumnDef, RowData } from '@tanstack/react-table';
import type { ReactNode } from 'react';

export const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });
export type Features = typeof features;

/** One column of a list. */
export interface Column<Row> {
  readonly id: string;
  readonly says: string;
  readonly cell: (row: Row) => ReactNode;
  /** A CSS grid track, such as `minmax(10rem, 2fr)`. */
  readonly width: string;
  /** Figures stand right-aligned. */
  readonly isFigure?: boolean;
  /** Left out when the list is narrower than this many pixels. */
  readonly from?: number;
  /** Hidden until somebody chooses it. */
  readonly isOptional?: boolean;
}

export function columnDefs<Row extends RowData>(
  columns: readonly Column<Row>[],
): ColumnDef<Features, Row, unknown>[] {
  const helper = createColumnHelper<Features, Row>();
  return columns.map((column) =>
    helper.display({ id: column.id, header: column.says, cell: ({ row }) => column.cell(row.original) }),
  );
}

/** The least width of a track in pixels: its first length. */
const leastOf = (track: string): number => Number(/([\d.]+)rem/.exec(track)?.[1] ?? 6) * 16;

const gap = 16;

/**
 * Which columns there is room for, among those that the person wants: what can be done without longest goes first.
 *
 * Units: pixels.
 */
export function visibleColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: Readonly<Record<string, boolean>>,
  width: number,
): Record<string, boolean> {
  const wanted = columns.filter(
    (column) => chosen[column.id] ?? (!column.isOptional && width >= (column.from ?? 0)),
  );
  const kept = [...wanted];
  const needed = () => kept.reduce((sum, column) => sum + leastOf(column.width) + gap, gap);
  for (const column of wanted.toSorted((a, b) => (b.from ?? 0) - (a.from ?? 0))) {
    if (needed() <= width || (column.from ?? 0) === 0) break;
    kept.splice(kept.indexOf(column), 1);
  }
  return Object.fromEntries(columns.map((column) => [column.id, kept.includes(column)]));
}
