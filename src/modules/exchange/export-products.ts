import { stringify } from 'csv-stringify/sync';
import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { catalogueProperties, readCatalogue } from '#modules/catalog/index.ts';
import type { ProductId } from '#modules/catalog/index.ts';
import { availability } from '#modules/inventory/index.ts';
import { shopifyHeadings, shopifyRows } from './export-shopify.ts';
import { wooHeadings, wooRows } from './export-woo.ts';
import { workOf } from './import-run.ts';
import type { Format } from './tables.ts';

export interface ExportOptions {
  /** Default: Shopify's dialect of today. */
  readonly format?: Format;
  /** Where this shop's pictures can be fetched, `https://shop.example`. */
  readonly origin?: string;
}

const portion = 100;

/**
 * Writes the whole catalogue, drafts and archived products included, as a file that the other shop and we ourselves can read.
 *
 * Texts that a spreadsheet would run as a formula are made safe as those shops do. Read again into an empty shop, it gives the
 * same catalogue; uploaded pictures come back as addresses. Shape: pieces of CSV text, a portion of products each.
 */
export async function* exportProducts(
  house: House,
  tenant: Tenant,
  { format = 'shopify', origin }: ExportOptions = {},
): AsyncGenerator<string> {
  const work = workOf(house, tenant);
  const base = origin ?? house.settings.publicUrl ?? `http://${tenant.slug}.localhost:${house.settings.port}`;
  const fixed = {
    currency: tenant.currency,
    ...(await work(catalogueProperties)),
    pictureUrl: (id: string) => new URL(`/media/${id}/large.webp`, base).href,
  };
  const headings =
    format === 'woocommerce'
      ? wooHeadings({ ...fixed, stock: new Map() })
      : shopifyHeadings(format === 'shopify-legacy', { ...fixed, stock: new Map() });
  yield stringify([headings]);

  let after: ProductId | null = null;
  let number = 0;
  for (;;) {
    const from: ProductId | null = after;
    const { entries, stock } = await work(async (ctx) => {
      const found = await readCatalogue(ctx, { after: from, limit: portion });
      return {
        entries: found,
        stock: await availability(
          ctx,
          found.flatMap(({ variants }) => variants.map(({ offerId }) => offerId)),
        ),
      };
    });
    const shop = { ...fixed, stock };
    const rows = entries.flatMap((entry) => {
      number += 1;
      return format === 'woocommerce' ? wooRows(entry, number, shop) : shopifyRows(entry, shop);
    });
    if (rows.length > 0) yield stringify(rows, { quoted_match: /\r/ });
    if (entries.length < portion) return;
    after = entries.at(-1)?.id ?? null;
  }
}
