import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { consentChecks } from './consent.ts';

/** Several clauses may rest on one trial: here each trial runs once and names them all. */
const trials = new Map<(t: TestContext) => Promise<void>, string[]>();
for (const [id, { tries, run }] of Object.entries(consentChecks))
  trials.set(run, [...(trials.get(run) ?? []), `${id}: ${tries}`]);

for (const [run, names] of trials) test(names.join('; '), run);
