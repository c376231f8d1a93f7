import bowser from 'bowser';
import { isbot } from 'isbot';
import { parse } from 'tldts';
import { device } from './visit.ts';
import type { Device } from './visit.ts';

/** A browser as it is counted: family with its first number, and the kind of device. */
interface Reader {
  readonly browser: string;
  readonly device: Device;
}

/** Every family that is ever stored; the rest is `other`. Source: clause OC-20. */
export const families: Readonly<Record<string, string>> = {
  Chrome: 'Chrome',
  Chromium: 'Chrome',
  'Microsoft Edge': 'Edge',
  Firefox: 'Firefox',
  Safari: 'Safari',
  Opera: 'Opera',
  'Opera Touch': 'Opera',
  'Samsung Internet for Android': 'Samsung Internet',
  'DuckDuckGo Browser': 'DuckDuckGo',
  Vivaldi: 'Vivaldi',
  'UC Browser': 'UC Browser',
  'Yandex Browser': 'Yandex',
};

const known = new Map<string, Reader | undefined>();
const mostKnown = 1_000;

/**
 * Who reads, from what the browser calls itself. Shape: undefined for robots and for programs that say nothing.
 *
 * Names are remembered in memory, by themselves, so that a page costs no parsing.
 */
export function readerOf(userAgent: string | undefined): Reader | undefined {
  if (!userAgent || userAgent.length > 1_000) return undefined;
  if (known.has(userAgent)) return known.get(userAgent);
  if (known.size >= mostKnown) known.clear();
  const reader = isbot(userAgent) ? undefined : parseReader(userAgent);
  known.set(userAgent, reader);
  return reader;
}

/** Empties the memory of what browsers call themselves. */
export const forgetReaders = (): void => known.clear();

function parseReader(userAgent: string): Reader {
  const { browser, platform } = bowser.parse(userAgent);
  const family = families[browser.name ?? ''];
  const major = /^\d{1,3}(?=\.|$)/.exec(browser.version ?? '')?.[0];
  return {
    browser: family ? [family, major].filter(Boolean).join(' ') : 'other',
    device: device.find((kind) => kind === platform.type) ?? 'other',
  };
}

/**
 * The site that a link stood on: its registered domain, without page, query, user or subdomain.
 *
 * Shape: undefined for our own pages and for what is no public site; null when nothing was said. Source: clause OC-19.
 */
export function siteOf(referrer: string | undefined, host: string): string | null | undefined {
  if (!referrer) return null;
  const url = URL.parse(referrer);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  if (url.host === host) return undefined;
  const site = parse(url.hostname);
  if (!site.domain || site.isIcann !== true) return undefined;
  return site.domain === parse(host).domain ? undefined : site.domain;
}
