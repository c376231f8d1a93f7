import { permissions } from '#kernel/permissions.ts';
import type { Permission } from '#kernel/permissions.ts';

export const ownerCode = 'owner';

/** The roles that come with the house. A shop makes its own beside them; these follow the house's updates. */
export const shippedRoles: readonly {
  readonly code: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
}[] = [
  { code: ownerCode, name: 'Owner', permissions: Object.keys(permissions) as Permission[] },
  {
    code: 'catalogue',
    name: 'Catalogue',
    permissions: ['catalog.read', 'catalog.write', 'stock.read', 'settings.read'],
  },
  {
    code: 'orders',
    name: 'Orders',
    permissions: [
      'orders.read',
      'orders.write',
      'orders.ship',
      'orders.refund',
      'customers.read',
      'people.reveal',
      'catalog.read',
      'stock.read',
      'outbox.read',
    ],
  },
  {
    code: 'support',
    name: 'Support',
    permissions: ['orders.read', 'customers.read', 'people.reveal', 'catalog.read', 'outbox.read'],
  },
  {
    code: 'finance',
    name: 'Finance',
    permissions: ['finance.read', 'orders.read', 'orders.refund', 'settings.read'],
  },
  {
    code: 'warehouse',
    name: 'Warehouse',
    permissions: ['orders.read', 'orders.ship', 'people.reveal', 'stock.read', 'stock.write', 'catalog.read'],
  },
  {
    code: 'data-protection',
    name: 'Data protection officer',
    permissions: [
      'audit.read',
      'privacy.read',
      'privacy.write',
      'privacy.approve',
      'statistics.read',
      'customers.read',
      'people.reveal',
      'outbox.read',
      'settings.read',
      'orders.read',
    ],
  },
];
