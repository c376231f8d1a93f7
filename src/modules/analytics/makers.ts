import type { Hit } from './visit.ts';

export const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';
export const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0';
export const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

export const aHit = (visitor: number, some: Partial<Hit> = {}): Hit => ({
  ip: `198.51.${Math.floor(visitor / 250)}.${visitor % 250}`,
  userAgent: chrome,
  referrer: undefined,
  host: 'shop.localhost',
  page: '/',
  ...some,
});
