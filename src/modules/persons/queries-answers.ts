import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { KernelRows } from '#kernel/tables.ts';

const rows = (ctx: Context): Kysely<KernelRows> => ctx.tx;

/** Stored answers to requests, by their scope. */
export async function selectAnswers(
  ctx: Context,
  after: Buffer,
  limit: number,
): Promise<{ scope: Buffer; answer: Buffer }[]> {
  const found = await rows(ctx)
    .selectFrom('kernel.idempotency_key')
    .select(['scope', 'answer'])
    .where('answer', 'is not', null)
    .where('scope', '>', after)
    .orderBy('scope')
    .limit(limit)
    .execute();
  return found.flatMap(({ scope, answer }) => (answer ? [{ scope, answer }] : []));
}

/** Leaves of answers only that their requests were done. */
export async function blankAnswers(ctx: Context, scopes: readonly Buffer[]): Promise<void> {
  await rows(ctx)
    .updateTable('kernel.idempotency_key')
    .set({ state: 'committed', status: null, answer: null })
    .where('scope', '=', sql<Buffer>`any(${scopes})`)
    .execute();
}
