/**
 * The whole system, in reading order.
 *
 * A module may call only the modules listed for it, all of which stand above it, and only through
 * their `index.ts`. Calls go up the list, news goes down: a module listens only to the facts of
 * modules it may call. `.dependency-cruiser.ts` turns this list into checks.
 */
export const mayCall = {
  // What we know about people: data map, sealing, consent, rights, retention, audit; the only door out.
  privacy: [],
  // How long things stay: law packs, clocks, holds, and what deletes when they end.
  retention: ['privacy'],
  // Who runs a shop here: tenants, hosts, profiles, settings.
  tenancy: ['privacy'],
  // Telling people things: mails and their templates, the outbox.
  notifications: ['privacy', 'tenancy'],
  // Who someone is: people, organisations, sign-in, roles.
  identity: ['privacy', 'retention', 'tenancy', 'notifications'],
  // One person across the whole house: find, copy, correct, restrict, merge, erase, by table name from the registry.
  persons: ['privacy', 'retention', 'tenancy', 'identity'],
  // What people may ask of us: requests, their deadlines and doors.
  rights: ['privacy', 'retention', 'tenancy', 'notifications', 'identity', 'persons'],
  // What must never happen, and who makes sure: incidents, audits, trainings, reviews.
  incidents: ['privacy', 'retention', 'tenancy', 'notifications', 'identity', 'persons', 'rights'],
  // How many people visit: counts that identify nobody.
  analytics: ['privacy', 'tenancy'],
  // What we promise, printed from what runs: policies, records of processing, notices, evidence.
  policy: [
    'privacy',
    'retention',
    'tenancy',
    'notifications',
    'identity',
    'rights',
    'incidents',
    'analytics',
  ],
  // Money in double entry: accounts, entries, balances.
  ledger: ['privacy', 'tenancy'],
  // What is for sale: products, variants, media, collections, search, import and export.
  catalog: ['privacy', 'tenancy'],
  // What it costs: prices, promotions, tax, delivery charges.
  pricing: ['privacy', 'tenancy', 'catalog'],
  // What is on the shelf: places, stock, reservations.
  inventory: ['privacy', 'tenancy', 'catalog'],
  // How money arrives and goes back: providers, captures, refunds.
  payments: ['privacy', 'tenancy', 'identity', 'ledger'],
  // What was agreed: placed orders, their states, cancellations and returns.
  orders: [
    'privacy',
    'tenancy',
    'identity',
    'notifications',
    'catalog',
    'pricing',
    'inventory',
    'payments',
    'ledger',
  ],
  // From basket to order: carts, addresses, totals, completion.
  checkout: [
    'privacy',
    'tenancy',
    'identity',
    'catalog',
    'pricing',
    'inventory',
    'payments',
    'orders',
    'notifications',
  ],
  // Getting it to the door: shipments, parcels, tracking.
  fulfilment: ['privacy', 'tenancy', 'identity', 'inventory', 'orders', 'notifications', 'payments'],
  // Catalogues in and out: import and export of product files.
  exchange: ['privacy', 'tenancy', 'catalog', 'pricing', 'inventory'],
} as const;
