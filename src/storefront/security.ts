import { randomBytes } from 'node:crypto';

/** Fresh for every page: only scripts that carry it run. */
export const newNonce = (): string => randomBytes(16).toString('base64url');

/**
 * The headers that every page carries.
 *
 * Nothing comes from elsewhere, nothing inline runs, nobody may frame us, and no feature of the device is asked for.
 */
export const securityHeaders = (nonce: string): Readonly<Record<string, string>> => ({
  'content-security-policy': `script-src 'nonce-${nonce}'; ${policy}`,
  ...sameForAll,
});

const policy = Object.entries({
  'default-src': "'none'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
})
  .map(([name, value]) => `${name} ${value}`)
  .join('; ');

const sameForAll = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
} as const;
