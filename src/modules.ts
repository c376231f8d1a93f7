import type { MigrationSource } from '#kernel/migrate.ts';
import type { Module } from '#kernel/module.ts';
import type { StoreSpec } from '#kernel/registry.ts';
import { sweepKernel } from '#kernel/sweep.ts';
import { kernelStores, kernelTables } from '#kernel/tables.ts';
import { analyticsModule } from '#modules/analytics/index.ts';
import { catalogModule } from '#modules/catalog/index.ts';
import { checkoutModule } from '#modules/checkout/index.ts';
import { exchangeModule } from '#modules/exchange/index.ts';
import { fulfilmentModule } from '#modules/fulfilment/index.ts';
import { identityModule } from '#modules/identity/index.ts';
import { incidentsModule } from '#modules/incidents/index.ts';
import { inventoryModule } from '#modules/inventory/index.ts';
import { ledgerModule } from '#modules/ledger/index.ts';
import { notificationsModule } from '#modules/notifications/index.ts';
import { ordersModule } from '#modules/orders/index.ts';
import { paymentsModule } from '#modules/payments/index.ts';
import { personsModule } from '#modules/persons/index.ts';
import { declareProvers, policyModule } from '#modules/policy/index.ts';
import { pricingModule } from '#modules/pricing/index.ts';
import { privacyModule, registryFaults, tablesThatLeak } from '#modules/privacy/index.ts';
import { rightsModule } from '#modules/rights/index.ts';
import { retentionModule } from '#modules/retention/index.ts';
import { tenancyModule } from '#modules/tenancy/index.ts';
import { storefrontStores } from '#storefront/index.ts';
// What the dashboard leaves in browsers is a part of the map in every process, also where no pages are served.
import './web/dashboard-items.ts';

/** The kernel's own share of the registry, in the shape of a module. */
const kernelModule: Module = {
  name: 'kernel',
  tables: kernelTables,
  stores: kernelStores,
  jobs: [sweepKernel],
};

/** Every module, in the order of architecture.ts. */
export const modules: readonly Module[] = [
  kernelModule,
  privacyModule,
  retentionModule,
  tenancyModule,
  notificationsModule,
  identityModule,
  personsModule,
  rightsModule,
  incidentsModule,
  analyticsModule,
  policyModule,
  ledgerModule,
  catalogModule,
  pricingModule,
  inventoryModule,
  paymentsModule,
  ordersModule,
  checkoutModule,
  fulfilmentModule,
  exchangeModule,
];

const found = (sentences: readonly string[]) => sentences.map((says) => ({ says, rows: [] }));

declareProvers(
  modules.flatMap((module) => module.provers ?? []),
  [
    {
      name: 'registry',
      says: 'every column, view and trigger is declared, and every declaration exists',
      prove: async (house) => found(await registryFaults(house.db, modules)),
    },
    {
      name: 'wall',
      says: 'a tenant that does not exist sees nothing',
      prove: async (house) => found(await tablesThatLeak(house.db, modules)),
    },
  ],
);

/** Every store that is not a column: queues, files, logs, cookies. */
export const stores: readonly StoreSpec[] = [
  ...modules.flatMap((module) => module.stores ?? []),
  ...storefrontStores,
];

/** Where their migrations are; the kernel's come first. */
export const migrationSources: readonly MigrationSource[] = modules.map(({ name }) => ({
  module: name,
  folder: new URL(
    name === 'kernel' ? './kernel/migrations/' : `./modules/${name}/migrations/`,
    import.meta.url,
  ),
}));
