import { pipeline } from 'node:stream';
import type { Readable, Transform } from 'node:stream';
import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { SealBroken, vault } from '#modules/privacy/index.ts';
import { workOf } from './import-run.ts';
import { idsOfRunsWithFile } from './queries.ts';
import type { ImportId } from './tables.ts';

// Whoever picks the wrong file uploads their customers: what waits to be imported is sealed, whatever it is.

const uploadingMs = 3_600_000;

const folderOf = (tenant: Tenant): string => `${tenant.id}/import`;
const keyOf = (tenant: Tenant, id: ImportId): string => `${folderOf(tenant)}/${id}`;
const sealName = (id: ImportId): string => `exchange.file|${id}`;

/** Keeps the file of an import until it is done, sealed while it arrives. */
export async function keepUpload(
  house: House,
  tenant: Tenant,
  id: ImportId,
  content: Readable,
): Promise<void> {
  const sealing = await vault.sealingForTenant({ keys: house.keys, tenant }, sealName(id));
  await house.files.put(keyOf(tenant, id), joined(content, sealing));
}

/** The file of an import, opened while it is read. Shape: undefined when it is not here. */
export async function openUpload(house: House, tenant: Tenant, id: ImportId): Promise<Readable | undefined> {
  if (!(await house.files.has(keyOf(tenant, id)))) return undefined;
  const opening = await vault.openingForTenant({ keys: house.keys, tenant }, sealName(id));
  return joined(house.files.stream(keyOf(tenant, id)), opening);
}

/** What goes wrong before the seal is told to whoever reads behind it. */
const joined = (from: Readable, seal: Transform): Readable => {
  pipeline(from, seal, () => undefined);
  return seal;
};

/** Keeps the file of a dry run once more, for the import itself. Shape: false when it is not here, or not whole. */
export async function repeatUpload(
  house: House,
  tenant: Tenant,
  tried: ImportId,
  id: ImportId,
): Promise<boolean> {
  const file = await openUpload(house, tenant, tried);
  return file ? keepUpload(house, tenant, id, file).then(() => true, falseIfBroken) : false;
}

function falseIfBroken(error: unknown): false {
  if (error instanceof SealBroken) return false;
  throw error;
}

export const removeUpload = (house: House, tenant: Tenant, id: ImportId): Promise<void> =>
  house.files.remove(keyOf(tenant, id));

/** Removes files that no import needs: a process may die between the end of an import and its file, or in an upload. */
export async function removeLostUploads(house: House, tenant: Tenant): Promise<void> {
  const needed = await workOf(house, tenant)(idsOfRunsWithFile);
  const keys = new Set(needed.map((id) => keyOf(tenant, id)));
  const before = new Date(house.clock().getTime() - uploadingMs);
  for (const { key, changedAt } of await house.files.list(folderOf(tenant)))
    if (!keys.has(key) && changedAt < before) await house.files.remove(key);
}
