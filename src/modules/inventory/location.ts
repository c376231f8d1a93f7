import { asId } from '#kernel/ids.ts';
import type { LocationId } from './stock.ts';

/**
 * Physical kinds can be counted and hold no fewer than none; the others are where goods come from and go to, so their
 * balance is how much ever went there.
 */
export const physicalKinds = ['internal', 'quarantine', 'transit', 'channel'] as const;
export const locationKinds = [...physicalKinds, 'supplier', 'customer', 'production', 'loss'] as const;
export type LocationKind = (typeof locationKinds)[number];

export interface Location {
  readonly id: LocationId;
  readonly code: string;
  readonly name: string;
  readonly kind: LocationKind;
  readonly parentId: LocationId | null;
  readonly physical: boolean;
  readonly sells: boolean;
  readonly priority: number;
  readonly archivedAt: Date | null;
  readonly version: number;
}

/** A place as a posting needs it. */
export interface Place {
  readonly id: LocationId;
  readonly physical: boolean;
  readonly sells: boolean;
}

const known = (last: number): LocationId =>
  asId<LocationId>(`00000000-0000-7000-8000-${String(last).padStart(12, '0')}`);

/**
 * The places every shop has. Their ids are the same in every shop (keys begin with the tenant anyway), so that no
 * posting has to look them up.
 */
export const places = {
  main: { id: known(1), physical: true, sells: true },
  quarantine: { id: known(2), physical: true, sells: false },
  transit: { id: known(3), physical: true, sells: false },
  supplier: { id: known(4), physical: false, sells: false },
  customer: { id: known(5), physical: false, sells: false },
  production: { id: known(6), physical: false, sells: false },
  loss: { id: known(7), physical: false, sells: false },
} as const satisfies Record<string, Place>;

export interface LocationSeed {
  readonly id: LocationId;
  readonly code: string;
  readonly name: string;
  readonly kind: LocationKind;
  readonly sells: boolean;
  readonly priority: number;
}

export const seeds: readonly LocationSeed[] = [
  { id: places.main.id, code: 'main', name: 'Main warehouse', kind: 'internal', sells: true, priority: 100 },
  {
    id: places.quarantine.id,
    code: 'quarantine',
    name: 'Quarantine',
    kind: 'quarantine',
    sells: false,
    priority: 900,
  },
  {
    id: places.transit.id,
    code: 'transit',
    name: 'On the way',
    kind: 'transit',
    sells: false,
    priority: 900,
  },
  {
    id: places.supplier.id,
    code: 'supplier',
    name: 'Suppliers',
    kind: 'supplier',
    sells: false,
    priority: 1000,
  },
  {
    id: places.customer.id,
    code: 'customer',
    name: 'Customers',
    kind: 'customer',
    sells: false,
    priority: 1000,
  },
  {
    id: places.production.id,
    code: 'production',
    name: 'Production',
    kind: 'production',
    sells: false,
    priority: 1000,
  },
  {
    id: places.loss.id,
    code: 'loss',
    name: 'Losses and differences',
    kind: 'loss',
    sells: false,
    priority: 1000,
  },
];

export const isPhysical = (kind: LocationKind): boolean =>
  physicalKinds.some((physical) => physical === kind);
export const isFixed = (id: LocationId): boolean => seeds.some((seed) => seed.id === id);
