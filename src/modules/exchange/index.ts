/**
 * Catalogues in and out: the product files of Shopify (both dialects) and WooCommerce, read with a report of every
 * row that could not be taken, and written so that reading them again gives the same shop.
 */
import type { Module } from '#kernel/module.ts';
import { stores, tables } from './tables.ts';

export const exchangeModule: Module = { name: 'exchange', tables, stores };
