import type { Kysely } from 'kysely';
import type { Context } from './context.ts';
import type { KernelRows } from './tables.ts';

/**
 * The next of the numbers that people see, such as order numbers, starting at 1001.
 *
 * Ask late in a transaction: the counter is locked until it ends. A rolled-back transaction gives its number back.
 */
export async function nextNumber(ctx: Context, name: string): Promise<bigint> {
  const tx: Kysely<KernelRows> = ctx.tx;
  const row = await tx
    .insertInto('kernel.counter')
    .values({ name, value: 1001n })
    .onConflict((clash) =>
      clash
        .columns(['tenantId', 'name'])
        .doUpdateSet((eb) => ({ value: eb('kernel.counter.value', '+', 1n) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}
