import assert from 'node:assert/strict';
import type { Context } from './context.ts';
import { rowsOf } from './rows-of.ts';

/**
 * The next of the numbers that people see, such as order numbers, starting at 1001.
 *
 * Ask late in a transaction: the counter is locked until it ends. A rolled-back transaction gives its number back.
 */
export async function nextNumber(ctx: Context, name: string): Promise<bigint> {
  const [counted] = await rowsOf<{ value: bigint }>(ctx)`
    insert into kernel.counter (tenant_id, name, value) values (${ctx.tenant.id}, ${name}, 1001)
    on conflict (tenant_id, name) do update set value = kernel.counter.value + 1
    returning value`;
  assert(counted, 'a counter that was there or has just begun');
  return counted.value;
}
