import type { Locale } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import { plain, reference, table } from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';

const tenant = reference('tenancy.tenant', {
  id: plain<TenantId>('random key'),
  slug: plain<string>('name of the shop in commands'),
  profile: plain<string>('which face of Kontor it has'),
  demo: plain<boolean>('whether the test card may be used'),
  createdAt: plain<Date>('when it was made'),
});

const host = reference('tenancy.host', {
  host: plain<string>('public name of the shop'),
  tenant: plain<TenantId>('tenant key'),
  createdAt: plain<Date>('when it was added'),
});

const published = 'published by law in the imprint and on every mail';

const shop = table('tenancy.shop', {
  tenantId: plain<TenantId>('tenant key'),
  version: plain<number>('for If-Match'),
  name: plain<string>('the shop window'),
  tagline: plain<string>('the shop window'),
  currency: plain<string>('money'),
  locale: plain<Locale>('language of the shop'),
  country: plain<string>('where it sells from'),
  pricesIncludeTax: plain<boolean>('how prices are shown'),
  accentHue: plain<number>('the look'),
  legalName: plain<string>(published),
  legalAddress: plain<string>(published),
  legalCountry: plain<string>(published),
  vatId: plain<string | null>(published),
  registration: plain<string | null>(published),
  contactEmail: plain<string>(published),
  contactPhone: plain<string | null>(published),
  mailFrom: plain<string>('address that mails come from'),
  bankHolder: plain<string | null>('shown to everyone who pays by bank transfer'),
  bankIban: plain<string | null>('shown to everyone who pays by bank transfer'),
  bankBic: plain<string | null>('shown to everyone who pays by bank transfer'),
  updatedAt: plain<Date>('when it was changed'),
});

export const tables = { tenant, host, shop };
export type TenancyRows = Rows<typeof tables>;
