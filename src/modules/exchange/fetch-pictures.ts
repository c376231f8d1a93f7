import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { Refusal } from '#kernel/refusal.ts';
import { fillPicture, removePictureFiles, storePicture } from '#modules/catalog/index.ts';
import { egress } from '#modules/privacy/index.ts';
import type { Sent } from '#modules/privacy/index.ts';
import { workOf } from './import-run.ts';
import { agreedHosts, pictureProcessor } from './pictures.ts';
import { insertNotes } from './queries.ts';
import { claimPictures, countWarning, settlePicture } from './queries-pictures.ts';
import type { ClaimedPicture } from './queries-pictures.ts';

const batch = 8;
const claimMs = 10 * 60_000;
const mostBytes = 20 * 1024 * 1024;
const mostAttempts = 5;
const waitMinutes = [1, 10, 60, 360] as const;

/**
 * Fetches the pictures that product files named, from hosts that staff agreed to, through the gate; a timed job.
 *
 * Each is drawn anew and hung into its place. What cannot be had is tried five times over seven hours, or not again when
 * its host says that it is gone; then the import's report says so, by line.
 */
export async function fetchPictures(house: House, tenant: Tenant): Promise<void> {
  const work = workOf(house, tenant);
  for (;;) {
    const claimed = await work(async (ctx) => {
      const hosts = await agreedHosts(ctx);
      if (hosts.length === 0) return [];
      return claimPictures(ctx, hosts, new Date(ctx.now.getTime() + claimMs), batch);
    });
    for (const picture of claimed) await fetchOne(house, tenant, picture);
    if (claimed.length < batch) return;
  }
}

async function fetchOne(house: House, tenant: Tenant, picture: ClaimedPicture): Promise<void> {
  const { mediaId, url } = picture;
  const reply = await egress.fetchPublic(house, tenant, {
    processor: pictureProcessor.name,
    url,
    on: { table: 'catalog.media', id: mediaId },
    mostBytes,
  });
  const failure = failureOf(reply);
  if (failure) return settleFailure(house, tenant, picture, failure);
  if (reply.kind !== 'answered') return;
  try {
    const stored = await storePicture(house, tenant.id, reply.body, mediaId);
    const isHung = await workOf(
      house,
      tenant,
    )(async (ctx) => {
      await settlePicture(ctx, mediaId, { state: 'done' });
      return fillPicture(ctx, picture.productId, stored);
    });
    // Staff took the picture away meanwhile.
    if (!isHung) await removePictureFiles(house, tenant.id, mediaId);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error;
    await settleFailure(house, tenant, picture, { code: error.code, isFinal: true });
  }
}

interface Failure {
  readonly code: string;
  readonly isFinal: boolean;
}

/** Whether a reply is no picture, and whether asking again could help. Source: RFC 9110, 15.5 and 15.6. */
function failureOf(reply: Sent): Failure | undefined {
  switch (reply.kind) {
    case 'answered': {
      if (reply.status === 200) return undefined;
      const mayChange = reply.status >= 500 || [408, 425, 429].includes(reply.status);
      return { code: `http-${reply.status}`, isFinal: !mayChange };
    }
    case 'closed':
      return { code: reply.because, isFinal: false };
    case 'unreachable': {
      const isFinal = ['private-address', 'too-large', 'no-address', 'too-many-redirects'];
      return { code: reply.code, isFinal: isFinal.includes(reply.code) };
    }
  }
}

async function settleFailure(
  house: House,
  tenant: Tenant,
  { mediaId, runId, line, url, attempts }: ClaimedPicture,
  { code, isFinal }: Failure,
): Promise<void> {
  await workOf(
    house,
    tenant,
  )(async (ctx) => {
    if (!isFinal && attempts < mostAttempts) {
      const minutes = waitMinutes[attempts - 1] ?? 360;
      const nextAt = new Date(ctx.now.getTime() + minutes * 60_000);
      await settlePicture(ctx, mediaId, { state: 'waiting', code, nextAt });
      return;
    }
    await settlePicture(ctx, mediaId, { state: 'failed', code });
    const says = `The picture ${url.slice(0, 300)} could not be fetched: ${whyOf(code)}. The product stands without it.`;
    await insertNotes(ctx, runId, [
      { line, heading: null, severity: 'warn', code: 'picture.notFetched', says },
    ]);
    await countWarning(ctx, runId);
  });
}

const reasons: Readonly<Record<string, string>> = {
  'private-address': 'its host leads into a private network',
  'too-large': 'it has more than 20 MB',
  'no-address': 'its address leads nowhere',
  'too-many-redirects': 'its host sends us from address to address',
  'no-agreement': 'it leads to a host that nobody agreed to',
  'catalog.notAPicture': 'what is there is no picture',
  'catalog.pictureTooLarge': 'it is too large',
};

const whyOf = (code: string): string =>
  reasons[code] ??
  (code.startsWith('http-') ? `its host answers ${code.slice(5)}` : `its host does not answer (${code})`);
