/**
 * Catalogues in and out: the product files of Shopify (both dialects) and WooCommerce, read with a report of every
 * row that could not be taken, and written so that reading them again gives the same shop.
 */
import type { Module } from '#kernel/module.ts';
import { jobs } from './jobs.ts';
import { pictureProcessor } from './pictures.ts';
import { pictureRoutes } from './routes-pictures.ts';
import { routes } from './routes.ts';
import { stores, tables } from './tables.ts';

export { importProducts } from './import-products.ts';
export type { ImportOptions, ImportSource } from './import-products.ts';
export type { ImportProgress } from './import-run.ts';
export { fetchPictures } from './fetch-pictures.ts';
export { exportProducts } from './export-products.ts';
export type { ExportOptions } from './export-products.ts';
export { readReport } from './list-imports.ts';
export { agreeOnPictures, pictureProcessor, picturesOfImport } from './pictures.ts';
export { reportCsv } from './report.ts';
export type { Format, ImportId } from './tables.ts';

export const exchangeModule: Module = {
  name: 'exchange',
  tables,
  stores,
  processors: [pictureProcessor],
  jobs,
  routes: (http) => {
    routes(http);
    pictureRoutes(http);
  },
};
