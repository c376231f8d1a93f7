import type { Kysely } from 'kysely';
import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { react } from '#kernel/relay.ts';
import type { KernelRows } from '#kernel/tables.ts';
import { findTenantById, listTenantIds } from '#modules/tenancy/index.ts';
import { modules } from '../modules.ts';

const reactions = modules.flatMap((module) => module.reactions ?? []);

/** Does here and now what a worker comes to sooner or later: every reaction to what happened, until nothing is left. */
export async function settle(house: House): Promise<void> {
  for (const id of await listTenantIds(house.db)) {
    const tenant = await findTenantById(house.db, id);
    while (tenant && (await settleOnce(house, tenant)) > 0);
  }
}

async function settleOnce(house: House, tenant: Tenant): Promise<number> {
  const facts = await house.db.transaction(tenant.id, (tx: Kysely<KernelRows>) =>
    tx
      .updateTable('kernel.fact')
      .set({ relayedAt: house.clock() })
      .where('relayedAt', 'is', null)
      .returning(['id', 'name'])
      .execute(),
  );
  for (const { id, name } of facts.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
    for (const reaction of reactions.filter(({ to }) => to === name))
      await react(house, tenant, reaction, { tenantId: tenant.id, factId: id, reaction: reaction.name });
  return facts.length;
}
