import type { Profile } from '#kernel/profile.ts';
import type { Purpose } from '#kernel/registry.ts';
import type { PolicyDocument } from './document.ts';
import type { Fault } from './fault.ts';
import { findFaults } from './find-faults.ts';
import type { DataMap } from './map.ts';
import { printPolicy } from './print-policy.ts';
import { policyLanguages } from './words.ts';

export interface CompileInput {
  readonly map: DataMap;
  readonly profile: Profile;
  readonly carried: readonly Purpose[];
  /** ISO 3166; the country whose authority is named. */
  readonly jurisdiction: string;
  readonly version?: { readonly number: number; readonly publishedAt: Date };
}

export interface Compiled {
  /** One for each role of the profile in each language. */
  readonly documents: readonly PolicyDocument[];
  /** Why none of them may be published. Shape: empty when they may. */
  readonly faults: readonly Fault[];
}

/** Prints every document of a policy and holds them against each other, the map, the law and the promises. A pure function. */
export function compilePolicy({ map, profile, carried, jurisdiction, version }: CompileInput): Compiled {
  const documents = map.documents.flatMap((role) =>
    policyLanguages.map((language) =>
      printPolicy({ map, profile, role, language, jurisdiction, ...(version && { version }) }),
    ),
  );
  return { documents, faults: findFaults({ map, profile, documents, carried }) };
}
