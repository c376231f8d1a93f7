import type { Profile } from '#kernel/profile.ts';
import { everyShop, usualRights } from './common.ts';

/** An open shop: browse, search, buy as a guest or with an account, be shipped to. */
export const openkommerce: Profile = {
  name: 'openkommerce',
  clauses: 'OK',
  says: 'An open shop.',
  faces: ['shop'],
  roles: [
    { role: 'visitor', minAge: 'law', says: { en: 'looks around', de: 'sieht sich um' } },
    { role: 'buyer', minAge: 'law', says: { en: 'orders something', de: 'bestellt etwas' } },
    { role: 'staff', minAge: 18, says: { en: 'works in the shop', de: 'arbeitet im Laden' } },
  ],
  purposes: [...everyShop, 'marketing', 'analytics', 'personalise'],
  regions: 'global-scc',
  processors: [],
  cookies: { categories: ['essential', 'performance', 'functionality'] },
  statistics: 'consented',
  advertising: 'off',
  marketing: { own: 'consent', imported: 'off' },
  retention: { account: { months: 24 } },
  notice: { channels: ['post', 'banner'], everyChange: false },
  rights: usualRights,
  askAgainAfter: { months: 6 },
  documents: ['customer', 'account holder', 'staff'],
  laterPurposes: {
    analytics:
      'statistics about single people, with their consent, are not built; visits are counted without',
  },
  links: [],
};
