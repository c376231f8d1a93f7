/** A process that erases somebody and is killed at its n-th transaction: before it commits, or right after. */
import { buildHouse, openLog } from '../../src/build-house.ts';
import { readSettings } from '#kernel/settings.ts';
import { asId } from '#kernel/ids.ts';
import type { TenantId } from '#kernel/ids.ts';
import type { House } from '#kernel/house.ts';
import { findTenantById } from '#modules/tenancy/index.ts';
import { erasePersons } from '#modules/persons/index.ts';
import type { ErasureId } from '#modules/persons/index.ts';
import '../../src/modules.ts';
import { testRootKey } from '#testing/template.ts';

const [runtimeUrl = '', keystoreUrl = '', dataDir = '', tenantId = '', erasureId = '', moment = '', at = ''] =
  process.argv.slice(2);

const built = await buildHouse(
  { ...readSettings({ KONTOR_DATA: dataDir, PORT: '0' }), demo: true },
  { runtimeUrl, keystoreUrl },
  { log: openLog('silent'), rootKey: testRootKey, poolSize: 2 },
);
const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('killed');
};
let count = 0;
const { db } = built;
const house: House = {
  ...built,
  db: {
    ...db,
    transaction: async (tenant, run, last) => {
      count += 1;
      const isIt = count === Number(at);
      const value = await db.transaction(
        tenant,
        async (tx) => {
          const done = await run(tx);
          if (isIt && moment === 'before') die();
          return done;
        },
        last,
      );
      if (isIt && moment === 'after') die();
      return value;
    },
  },
};
const tenant = await findTenantById(built.db, asId<TenantId>(tenantId));
if (!tenant) throw new Error('no such tenant');
await erasePersons(house, tenant, asId<ErasureId>(erasureId));
await built.close();
