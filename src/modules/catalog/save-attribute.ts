import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { refreshListing } from './queries-listing.ts';
import {
  allAttributes,
  deleteAttribute,
  insertAttribute,
  productsWithAttribute,
  updateAttribute,
} from './queries-taxonomy.ts';
import { refuse, refuseTaken } from './refuse.ts';
import type { AttributeId, AttributeKind } from './tables.ts';

interface AttributeChange {
  readonly label?: string;
  readonly unit?: string | null;
  readonly choices?: readonly string[];
  readonly filterable?: boolean;
  readonly position?: number;
}

/** Defines a property that products can have. Its code and kind stay for good. Refuses: catalog.codeTaken. */
export async function defineAttribute(
  ctx: Context,
  input: AttributeChange & { readonly code: string; readonly label: string; readonly kind: AttributeKind },
): Promise<{ id: AttributeId }> {
  const known = await allAttributes(ctx);
  if (known.some((attribute) => attribute.code === input.code)) throw refuse.codeTaken({ field: 'code' });
  const id = newId<AttributeId>();
  await refuseTaken(
    insertAttribute(ctx, {
      id,
      code: input.code,
      label: input.label.trim(),
      kind: input.kind,
      unit: input.unit ?? null,
      choices: [...(input.choices ?? [])],
      filterable: input.filterable ?? false,
      position: input.position ?? known.length,
    }),
  );
  ctx.audit({ action: 'catalog.attributeDefined', on: { table: 'catalog.attribute_definition', id } });
  return { id };
}

/** Changes how a property is named, filtered and ordered. Refuses: catalog.attributeGone. */
export async function changeAttribute(
  ctx: Context,
  id: AttributeId,
  { choices, ...change }: AttributeChange,
): Promise<void> {
  await mustExist(ctx, id);
  const values = { ...change, ...(choices && { choices: [...choices] }) };
  if (Object.keys(values).length > 0) await updateAttribute(ctx, id, values);
  await refreshListing(ctx, await productsWithAttribute(ctx, id));
  ctx.audit({ action: 'catalog.attributeChanged', on: { table: 'catalog.attribute_definition', id } });
}

/** Forgets a property and its values on all products. Refuses: catalog.attributeGone. */
export async function removeAttribute(ctx: Context, id: AttributeId): Promise<void> {
  await mustExist(ctx, id);
  const products = await productsWithAttribute(ctx, id);
  await deleteAttribute(ctx, id);
  await refreshListing(ctx, products);
  ctx.audit({
    action: 'catalog.attributeRemoved',
    on: { table: 'catalog.attribute_definition', id },
    details: { products: products.length },
  });
}

async function mustExist(ctx: Context, id: AttributeId): Promise<void> {
  if (!(await allAttributes(ctx)).some((attribute) => attribute.id === id))
    throw refuse.attributeGone({ id });
}
