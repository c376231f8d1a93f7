import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';

/** What the parts of Privacy are about, in the order in which they ask for attention. */
export const groups = ['waits', 'known', 'given', 'time', 'safety'] as const;

export interface PrivacyPart {
  /** In the address: /privacy/<name>. */
  readonly name: string;
  readonly group: (typeof groups)[number];
  readonly says: readonly [en: string, de: string];
  readonly needs: string;
  readonly show: LazyExoticComponent<ComponentType>;
}

/** A part that is loaded when somebody opens it: `part(() => import('./clocks.tsx'), 'Clocks')`. */
export const part = <const Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): LazyExoticComponent<ComponentType> => lazy(async () => ({ default: (await load())[name] }));

/** Everything under Privacy. The first one that somebody may see opens by itself. */
export const parts: readonly PrivacyPart[] = [
  {
    name: 'requests',
    group: 'waits',
    says: ['Requests', 'Anfragen'],
    needs: 'privacy.read',
    show: part(() => import('./requests/requests.tsx'), 'Requests'),
  },
  {
    name: 'consents',
    group: 'known',
    says: ['Consents', 'Einwilligungen'],
    needs: 'privacy.read',
    show: part(() => import('./consents/consents.tsx'), 'Consents'),
  },
  {
    name: 'statistics',
    group: 'known',
    says: ['Visitors', 'Besuche'],
    needs: 'statistics.read',
    show: part(() => import('../statistics/statistics.tsx'), 'Statistics'),
  },
  {
    name: 'clocks',
    group: 'time',
    says: ['Clocks', 'Fristen'],
    needs: 'privacy.read',
    show: part(() => import('./time/clocks.tsx'), 'Clocks'),
  },
  {
    name: 'holds',
    group: 'time',
    says: ['Holds', 'Sperren'],
    needs: 'privacy.read',
    show: part(() => import('./time/holds.tsx'), 'Holds'),
  },
  {
    name: 'security-log',
    group: 'safety',
    says: ['Security log', 'Sicherheitsprotokoll'],
    needs: 'audit.read',
    show: part(() => import('./security-log.tsx'), 'SecurityLog'),
  },
  {
    name: 'incidents',
    group: 'safety',
    says: ['Incidents', 'Vorfälle'],
    needs: 'privacy.read',
    show: part(() => import('../incidents/incidents.tsx'), 'Incidents'),
  },
  {
    name: 'records',
    group: 'safety',
    says: ['Records', 'Nachweise'],
    needs: 'privacy.read',
    show: part(() => import('../incidents/records.tsx'), 'Records'),
  },
  {
    name: 'processors',
    group: 'given',
    says: ['Processors', 'Dienstleister'],
    needs: 'privacy.read',
    show: part(() => import('./gate/processors.tsx'), 'Processors'),
  },
  {
    name: 'disclosures',
    group: 'given',
    says: ['What left the house', 'Was das Haus verließ'],
    needs: 'privacy.read',
    show: part(() => import('./gate/disclosures.tsx'), 'Disclosures'),
  },
  {
    name: 'news',
    group: 'given',
    says: ['News', 'Nachrichten'],
    needs: 'outbox.read',
    show: part(() => import('./gate/news.tsx'), 'News'),
  },
  {
    name: 'authorities',
    group: 'given',
    says: ['Authorities', 'Behörden'],
    needs: 'privacy.read',
    show: part(() => import('../incidents/authorities.tsx'), 'Authorities'),
  },
  {
    name: 'map',
    group: 'known',
    says: ['Map', 'Karte'],
    needs: 'privacy.read',
    show: part(() => import('../policy/map.tsx'), 'PrivacyMap'),
  },
  {
    name: 'policy',
    group: 'safety',
    says: ['Policy', 'Erklärung'],
    needs: 'privacy.read',
    show: part(() => import('../policy/policy.tsx'), 'Policy'),
  },
  {
    name: 'evidence',
    group: 'safety',
    says: ['Evidence', 'Belege'],
    needs: 'privacy.read',
    show: part(() => import('../policy/evidence.tsx'), 'Evidence'),
  },
];
