import type { Profile } from '#kernel/profile.ts';
import { everyShop, usualRights } from './common.ts';

/** A marketplace of new and used things, between vendors, private people and buyers. */
export const k7tracks: Profile = {
  name: 'k7tracks',
  clauses: 'K7',
  says: 'A marketplace for new and used things.',
  faces: ['shop', 'marketplace', 'seller'],
  roles: [
    { role: 'visitor', minAge: 13, says: { en: 'looks around', de: 'sieht sich um' } },
    { role: 'buyer', minAge: 13, says: { en: 'buys something', de: 'kauft etwas' } },
    { role: 'seller', minAge: 18, says: { en: 'sells something', de: 'verkauft etwas' } },
    {
      role: 'staff',
      minAge: 18,
      says: { en: 'works for the marketplace', de: 'arbeitet für den Marktplatz' },
    },
  ],
  purposes: [...everyShop, 'verify', 'marketing', 'analytics', 'personalise', 'advertise'],
  regions: 'global-scc',
  processors: [
    {
      name: 'paypal',
      company: 'PayPal (Europe) S.à r.l. et Cie, S.C.A.',
      role: 'payment',
      country: 'LU',
      mechanism: 'inside the EEA',
      purposes: ['pay'],
      fields: ['reference', 'amount'],
      face: 'marketplace',
      says: {
        en: 'takes the payment; card and account data are entered with it, never here',
        de: 'nimmt die Zahlung an; Karten- und Kontodaten werden dort eingegeben, nie hier',
      },
    },
  ],
  cookies: { categories: ['essential', 'performance', 'functionality', 'targeting'] },
  statistics: 'consented and aggregate',
  advertising: 'consent',
  marketing: { own: 'consent', imported: 'off' },
  retention: {},
  notice: { channels: ['post', 'in-app', 'e-mail'], everyChange: false },
  rights: usualRights,
  askAgainAfter: { months: 6 },
  documents: ['customer', 'account holder', 'vendor', 'staff'],
  laterPurposes: {
    verify: 'the seller face is to come',
    analytics:
      'statistics about single people, with their consent, are not built; visits are counted without',
    advertise: 'the marketplace face is to come',
  },
  links: [],
};
