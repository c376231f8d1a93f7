import type { Profile } from './profile.ts';

/** An open shop: browse, search, buy as a guest or with an account, be shipped to. */
export const openkommerce: Profile = { name: 'openkommerce', says: 'An open shop.', faces: ['shop'] };
