import type { Format } from '#modules/exchange/index.ts';

/** The product files that go in and out. */
export const formats: readonly Format[] = ['shopify', 'shopify-legacy', 'woocommerce'];

export const isFormat = (text: string): text is Format => formats.some((format) => format === text);
