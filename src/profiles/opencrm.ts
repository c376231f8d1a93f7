import type { Profile } from '#kernel/profile.ts';
import { everyShop, usualRights } from './common.ts';

/** Rented customer management: order it, and a system of your own is there within minutes. */
export const opencrm: Profile = {
  name: 'opencrm',
  clauses: 'OC',
  says: 'Customer management that is rented by the month.',
  faces: ['crm', 'subscriptions', 'partners'],
  roles: [
    { role: 'visitor', minAge: 'law', says: { en: 'looks around', de: 'sieht sich um' } },
    {
      role: 'business user',
      minAge: 18,
      says: { en: 'orders and uses a system', de: 'bestellt und nutzt ein System' },
    },
    { role: 'staff', minAge: 18, says: { en: 'works for us', de: 'arbeitet für uns' } },
  ],
  purposes: [...everyShop, 'marketing', 'personalise', 'advertise'],
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
      face: 'subscriptions',
      says: { en: 'takes the payment', de: 'nimmt die Zahlung an' },
    },
    {
      name: 'stripe',
      company: 'Stripe Payments Europe, Limited',
      role: 'payment',
      country: 'IE',
      mechanism: 'inside the EEA',
      purposes: ['pay'],
      fields: ['reference', 'amount'],
      face: 'subscriptions',
      says: { en: 'takes the payment', de: 'nimmt die Zahlung an' },
    },
  ],
  cookies: { categories: ['essential', 'functionality', 'targeting'] },
  statistics: 'aggregate',
  advertising: 'consent',
  marketing: { own: 'consent', imported: 'off' },
  retention: {},
  notice: { channels: ['post'], everyChange: true },
  rights: usualRights,
  askAgainAfter: { months: 6 },
  documents: ['customer', 'account holder', 'staff'],
  laterPurposes: { personalise: 'the crm face is to come', advertise: 'the crm face is to come' },
  // `rights`: the law has us tell a company of a correction or an erasure. Source: GDPR art. 19.
  thirdPartyPurposes: ['checkout', 'pay', 'fulfil', 'notify', 'account', 'bookkeeping', 'rights', 'disclose'],
  links: [
    {
      url: 'https://adssettings.google.com/',
      says: {
        en: 'the advertising settings of Google',
        de: 'die Werbeeinstellungen von Google',
        fr: 'les paramètres publicitaires de Google',
        da: 'Googles indstillinger for annoncer',
      },
      clause: 'OC-25',
    },
  ],
};
