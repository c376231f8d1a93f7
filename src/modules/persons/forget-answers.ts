import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import { blankAnswers, selectAnswers } from './queries-answers.ts';
import { keysIn, reach } from './reach.ts';
import type { Traces } from './traces.ts';

const batch = 500;
const anId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Empties stored answers to requests that repeat what these persons said or name what was theirs.
 *
 * That a request was done stays known, so that nobody orders twice by pressing again. Shape: how many were emptied.
 */
export async function forgetAnswers(
  ctx: Context,
  subjects: readonly SubjectId[],
  traces: Traces,
): Promise<number> {
  const reached = await reach(ctx, subjects);
  const ids = new Set<string>(subjects);
  for (const { rows } of reached.values()) for (const id of keysIn(rows, 'id')) ids.add(String(id));
  const said = [...traces.emails, ...traces.phones].map((text) => text.toLowerCase());
  const isTheirs = (text: string): boolean =>
    said.some((one) => text.includes(one)) || (text.match(anId) ?? []).some((id) => ids.has(id));
  let emptied = 0;
  let after: Buffer = Buffer.alloc(0);
  for (;;) {
    const answers = await selectAnswers(ctx, after, batch);
    const theirs: Buffer[] = [];
    for (const { scope, answer } of answers) {
      const text = (await vault.openForTenant(ctx, 'idempotency', answer)).toString().toLowerCase();
      if (isTheirs(text)) theirs.push(scope);
    }
    if (theirs.length > 0) await blankAnswers(ctx, theirs);
    emptied += theirs.length;
    const last = answers.at(-1);
    if (answers.length < batch || !last) return emptied;
    after = last.scope;
  }
}
