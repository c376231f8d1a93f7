import type { PolicyLanguage } from './words.ts';

/** Recipients that are no company with a name of its own but something of the shop's: said in the reader's language. */
const ours: Readonly<Record<string, Readonly<Record<Exclude<PolicyLanguage, 'en'>, string>>>> = {
  "The shop's mail server": {
    de: 'Der Mailserver des Shops',
    fr: 'Le serveur de messagerie de la boutique',
    da: 'Butikkens mailserver',
  },
  'Hosts of product pictures': {
    de: 'Die Anbieter der Produktbilder',
    fr: 'Les hébergeurs des images de produits',
    da: 'Værter for produktbilleder',
  },
  'your own WooCommerce server': {
    de: 'Ihr eigener WooCommerce-Server',
    fr: 'votre propre serveur WooCommerce',
    da: 'din egen WooCommerce-server',
  },
};

/** Who gets something, in a language; the name of a company is the same in all of them. */
export const companyIn = (language: PolicyLanguage, company: string): string =>
  language === 'en' ? company : (ours[company]?.[language] ?? company);

/** The other way round, for reading a policy back. */
export const companyFrom = (language: PolicyLanguage, said: string): string =>
  Object.keys(ours).find((company) => companyIn(language, company) === said) ?? said;
