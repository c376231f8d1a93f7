import type { Context } from '#kernel/context.ts';
import { allAttributes } from './queries-taxonomy.ts';

/** The properties that products can have, in their order. */
export async function listAttributes(ctx: Context) {
  const found = await allAttributes(ctx);
  return { items: found.map(({ id, code, label, kind, unit, choices, filterable, position }) => ({ id, code, label, kind, unit, choices, filterable, position })) };
}
