import type { Device } from './account.ts';

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/\bFirefox\/|FxiOS/, 'Firefox'],
  [/\bChrom(?:e|ium)\/|CriOS/, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

const first = (known: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  known.find(([pattern]) => pattern.test(text))?.[1];

/** Keeps of a device what its owner needs to recognise it, and no more. */
export function coarseDevice(ip: string, userAgent: string): Device {
  const browser = first(browsers, userAgent);
  const system = first(systems, userAgent);
  return {
    ip: networkOf(ip),
    userAgent: browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'Another program'),
  };
}

/** The network an address belongs to: /24 of IPv4, /48 of IPv6; empty when it is no address. */
function networkOf(ip: string): string {
  const four = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(ip)?.[1];
  if (four) return `${four}.0`;
  return ip.includes(':') ? `${wideGroups(ip).slice(0, 3).join(':')}::` : '';
}

/** Who counts as one for rate limits: an IPv4 address, an IPv6 /64. */
export const callerOf = (ip: string): string =>
  ip.includes(':') && !ip.includes('.') ? wideGroups(ip).slice(0, 4).join(':') : ip.replace(/^::ffff:/i, '');

function wideGroups(ip: string): string[] {
  const [head = '', tail] = ip.split('::');
  const start = head.split(':').filter(Boolean);
  const end = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - start.length - end.length);
  return [...start, ...Array.from({ length: zeros }, () => '0'), ...end].map((group) =>
    group.replace(/^0+(?=.)/, '').toLowerCase(),
  );
}
