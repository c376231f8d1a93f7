import type { Context } from '#kernel/context.ts';
import type { Table } from '#kernel/registry.ts';
import { vault } from '#modules/privacy/index.ts';
import type { Row } from './reach.ts';

// The vault's types know a table's columns; this module meets tables by name, and the registry is what it goes by.

/** What an envelope holds. */
export type Content = Readonly<Record<string, unknown>>;

/** As `vault.openMany`, for a column that was found in the registry. */
export const openByName = vault.openMany as unknown as (
  ctx: Context,
  table: Table,
  column: string,
  rows: readonly Row[],
) => Promise<(Content | null)[]>;

/** As `vault.seal`, for a column that was found in the registry. */
export const sealByName = vault.seal as unknown as (
  ctx: Context,
  table: Table,
  column: string,
  row: Row,
  value: Content,
) => Promise<Buffer>;
