import type { ProfileName } from '#kernel/profile.ts';
import type { createTenant } from '#modules/tenancy/index.ts';

/** A shop of another profile beside the one of the test, in a country whose law asks for 13 years. */
export const aTenantOf = (profile: ProfileName, slug: string): Parameters<typeof createTenant>[1] => ({
  slug,
  profile,
  hosts: [`${slug}.localhost`],
  demo: true,
  shop: {
    name: 'Market',
    country: 'BE',
    legalName: 'Market NV',
    legalAddress: 'Marktplein 1\n1000 Brussel',
    contactEmail: 'shop@example.org',
    bankHolder: 'Market NV',
    bankIban: 'BE68539007547034',
    bankBic: 'KREDBEBB',
  },
});
