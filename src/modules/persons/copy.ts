import type { Category, KeyClass, Purpose, Source } from '#kernel/registry.ts';

export const copySchema = '/privacy/schema/person-copy.json';
export const copyVersion = 1;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Until when something stays, and what says so. Shape: `until` as an instant, null while nothing ends it. */
export interface CopyKeep {
  readonly until: string | null;
  readonly ground: 'law' | 'promise' | 'none';
  readonly cites: string;
}

/** What a column means: why we have it, what for, where from. */
export interface CopyColumn {
  readonly name: string;
  readonly kind: 'plain' | 'sealed';
  readonly because: string;
  /** The fields of sealed content with the kind of data they are. */
  readonly fields?: Readonly<Record<string, Category>>;
  readonly purposes?: readonly { readonly purpose: Purpose; readonly basis: string; readonly says: string }[];
  readonly source?: Source;
  readonly class?: KeyClass;
  /** The person gave it or it came about by their use, under contract or consent. Source: GDPR art. 20(1). */
  readonly portable: boolean;
  /** Another shop on Kontor takes it over from this file. */
  readonly importable: boolean;
}

export interface CopyRow {
  readonly values: Readonly<Record<string, Json>>;
  /** By column; `row` is for all that has no line of its own. */
  readonly keep: Readonly<Record<string, CopyKeep>>;
}

export interface CopySection {
  readonly table: string;
  readonly columns: readonly CopyColumn[];
  readonly rows: readonly CopyRow[];
}

/** Something that the person does not get, and why. */
export interface CopyWithheld {
  readonly table: string;
  readonly part: string;
  readonly because: string;
  readonly count: number;
}

/**
 * Everything that is kept about a person, in the shape of the published schema.
 *
 * Units: money in the smallest unit of its currency, large numbers as texts, instants in UTC.
 */
export interface PersonCopy {
  readonly schema: typeof copySchema;
  readonly version: typeof copyVersion;
  readonly madeAt: string;
  readonly shop: { readonly name: string; readonly country: string };
  readonly persons: readonly { readonly id: string; readonly role: string; readonly since: string }[];
  readonly sections: readonly CopySection[];
  /** Which companies got what. */
  readonly recipients: readonly {
    readonly processor: string;
    readonly company: string;
    readonly purpose: Purpose;
    readonly fields: readonly string[];
    readonly at: string;
  }[];
  /** Who looked, by kind of reader. */
  readonly readings: readonly {
    readonly at: string;
    readonly by: string;
    readonly purpose: string;
    readonly table: string;
    readonly column: string;
  }[];
  readonly withheld: readonly CopyWithheld[];
}
