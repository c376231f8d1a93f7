import { columnVisibilityFeature, createColumnHelper, rowSelectionFeature, tableFeatures } from '@tanstack/react-table';
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

export function columnDefs<Row extends RowData>(columns: readonly Column<Row>[]): ColumnDef<Features, Row, unknown>[] {
  const helper = createColumnHelper<Features, Row>();
  return columns.map((column) =>
    helper.display({ id: column.id, header: column.says, cell: ({ row }) => column.cell(row.original) }),
  );
}

/** Which columns there is room for, among those that the person wants. */
export function visibleColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: Readonly<Record<string, boolean>>,
  width: number,
): Record<string, boolean> {
  return Object.fromEntries(
    columns.map((column) => {
      const isWanted = chosen[column.id] ?? !column.isOptional;
      return [column.id, isWanted && width >= (column.from ?? 0)];
    }),
  );
}
