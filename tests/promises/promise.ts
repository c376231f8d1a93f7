import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { clauses, isBuilt } from '#modules/policy/index.ts';
import type { ClauseId, ClausePrefix } from '#modules/policy/index.ts';

/** One executable check of one clause: what is tried, in a sentence, and the trial. */
export interface Check {
  readonly tries: string;
  readonly run: (t: TestContext) => Promise<void>;
}

/** Checks by the clause that they keep. */
export type Checks = Readonly<Partial<Record<ClauseId, Check>>>;

/** Puts the checks of several themes together; a clause that two of them claim is a mistake. */
export function allOf(...themes: readonly Checks[]): Checks {
  const together: Partial<Record<ClauseId, Check>> = {};
  for (const theme of themes) {
    for (const [id, one] of Object.entries(theme) as [ClauseId, Check][]) {
      assert(together[id] === undefined, `two checks claim ${id}`);
      assert(
        clauses.some((clause) => clause.id === id),
        `there is no clause ${id}`,
      );
      together[id] = one;
    }
  }
  return together;
}

/**
 * Runs one check for every clause of a policy and names those that are pending. Each test bears the clause's id and words.
 *
 * A clause whose face exists and that nobody checks fails: no promise is forgotten, and none that is pending passes.
 */
export function keepPromises(prefix: ClausePrefix, checks: Checks): void {
  const trials = new Map<Check['run'], Promise<void>>();
  // Promises that say the same thing share a trial: it runs once, and each of them stands or falls with it.
  const once = (run: Check['run']) => (t: TestContext) => {
    const trial = trials.get(run) ?? run(t);
    trials.set(run, trial);
    return trial;
  };
  for (const clause of clauses.filter(({ id }) => id.startsWith(`${prefix}-`))) {
    const { id, promise, face } = clause;
    const trial = checks[id];
    if (!isBuilt(clause)) test(`${id} ${promise.en}`, { skip: `pending: the ${face} does not exist yet` });
    else if (trial) test(`${id} ${promise.en} Tried: ${trial.tries}`, once(trial.run));
    else test(`${id} ${promise.en}`, () => assert.fail(`nobody checks ${id}`));
  }
}
