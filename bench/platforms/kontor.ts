/** Kontor as it runs in a shop: a PostgreSQL of its own with durable writes, two web processes, a worker apart. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '#kernel/embedded-postgres.ts';
import type { Tenant } from '#kernel/context.ts';
import { readSettings } from '#kernel/settings.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { upsertProduct } from '#modules/catalog/index.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { availability, setStock } from '#modules/inventory/index.ts';
import { deliveryOptions, setPrices } from '#modules/pricing/index.ts';
import { createTenant } from '#modules/tenancy/index.ts';
import pg from 'pg';
import { buildHouse, openLog, rootKeyOf } from '../../src/build-house.ts';
import type { BuiltHouse } from '../../src/build-house.ts';
import { furnishTenant } from '../../src/commands/furnish-tenant.ts';
import { connect } from '../../src/connect.ts';
import { startProgram } from '../children.ts';
import type { Platform, Product, RunningPlatform, Site, StartOptions } from '../platform.ts';
import { addresses, privacyOf } from './kontor-privacy.ts';
import { benchActor, listings, makeCatalogue } from './kontor-catalogue.ts';

const host = 'bench.localhost';
const command = fileURLToPath(new URL('../../kontor', import.meta.url));

export const kontor: Platform = { name: 'Kontor', start };

async function start(options: StartOptions): Promise<RunningPlatform> {
  const ends: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).toReversed()) await end();
  };
  try {
    return await startAll(options, ends, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(
  options: StartOptions,
  ends: (() => Promise<void>)[],
  stop: () => Promise<void>,
): Promise<RunningPlatform> {
  const { folder, progress, products: count } = options;
  progress('starting PostgreSQL');
  const postgresFolder = join(folder, 'postgres');
  const server = await startEmbeddedPostgres({ dataDir: postgresFolder, log: () => undefined });
  ends.push(() => server.stop());
  const databaseUrl = await makeDatabase(server.url, 'kontor');
  const keystoreUrl = await makeDatabase(server.url, 'kontor_keys');
  const env = {
    DATABASE_URL: databaseUrl,
    KEYSTORE_URL: keystoreUrl,
    KONTOR_DATA: folder,
    LOG_LEVEL: 'warn',
    PORT: '0',
    KONTOR_DEMO: 'false',
  };

  progress('migrating');
  const settings = readSettings(env);
  const log = openLog('warn');
  const connection = await connect(settings, { log, migrate: true, own: false });
  const house = await buildHouse(settings, connection, {
    log,
    rootKey: await rootKeyOf(settings),
    poolSize: 4,
  });
  ends.push(() => house.close());
  const tenant = await openShop(house);
  const products = await makeCatalogue(house, tenant, count, (made) =>
    progress(`making products: ${made} of ${count}`),
  );
  await asSuperuser(databaseUrl, 'vacuum analyze');

  progress('starting the web processes');
  const sites: Site[] = [];
  for (const flags of [options.nodeFlags, []]) {
    const web = await startProgram<{ address: string }>(command, ['web', '--json'], {
      ...env,
      NODE_OPTIONS: flags.join(' '),
    });
    ends.push(() => web.stop());
    sites.push({
      host: '127.0.0.1',
      port: Number(new URL(web.ready.address).port),
      name: host,
      pid: web.pid,
    });
  }

  return {
    buyerUrl: new URL('kontor-buyer.ts', import.meta.url).href,
    sites,
    shelf: { products, listings, facts: await factsOf(house, tenant) },
    postgres: {
      pid: Number((await readFile(join(postgresFolder, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]),
      url: databaseUrl,
      databases: ['kontor', 'kontor_keys'],
      oneRow: { text: 'select * from tenancy.tenant where id = $1', values: [tenant.id] },
    },
    async startWorker() {
      const worker = await startProgram(command, ['worker', '--json'], env);
      ends.push(() => worker.stop());
      return worker;
    },
    changePrice: (product, amountMinor) =>
      unitOfWork(house, { tenant, actor: benchActor }, (ctx) =>
        setPrices(
          ctx,
          product.offers.map((offerId) => ({
            offerId: offerId as OfferId,
            currency: 'EUR',
            amountMinor: BigInt(amountMinor),
          })),
        ),
      ),
    offerLast: (units) => offerLast(house, tenant, units),
    privacy: privacyOf(house, tenant, databaseUrl),
    stop,
  };
}

async function makeDatabase(serverUrl: string, name: string): Promise<string> {
  await asSuperuser(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function asSuperuser(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function openShop(house: BuiltHouse): Promise<Tenant> {
  const tenant = await createTenant(house, {
    slug: 'bench',
    profile: 'openkommerce',
    hosts: [host],
    demo: false,
    shop: {
      name: 'Bench',
      country: 'DE',
      legalName: 'Bench GmbH',
      legalAddress: 'Marktplatz 1\n20095 Hamburg',
      contactEmail: 'shop@example.org',
      bankHolder: 'Bench GmbH',
      bankIban: 'DE02120300000000202051',
      bankBic: 'BYLADEM1001',
    },
  });
  await furnishTenant(house, tenant, { ownerEmail: undefined });
  return tenant;
}

/** What a buyer reads on the way: the cheapest way of delivery, and a way to pay that needs no other company. */
async function factsOf(house: BuiltHouse, tenant: Tenant): Promise<Record<string, string>> {
  const question = {
    country: 'DE',
    postcode: '20095',
    currency: 'EUR',
    weightGrams: 500,
    goodsMinor: 2_000n,
  };
  const [option] = await unitOfWork(house, { tenant, actor: benchActor }, (ctx) =>
    deliveryOptions(ctx, question),
  );
  if (!option) throw new Error('the shop delivers nowhere');
  return { shippingOption: option.id, provider: 'bank-transfer', ...addresses };
}

async function offerLast(
  house: BuiltHouse,
  tenant: Tenant,
  units: number,
): Promise<{ product: Product; left: () => Promise<number> }> {
  const work = { tenant, actor: benchActor };
  const product = await unitOfWork(house, work, async (ctx) => {
    const { slug, offers } = await upsertProduct(ctx, {
      title: 'The last of its kind',
      slug: 'the-last',
      status: 'active',
      variants: [{ options: [], sku: 'LAST', weightGrams: 500 }],
    });
    const offerIds = offers.map(({ offerId }) => offerId);
    await setPrices(
      ctx,
      offerIds.map((offerId) => ({ offerId, currency: 'EUR', amountMinor: 1_900n })),
    );
    await setStock(
      ctx,
      offerIds.map((offerId) => ({ offerId, quantity: units })),
    );
    return { slug, offers: offerIds };
  });
  const [offerId] = product.offers;
  return {
    product,
    left: () =>
      unitOfWork(
        house,
        work,
        async (ctx) => (await availability(ctx, product.offers)).get(offerId as OfferId) ?? 0,
      ),
  };
}
