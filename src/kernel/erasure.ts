import type { Context, Tenant } from './context.ts';
import type { House } from './house.ts';
import type { SubjectId } from './ids.ts';
import type { ErasureMethod } from './processor.ts';
import type { Category, Table } from './registry.ts';

/** Files that belong to rows of a table and go with them. */
export interface RowFiles {
  readonly table: string;
  /** The store's name in the registry. */
  readonly store: string;
  readonly remove: (house: House, tenant: Tenant, rowIds: readonly string[]) => Promise<void>;
  /** Those of the rows that still have one. */
  readonly among: (house: House, tenant: Tenant, rowIds: readonly string[]) => Promise<readonly string[]>;
}

/** Rows of a table that something is under way with, such as a payment; an erasure waits for it to end. */
export interface UnderWay {
  readonly table: string;
  readonly says: string;
  readonly among: (ctx: Context, rowIds: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** Whom another company is asked to forget. */
export interface ForgetRequest {
  /** Stays the same however often it is asked. */
  readonly key: string;
  /** Whom it is about, for the gate and its ledger. */
  readonly about: readonly SubjectId[];
  /** How the company may know the person, as far as it may ever have got that. */
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** What it got: tables and keys of ours that it may have been told. */
  readonly references: readonly { readonly table: string; readonly id: string }[];
}

/** What another company is asked to put right. */
export interface CorrectRequest extends ForgetRequest {
  readonly category: Category;
  readonly value: string;
  /** How it read; a company that is not told of one knows it by its own record. */
  readonly was: readonly string[];
  /** Names of the company's allow-list under which it got that kind of data. Nothing else is put right there. */
  readonly fields: readonly string[];
  /** Which part of a larger whole it is, such as `city` of an address. */
  readonly parts: readonly string[];
  /** Where the right value stands now, for the gate. */
  readonly from: readonly { readonly table: Table; readonly column: string }[];
}

/** What another company is asked only to keep, or told that it may use again. Source: GDPR art. 18, 19. */
export interface RestrictRequest extends ForgetRequest {
  readonly on: boolean;
}

/** What a company answered. `accepted`: it is at it, and is asked again under that ticket. */
export type Forgotten =
  | { readonly kind: 'confirmed'; readonly receipt: string }
  | { readonly kind: 'accepted'; readonly ticket: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly code: string };

/**
 * How a company is told to forget somebody, to put something right, and to only keep it; declared by the module that
 * talks to it.
 *
 * One that takes no corrections or restrictions over its interface is told by hand. Source: GDPR art. 16 to 19.
 */
export interface Forgetter {
  readonly processor: string;
  readonly method: Extract<ErasureMethod, 'api_sync' | 'api_async' | 'api_human'>;
  readonly forget: (house: House, tenant: Tenant, request: ForgetRequest) => Promise<Forgotten>;
  readonly correct?: (house: House, tenant: Tenant, request: CorrectRequest) => Promise<Forgotten>;
  readonly restrict?: (house: House, tenant: Tenant, request: RestrictRequest) => Promise<Forgotten>;
  /** How far it is, for companies that take their time. */
  readonly askAgain: (house: House, tenant: Tenant, ticket: string) => Promise<Forgotten>;
}

const files = new Map<string, RowFiles>();
const underWay = new Map<string, UnderWay>();
const forgetters = new Map<string, Forgetter>();

/** What the engine that erases knows of, besides the registry's tables. */
export const knownRowFiles = (): readonly RowFiles[] => [...files.values()];
export const knownUnderWay = (): readonly UnderWay[] => [...underWay.values()];
export const forgetterOf = (processor: string): Forgetter | undefined => forgetters.get(processor);

/** Declares files that go with rows. */
export const declareRowFiles = (one: RowFiles): void => void files.set(one.table, one);
/** Declares what an erasure waits for. */
export const declareUnderWay = (one: UnderWay): void => void underWay.set(one.table, one);
/** Declares how a company is told to forget. */
export const declareForgetter = (one: Forgetter): void => void forgetters.set(one.processor, one);
