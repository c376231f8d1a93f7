import assert from 'node:assert/strict';
import type { ProcessorSpec } from '#kernel/processor.ts';

const known = new Map<string, ProcessorSpec>();

/**
 * Declares a company that receives personal data for the shop, or may; by the module that talks to it.
 *
 * Declared is not agreed: whether a tenant may use it now is for its agreement to say.
 */
export function declareProcessor(spec: ProcessorSpec): ProcessorSpec {
  assert(
    /^[a-z][a-z0-9-]{1,40}$/.test(spec.name),
    `the processor ${spec.name} needs a name of small letters`,
  );
  known.set(spec.name, spec);
  return spec;
}

/** Every company that any loaded module declares, by name. */
export const knownProcessors = (): ReadonlyMap<string, ProcessorSpec> => known;
