import type { Context } from '#kernel/context.ts';
import { allAttributes, mostAttributes } from './queries-taxonomy.ts';

/** The properties that products can have, in their order. */
export async function listAttributes(ctx: Context) {
  const found = await allAttributes(ctx);
  return {
    items: found.map(({ id, code, label, kind, unit, choices, filterable, position }) => ({
      id,
      code,
      label,
      kind,
      unit,
      choices,
      filterable,
      position,
    })),
  };
}

/** The properties in use and how many the richest product has: what an export needs to know for its headings. */
export async function catalogueProperties(
  ctx: Context,
): Promise<{ readonly attributes: readonly { code: string; label: string }[]; readonly most: number }> {
  const found = await allAttributes(ctx);
  return { attributes: found.map(({ code, label }) => ({ code, label })), most: await mostAttributes(ctx) };
}
