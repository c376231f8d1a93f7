import { currency } from '#kernel/money.ts';
import { createTenant, getTenant, listTenants } from '#modules/tenancy/index.ts';
import type { BuiltHouse } from '../build-house.ts';
import { demoShop } from '../demo/catalogue.ts';
import { hangDemoPictures, seedDemo } from '../demo/seed-demo.ts';
import type { Terminal } from './command.ts';
import { furnishTenant } from './furnish-tenant.ts';
import type { Login } from './furnish-tenant.ts';

export interface Demo {
  readonly host: string;
  /** Goes on while the shop is open: draws the pictures that do not hang yet. */
  readonly pictures: (signal: AbortSignal) => Promise<void>;
}

const slug = 'openkommerce';

/** The demo shop, made at the first start. Shape: undefined when somebody has set up tenants of their own instead. */
export async function ensureDemo(
  house: BuiltHouse,
  terminal: Terminal,
  sayLogin: (login: Login) => void,
): Promise<Demo | undefined> {
  const tenants = await listTenants(house.db);
  const known = tenants.find((one) => one.slug === slug && one.demo);
  if (!known && tenants.length > 0) return undefined;
  const host = `${slug}.localhost`;
  const login = known ? undefined : await openDemo(house, host);
  if (login) sayLogin(login);
  const tenant = await getTenant(house.db, slug);
  if (!(await house.files.has(`${tenant.id}/demo-complete`))) {
    await seedDemo(house, tenant, (line) => terminal.progress(line));
    await house.files.put(`${tenant.id}/demo-complete`, Buffer.from('1'));
  }
  return {
    host,
    pictures: (signal) => hangDemoPictures(house, tenant, signal),
  };
}

async function openDemo(house: BuiltHouse, host: string): Promise<Login | undefined> {
  const tenant = await createTenant(house, {
    slug,
    profile: 'openkommerce',
    // where names below localhost do not resolve, the demo shop answers at localhost itself
    hosts: [host, 'localhost', '127.0.0.1'],
    demo: true,
    shop: {
      name: demoShop.name,
      tagline: demoShop.tagline,
      currency: currency(demoShop.currency),
      accentHue: demoShop.accentHue,
      country: 'DE',
      legalCountry: 'DE',
      legalName: `${demoShop.name} (demo)`,
      legalAddress: 'Musterstraße 1\n10115 Berlin',
      contactEmail: 'hello@shop.example',
      mailFrom: 'hello@shop.example',
      bankHolder: `${demoShop.name} (demo)`,
      bankIban: 'DE02120300000000202051',
      bankBic: 'BYLADEM1001',
    },
  });
  return furnishTenant(house, tenant, { ownerEmail: 'owner@shop.example' });
}
