import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declaredTables, snakeCase } from '#kernel/registry.ts';
import type { Table } from '#kernel/registry.ts';
import { aHouse } from '#testing/house.ts';
import { pathFaults } from './path-faults.ts';
import { personTables } from './paths.ts';
import { selectUnchangeable } from './queries-erase.ts';
import { selectForeignKeys, selectIndexed } from './queries-paths.ts';

const ours = new Map([...declaredTables()].filter(([, { scope }]) => scope === 'tenant'));

async function faultsOf(
  t: Parameters<typeof aHouse>[0],
  tables: ReadonlyMap<string, Table>,
): Promise<string[]> {
  const shop = await aHouse(t);
  return shop.work(async (ctx) =>
    pathFaults(tables, await selectForeignKeys(ctx), await selectUnchangeable(ctx, [...ours.keys()])),
  );
}

test('every table that points to somebody’s rows says whose they are, and every personal column is reached', async (t) => {
  assert.deepEqual(await faultsOf(t, declaredTables()), []);
});

/** The registry with one table declared in another way. */
const but = (name: string, change: (table: Table) => Table): Map<string, Table> => {
  const table = ours.get(name) ?? assert.fail(name);
  return new Map([...declaredTables(), [name, change(table)]]);
};

const mutations: readonly { readonly says: string; readonly tables: () => Map<string, Table> }[] = [
  {
    says: 'lines that no longer belong to their order',
    tables: () => but('orders.order_line', (table) => ({ ...table, rules: {} })),
  },
  {
    says: 'a role that no longer belongs to its account',
    tables: () => but('identity.membership', (table) => ({ ...table, rules: {} })),
  },
  {
    says: 'an order that names its buyer as any key',
    tables: () =>
      but('orders.order', (table) => ({
        ...table,
        columns: { ...table.columns, buyerId: { spec: { kind: 'plain', because: 'random key' } } },
      })),
  },
  {
    says: 'a mail whose recipient only did something in it',
    tables: () =>
      but('notifications.mail', (table) => ({
        ...table,
        columns: {
          ...table.columns,
          recipientId: { spec: { kind: 'subject', role: 'recipient', nullable: false, reach: 'actor' } },
        },
      })),
  },
  {
    says: 'a proof that is to be deleted and never can',
    tables: () =>
      but('privacy.consent_event', (table) => ({
        ...table,
        rules: { ...table.rules, onErase: 'delete-row' },
      })),
  },
  {
    says: 'a table that belongs to one that is not there',
    tables: () =>
      but('orders.parcel', (table) => ({
        ...table,
        rules: { ...table.rules, belongsTo: { table: 'orders.parcels', by: 'orderId' } },
      })),
  },
];

for (const { says, tables } of mutations) {
  test(`the check of paths notices ${says}`, async (t) => {
    assert.ok((await faultsOf(t, tables())).length > 0);
  });
}

test('no path needs to read a whole table: each has an index that begins with the tenant', async (t) => {
  const shop = await aHouse(t);

  const indexed = await shop.work(selectIndexed);

  const missing = [...personTables().values()].flatMap(({ table, about, parent }) =>
    [...about, ...(parent && about.length === 0 ? [parent.by] : [])]
      .map((column) => `${table.name} ${snakeCase(column)}`)
      .filter((name) => !indexed.has(name)),
  );
  assert.deepEqual(missing, []);
});
