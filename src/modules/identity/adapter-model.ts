import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { AccountKind, Device } from './account.ts';

/** One condition of better-auth on one of its models. */
export interface Condition {
  readonly field: string;
  readonly operator: string | undefined;
  readonly value: unknown;
  readonly connector: 'AND' | 'OR' | undefined;
}

export type ModelRecord = Record<string, unknown>;

/** One of better-auth's models, kept in our tables: sealed, hashed, and only of the tenant and side that is served. */
export interface ModelStore {
  create(scope: Scope, data: ModelRecord): Promise<ModelRecord>;
  /** All that may match; the adapter holds them against every condition again. */
  load(scope: Scope, where: readonly Condition[]): Promise<ModelRecord[]>;
  update(scope: Scope, record: ModelRecord, change: ModelRecord): Promise<ModelRecord>;
  remove(scope: Scope, where: readonly Condition[], records: readonly ModelRecord[]): Promise<number>;
  /** Uses a record up; only one caller gets it. */
  readonly consume?: (scope: Scope, where: readonly Condition[]) => Promise<ModelRecord | null>;
}

/** What better-auth asked us to tell somebody while it worked; the verb writes the mails afterwards. */
export type Told =
  | {
      readonly kind: 'verify';
      readonly accountId: string;
      readonly email: string;
      readonly name: string;
      readonly token: string;
    }
  | {
      readonly kind: 'reset';
      readonly accountId: string;
      readonly email: string;
      readonly name: string;
      readonly token: string;
    }
  | { readonly kind: 'exists'; readonly accountId: string; readonly email: string; readonly name: string };

/** The unit of work that a call of better-auth runs in. */
interface Scope {
  readonly ctx: Context;
  readonly kind: AccountKind;
  readonly locale: string;
  /** Of whoever signs in, already cut down. */
  readonly device?: Device | undefined;
  /** Somebody we know already, whom a new account is for. */
  readonly subject?: SubjectId | undefined;
  readonly told: Told[];
}

export const scopes = new AsyncLocalStorage<Scope>();

/** The unit of work that is open; calling better-auth outside of one is our bug. */
export function openScope(): Scope {
  const open = scopes.getStore();
  assert(open, 'better-auth was called outside of a unit of work');
  return open;
}

/** The value that a condition asks to be equal to. */
export function asked(where: readonly Condition[], field: string): string | undefined {
  const value = where.find((condition) => condition.field === field && condition.operator === 'eq')?.value;
  return typeof value === 'string' ? value : undefined;
}
