import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import pg from 'pg';
import { declaredTables, snakeCase } from '#kernel/registry.ts';
import { registryFaults } from '#modules/privacy/index.ts';
import { aHouse } from '#testing/house.ts';
import { modules } from '../../../src/modules.ts';

const columns = [...declaredTables().values()].flatMap(({ name, columns: own, scope }) =>
  Object.entries(own).map(([column, { spec }]) => ({ name, scope, column: snakeCase(column), spec })),
);
const quoted = (name: string): string =>
  name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.');

test('P1: of all columns of the house, none can go, come or be looked at from the side without the gate naming it', async (t) => {
  const shop = await aHouse(t);
  const client = new pg.Client({ connectionString: shop.adminUrl });
  await client.connect();
  shop.beforeEnd(() => client.end());
  const db = {
    statement: async <Row>(text: string, values?: readonly unknown[]) =>
      (await client.query(text, values as unknown[])).rows as Row[],
  };
  assert.deepEqual(await registryFaults(db, modules), []);
  const deed = fc.constantFrom(
    {
      does: 'drops',
      sql: (table: string, column: string) => `alter table ${quoted(table)} drop column "${column}" cascade`,
    },
    {
      does: 'renames',
      sql: (table: string, column: string) =>
        `alter table ${quoted(table)} rename column "${column}" to moved_away`,
    },
    {
      does: 'adds beside',
      sql: (table: string) => `alter table ${quoted(table)} add column slipped_in text`,
    },
    {
      does: 'looks at',
      sql: (table: string, column: string) =>
        `create view side_door as select "${column}" from ${quoted(table)}`,
    },
    {
      does: 'copies',
      sql: (table: string, column: string) =>
        `create table copied_away as select "${column}" from ${quoted(table)}`,
    },
  );

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...columns), deed, async ({ name, column }, { does, sql }) => {
      await client.query('begin');
      try {
        await client.query(sql(name, column));
        const faults = (await registryFaults(db, modules)).join('\n');
        const names =
          {
            drops: `${name}.${column}`,
            renames: `${name}.moved_away`,
            'adds beside': `${name}.slipped_in`,
            'looks at': 'side_door',
            copies: 'copied_away',
          }[does] ?? '';
        assert.ok(faults.includes(names), `${does} ${name}.${column}: ${faults}`);
      } finally {
        await client.query('rollback');
      }
    }),
    { numRuns: 60 },
  );
});

test('P1: every column that an erasure empties in a row that stays can be empty', async (t) => {
  const shop = await aHouse(t);
  const client = new pg.Client({ connectionString: shop.adminUrl });
  await client.connect();
  shop.beforeEnd(() => client.end());
  const { rows } = await client.query<{ name: string }>(
    `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns where is_nullable = 'NO'`,
  );
  const neverNull = new Set(rows.map(({ name }) => name));

  const stuck = columns.filter(
    ({ name, column, spec }) =>
      spec.kind === 'blindIndex' && spec.onErase !== 'delete-row' && neverNull.has(`${name}.${column}`),
  );
  const unlike = columns.filter(
    ({ name, column, spec }) =>
      spec.kind === 'sealed' && spec.nullable === neverNull.has(`${name}.${column}`),
  );

  assert.deepEqual(
    stuck.map(({ name, column }) => `${name}.${column}`),
    [],
  );
  assert.deepEqual(
    unlike.map(({ name, column }) => `${name}.${column}`),
    [],
    'what is declared is what PostgreSQL allows',
  );
});
