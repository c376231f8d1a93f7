import type { TenantId } from '#kernel/ids.ts';
import { plain, store, table } from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';
import type { Dimension } from './visit.ts';

const folded = {
  job: 'analytics.fold',
  because: 'the day is counted up before what it was made of goes; that is hours, not days, after midnight',
} as const;

const running = table(
  'analytics.running',
  {
    tenantId: plain<TenantId>('tenant key'),
    day: plain<string>('the day that is being counted, in UTC'),
    process: plain<string>(
      'random name of the process that counts, so that processes do not overwrite each other',
    ),
    dimension: plain<Dimension>('what is counted by: all, page, site, browser or device'),
    key: plain<string>(
      'a page pattern or address of the catalogue, a registered domain, a family of browsers, a kind of device',
    ),
    views: plain<number>('how many pages'),
    sketch: plain<Buffer>(
      'how many different browsers: registers, or hashes under a random salt that dies within 48 hours; another hash under every heading',
    ),
    flushedAt: plain<Date>('when the process told'),
  },
  { retention: 'visit', agesFrom: 'flushedAt', endedBy: folded },
);

const visitPage = table(
  'analytics.visit_page',
  {
    tenantId: plain<TenantId>('tenant key'),
    day: plain<string>('the day, in UTC'),
    visit: plain<Buffer>(
      'hash of a random number in a cookie, under a random salt that dies within 48 hours; only of browsers that allowed it',
    ),
    page: plain<string>(
      'a page pattern or address of the catalogue; empty when the yes was taken back and nothing of the visit counts',
    ),
    seenAt: plain<Date>('when it was stored'),
  },
  {
    retention: 'visit',
    agesFrom: 'seenAt',
    endedBy: folded,
    withheld: 'a number that dies with the visit: nobody can tell whose it was',
  },
);

const day = table('analytics.day', {
  tenantId: plain<TenantId>('tenant key'),
  day: plain<string>('the day, in UTC'),
  visitors: plain<number | null>('at least five; null is fewer'),
  views: plain<number | null>('at least five; null is fewer'),
  foldedAt: plain<Date>('when the day was counted up'),
});

const cell = table('analytics.cell', {
  tenantId: plain<TenantId>('tenant key'),
  day: plain<string>('the day, in UTC'),
  dimension: plain<Dimension>('what is counted by'),
  key: plain<string>('the heading'),
  visitors: plain<number | null>('at least five; null where only the views can be told'),
  views: plain<number>('at least five'),
});

export const tables = { running, visitPage, day, cell };
export type AnalyticsRows = Rows<typeof tables>;

export const stores = [
  store({
    name: 'keys.statistics_salt',
    kind: 'cache',
    holds: 'nothing personal',
    because:
      'a random number a day, in the keystore and in memory: with it the browsers of that day are told apart, without it nobody can test a guess',
    retention: 'destroyed within 48 hours; never in a backup: its table is not logged',
  }),
];
