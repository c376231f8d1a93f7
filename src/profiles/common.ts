import type { Profile } from '#kernel/profile.ts';

/** What no shop can do without, whatever else it promises. */
export const everyShop = [
  'browse',
  'checkout',
  'fulfil',
  'support',
  'notify',
  'account',
  'pay',
  'bookkeeping',
  'security',
  'administer',
  'rights',
  'suppress',
  'disclose',
  'improve',
] as const satisfies Profile['purposes'];

/** A month by law, three weeks by our own wish, and every door open. Source: GDPR art. 12(3). */
export const usualRights: Profile['rights'] = {
  deadline: { months: 1 },
  target: { days: 21 },
  extension: { months: 2 },
  coolingOff: { hours: 72 },
  doors: ['privacy centre', 'account', 'e-mail', 'staff'],
};
