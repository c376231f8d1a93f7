import { randomBytes } from 'node:crypto';
import type { ScriptReach } from '#kernel/browser-items.ts';

/** Fresh for every page: only scripts that carry it run. */
export const newNonce = (): string => randomBytes(16).toString('base64url');

/** What a page may reach beyond this shop, as the reader allowed it; nothing unless told. */
export interface Reach {
  readonly script: readonly string[];
  readonly connect: readonly string[];
  readonly img: readonly string[];
  readonly frame: readonly string[];
}

export const noReach: Reach = { script: [], connect: [], img: [], frame: [] };

/** What the scripts that a reader allowed need to reach. */
export const reachOf = (scripts: readonly ScriptReach[]): Reach => ({
  script: scripts.map(({ src }) => new URL(src).origin),
  connect: scripts.flatMap(({ connect = [] }) => connect),
  img: scripts.flatMap(({ img = [] }) => img),
  frame: scripts.flatMap(({ frame = [] }) => frame),
});

/**
 * The headers that every page carries.
 *
 * Nothing comes from elsewhere but what the reader allowed, nothing inline runs, nobody may frame us, and no feature of
 * the device is asked for.
 */
export const securityHeaders = (nonce: string, reach: Reach = noReach): Readonly<Record<string, string>> => ({
  'content-security-policy':
    reach === noReach
      ? `script-src 'nonce-${nonce}'; ${policy}`
      : `script-src 'nonce-${nonce}' ${reach.script.join(' ')}; ${policyFor(reach)}`,
  ...sameForAll,
});

const policyFor = ({ connect, img, frame }: Reach): string =>
  Object.entries({
    'default-src': "'none'",
    'style-src': "'self'",
    'img-src': ["'self' data:", ...img].join(' '),
    'font-src': "'self'",
    'connect-src': ["'self'", ...connect].join(' '),
    ...(frame.length > 0 && { 'frame-src': frame.join(' ') }),
    'manifest-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

const policy = policyFor(noReach);

const sameForAll = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
} as const;
