import type { Context, Tenant } from './context.ts';
import type { FactType, Reaction } from './facts.ts';
import type { House } from './house.ts';
import type { Http } from './http.ts';
import type { ProcessorSpec } from './processor.ts';
import type { StoreSpec, Table } from './registry.ts';

/** Timed work of a module: runs for every tenant, in the worker, one at a time per tenant. */
export interface TimedJob {
  readonly name: string;
  readonly everySeconds: number;
  /** How long a killed worker may keep it from the others; ten minutes unless told. */
  readonly leaseSeconds?: number;
  readonly run: (house: House, tenant: Tenant) => Promise<void>;
}

/** One thing that does not add up, with the rows to look at. Never personal data. */
export interface Finding {
  readonly says: string;
  readonly rows: readonly string[];
}

/** Checks that what is stored is true: `kontor verify` runs it, and the worker every night. Changes nothing. */
export interface Prover {
  readonly name: string;
  readonly says: string;
  readonly prove: (ctx: Context) => Promise<readonly Finding[]>;
}

/** What a module hands to app.ts: its share of the registry, its routes, its reactions and its timed work. */
export interface Module {
  readonly name: string;
  readonly tables: Readonly<Record<string, Table>>;
  readonly stores?: readonly StoreSpec[];
  /** Companies it may send personal data to, or get it from. */
  readonly processors?: readonly ProcessorSpec[];
  /** Triggers of its tables other than those of append-only, as `schema.table.trigger`. */
  readonly triggers?: readonly string[];
  readonly facts?: Readonly<Record<string, Pick<FactType, 'factName' | 'shape'>>>;
  readonly reactions?: readonly Reaction[];
  readonly jobs?: readonly TimedJob[];
  readonly provers?: readonly Prover[];
  readonly routes?: (http: Http) => void;
}
