import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownFacts } from '#kernel/facts.ts';
import { declaredTables } from '#kernel/registry.ts';
import { mayCall } from '../architecture.ts';
import { modules, stores } from './modules.ts';
import { registryFaults } from '#modules/privacy/index.ts';
import { aHouse } from '#testing/house.ts';

test('every module of the architecture stands in the house, in its order', () => {
  assert.deepEqual(
    modules.map((module) => module.name).filter((name) => name !== 'kernel'),
    Object.keys(mayCall),
  );
});

test('PostgreSQL and the registry know the same columns, views and triggers', async (t) => {
  const shop = await aHouse(t);

  assert.deepEqual(await registryFaults(shop.house.db, modules), []);
});

test('every table that is declared anywhere is handed to the gates', () => {
  const handed = new Set(
    modules.flatMap((module) => Object.values(module.tables).map((table) => table.name)),
  );

  assert.deepEqual(
    [...declaredTables().keys()].filter((name) => !handed.has(name)),
    [],
  );
});

test('what a module announces is in its own name, and every reaction listens to something that is announced', () => {
  const announced = new Set(knownFacts().map((fact) => fact.factName));
  const reactions = modules.flatMap((module) => module.reactions ?? []);

  for (const module of modules) {
    for (const fact of Object.values(module.facts ?? {}))
      assert.equal(fact.factName.split('.')[0], module.name);
    for (const reaction of module.reactions ?? []) assert.equal(reaction.name.split('.')[0], module.name);
  }
  assert.deepEqual(
    reactions.filter((reaction) => !announced.has(reaction.to)).map((reaction) => reaction.name),
    [],
  );
  assert.equal(new Set(reactions.map((reaction) => reaction.name)).size, reactions.length);
});

test('facts and jobs carry ids, codes, whole numbers and flags, and nothing else', () => {
  const kinds = new Set(knownFacts().flatMap((fact) => Object.values(fact.shape)));

  assert.deepEqual(
    [...kinds].filter((kind) => !['id', 'ids', 'code', 'integer', 'flag'].includes(kind)),
    [],
  );
  assert.ok(stores.some((store) => store.name === 'pgboss' && store.holds === 'ids only'));
});

test('timed work has a name of its own and every prover says what it proves', () => {
  const jobs = modules.flatMap((module) => module.jobs ?? []).map((job) => job.name);
  const provers = modules.flatMap((module) => module.provers ?? []);

  assert.equal(new Set(jobs).size, jobs.length);
  assert.ok(provers.every((prover) => prover.says.length > 20));
});
