import { createHmac, hash } from 'node:crypto';
import type { TenantId } from '#kernel/ids.ts';
import { readerOf, siteOf } from './reader.ts';
import { addMark, emptySketch, markBytes } from './sketch.ts';
import type { Sketch } from './sketch.ts';
import { direct, others } from './visit.ts';
import type { Dimension, Hit } from './visit.ts';

/** What one process counted of one shop on one day. */
export interface Tally {
  readonly day: string;
  readonly salt: Buffer;
  readonly cells: Map<string, TallyCell>;
  readonly keys: Map<Dimension, number>;
  /** Pages of visits whose browser allowed it, until they are stored. */
  readonly paths: VisitPage[];
}

export interface VisitPage {
  readonly visit: Buffer;
  /** Empty when the yes was taken back: then nothing of the visit counts. */
  readonly page: string;
}

interface TallyCell {
  readonly dimension: Dimension;
  readonly key: string;
  readonly sketch: Sketch;
  views: number;
  isChanged: boolean;
}

/** More than any shop needs and less than somebody who invents sites can fill a memory with. */
const mostKeys = 5_000;
const mostPaths = 10_000;

export const openTally = (day: string, salt: Buffer): Tally => ({
  day,
  salt,
  cells: new Map(),
  keys: new Map(),
  paths: [],
});

/**
 * Counts one page view under each of its headings.
 *
 * A browser leaves another mark under every heading, so that nobody can follow it from one to the next, not even on the
 * same day: all marks hang on a value that exists only inside this call. Source: clauses OC-16, OC-21; privacy.md P27.
 */
export function addHit(tally: Tally, tenant: TenantId, hit: Hit): void {
  const reader = readerOf(hit.userAgent);
  if (!reader) return;
  const who = createHmac('sha256', tally.salt)
    .update(`${tenant}|${hit.ip}|${hit.userAgent}`)
    .digest('base64url');
  const count = (dimension: Dimension, wanted: string): void => {
    const cell = cellOf(tally, dimension, wanted);
    cell.views += 1;
    cell.isChanged = true;
    const mark = hash('sha256', `${who}|${dimension}|${cell.key}`, 'buffer').readUIntBE(0, markBytes);
    addMark(cell.sketch, mark);
  };
  count('all', '');
  count('page', hit.page);
  count('browser', reader.browser);
  count('device', reader.device);
  const site = siteOf(hit.referrer, hit.host);
  if (site !== undefined) count('site', site ?? direct);
  if (hit.visit !== undefined) addPath(tally, tenant, hit.visit, hit.page);
}

/** Notes that a visit went through a page, or with an empty page that it is to be forgotten. Source: clauses K7-14, OK-3. */
export function addPath(tally: Tally, tenant: TenantId, visit: string, page: string): void {
  if (tally.paths.length >= mostPaths && page !== '') return;
  const mark = createHmac('sha256', tally.salt).update(`${tenant}|visit|${visit}`).digest().subarray(0, 16);
  tally.paths.push({ visit: mark, page });
}

function cellOf(tally: Tally, dimension: Dimension, wanted: string): TallyCell {
  const known = tally.cells.get(`${dimension} ${wanted}`);
  if (known) return known;
  const used = tally.keys.get(dimension) ?? 0;
  if (used >= mostKeys && wanted !== others) return cellOf(tally, dimension, others);
  tally.keys.set(dimension, used + 1);
  const made: TallyCell = { dimension, key: wanted, sketch: emptySketch(), views: 0, isChanged: true };
  tally.cells.set(`${dimension} ${wanted}`, made);
  return made;
}
