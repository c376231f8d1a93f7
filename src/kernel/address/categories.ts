import type { Address } from '../address.ts';
import type { Category } from '../registry.ts';

/** Which kind of personal data each part of an address is. */
export const addressCategories = {
  name: 'identity.name',
  company: 'identity.company',
  line1: 'contact.address',
  line2: 'contact.address',
  postcode: 'contact.address',
  city: 'contact.address',
  region: 'contact.address',
  country: 'contact.address',
  phone: 'contact.phone',
} as const satisfies Readonly<Record<keyof Address, Category>>;
