/**
 * Tenancy: which shop answers to which host, and how it is set up.
 * A tenant is made whole by `createTenant`; from then on row-level security keeps it apart from every other.
 */
import type { Module } from '#kernel/module.ts';
import { routes } from './routes.ts';
import { tables } from './tables.ts';

export { createTenant } from './create-tenant.ts';
export type { NewTenant } from './create-tenant.ts';
export { findTenantByHost, findTenantById, getTenant, listTenantIds, listTenants } from './find-tenant.ts';
export type { TenantRow } from './find-tenant.ts';
export { getShop, saveShop } from './save-shop.ts';
export type { Shop, ShopChange } from './shop.ts';

export const tenancyModule: Module = { name: 'tenancy', tables, routes };
