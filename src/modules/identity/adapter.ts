import assert from 'node:assert/strict';
import { createAdapterFactory } from 'better-auth/adapters';
import { openScope as scope } from './adapter-model.ts';
import type { Condition, ModelRecord, ModelStore } from './adapter-model.ts';
import { credentialStore } from './adapter-credential.ts';
import { sessionStore } from './adapter-session.ts';
import { userStore } from './adapter-user.ts';
import { verificationStore } from './adapter-verification.ts';

const stores: Readonly<Record<string, ModelStore>> = {
  user: userStore,
  account: credentialStore,
  session: sessionStore,
  verification: verificationStore,
};

function storeOf(model: string): ModelStore {
  const store = stores[model];
  assert(store, `better-auth asks for the model ${model}, which we do not keep`);
  return store;
}

const plainOf = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value);

function holds(record: ModelRecord, { field, operator, value, connector }: Condition): boolean {
  assert(connector !== 'OR', 'better-auth asks with OR, which none of its models here needs');
  const compare = comparisons[operator ?? 'eq'];
  assert(compare, `better-auth compares with ${operator}, which we do not know`);
  return compare(plainOf(record[field]), plainOf(value) as never);
}

const comparisons: Readonly<Record<string, (is: unknown, wanted: never) => boolean>> = {
  eq: (is, wanted) => is === wanted,
  ne: (is, wanted) => is !== wanted,
  lt: (is, wanted) => (is as number) < wanted,
  lte: (is, wanted) => (is as number) <= wanted,
  gt: (is, wanted) => (is as number) > wanted,
  gte: (is, wanted) => (is as number) >= wanted,
  in: (is, wanted: readonly unknown[]) => wanted.includes(is),
};

async function find(model: string, where: readonly Condition[]): Promise<ModelRecord[]> {
  const records = await storeOf(model).load(scope(), where);
  return records.filter((record) => where.every((condition) => holds(record, condition)));
}

/**
 * better-auth's database, which is ours: it runs inside the unit of work of the request and never sees a table.
 *
 * An e-mail address in a condition becomes its blind index, a token its keyed hash; what is written is sealed first.
 */
export const kontorAdapter = createAdapterFactory({
  config: {
    adapterId: 'kontor',
    adapterName: 'Kontor',
    supportsNumericIds: false,
    supportsUUIDs: false,
    supportsDates: true,
    supportsBooleans: true,
    transaction: false,
  },
  adapter: () => ({
    create: async ({ model, data }) => (await storeOf(model).create(scope(), data)) as typeof data,
    update: async <T>({ model, where, update }: { model: string; where: Condition[]; update: T }) => {
      const [record] = await find(model, where);
      return record ? ((await storeOf(model).update(scope(), record, update as ModelRecord)) as T) : null;
    },
    updateMany: async ({ model, where, update }) => {
      const records = await find(model, where);
      for (const record of records) await storeOf(model).update(scope(), record, update);
      return records.length;
    },
    findOne: async <T>({ model, where }: { model: string; where: Condition[] }) =>
      ((await find(model, where))[0] as T | undefined) ?? null,
    findMany: async <T>({
      model,
      where = [],
      limit,
    }: {
      model: string;
      where?: Condition[] | undefined;
      limit: number;
    }) => (await find(model, where)).slice(0, limit) as T[],
    delete: async ({ model, where }) => {
      await storeOf(model).remove(scope(), where, await find(model, where));
    },
    deleteMany: async ({ model, where }) => storeOf(model).remove(scope(), where, await find(model, where)),
    consumeOne: async <T>({ model, where }: { model: string; where: Condition[] }) => {
      const store = storeOf(model);
      assert(store.consume, `better-auth uses up a ${model}, which is not used up here`);
      return (await store.consume(scope(), where)) as T | null;
    },
    count: async ({ model, where = [] }) => (await find(model, where)).length,
  }),
});
