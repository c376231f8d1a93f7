import type { Locale } from '#kernel/context.ts';

/** The languages the shop window speaks; which of them a reader sees is decided before any page is asked for. */
export const locales: readonly Locale[] = ['en', 'de'];
