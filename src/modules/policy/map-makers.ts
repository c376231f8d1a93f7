import { declaredTables } from '#kernel/registry.ts';
import type { BrowserItem } from '#kernel/browser-items.ts';
import type { Table } from '#kernel/registry.ts';
import type { Profile } from '#kernel/profile.ts';
import { openkommerce } from '#profiles/openkommerce.ts';
import { readMap } from './read-map.ts';
import type { MapSources } from './read-map.ts';
import type { DataMap, MapRecipient } from './map.ts';

/** A mail company inside the European Economic Area. */
export const aRecipient = (changed: Partial<MapRecipient> = {}): MapRecipient => ({
  name: 'mail',
  company: 'Brief & Sohn GmbH',
  role: 'mail',
  country: 'DE',
  mechanism: 'inside the EEA',
  purposes: ['notify'],
  categories: ['contact.email', 'content.message'],
  ...changed,
});

/** The cart cookie. */
export const aCookie = (changed: Partial<BrowserItem> = {}): BrowserItem => ({
  kind: 'cookie',
  name: 'kontor_cart',
  category: 'essential',
  setBy: 'us',
  says: { en: 'Remembers which cart is yours.', de: 'Merkt sich, welcher Warenkorb Ihrer ist.' },
  lifetimeSeconds: 30 * 86_400,
  lasts: { en: '30 days', de: '30 Tage' },
  ...changed,
});

/** What a map is read from, for tests: every declared table, one recipient, one cookie, somebody responsible. */
const mapSources = (changed: Partial<MapSources> = {}): MapSources => ({
  tables: declaredTables().values(),
  stores: [],
  browser: [aCookie()],
  recipients: [aRecipient()],
  profile: openkommerce,
  controller: {
    name: 'Test Shop GmbH',
    address: 'Marktplatz 1\n20095 Hamburg',
    country: 'DE',
    email: 'shop@example.org',
    phone: null,
    vatId: 'DE123456789',
    registration: null,
  },
  law: [{ retention: 'bookkeeping', span: { years: 8 }, cites: 'DE AO § 147(3)' }],
  promised: () => undefined,
  ...changed,
});

/** The map of a shop that is just so. */
export const aMap = (changed: Partial<MapSources> = {}): DataMap => readMap(mapSources(changed));

/** As `aMap`, with tables of its own and a profile whose purposes are exactly theirs. */
export const aMapOf = (
  tables: readonly Table[],
  profile: Profile,
  changed: Partial<MapSources> = {},
): DataMap => readMap(mapSources({ tables, profile, ...changed }));
