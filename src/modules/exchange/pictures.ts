import type { Context } from '#kernel/context.ts';
import { pendingPictures } from '#modules/catalog/index.ts';
import type { ProductId } from '#modules/catalog/index.ts';
import { declareProcessor, hostOf, listAgreements, saveAgreement } from '#modules/privacy/index.ts';
import { countPictures, insertPictureWaits } from './queries-pictures.ts';
import { refuse } from './refuse.ts';
import { getImport } from './request-import.ts';
import type { ImportId } from './tables.ts';

/** Whoever hosts the pictures that a product file names; nothing about anybody can be sent there. */
export const pictureProcessor = declareProcessor({
  name: 'pictures',
  company: 'Hosts of product pictures',
  role: 'pictures',
  says: {
    en: 'holds product pictures that an imported file names; we fetch them once and send nothing about anybody',
    de: 'hält Produktbilder, die eine importierte Datei nennt; wir holen sie einmal ab und senden nichts über jemanden',
  },
  country: null,
  mechanism: 'none',
  purposes: ['administer'],
  fields: {},
  erasure: 'lapses',
  lapsesAfterDays: 0,
});

const agreedDays = 30;
/** ISO 3166 leaves ZZ to its users: where public pictures lie is nobody's data, and nobody knows. */
const somewhere = 'ZZ';

/** Pictures at one host of an import. */
export interface PictureHost {
  readonly host: string;
  readonly waiting: number;
  readonly done: number;
  readonly failed: number;
  readonly agreed: boolean;
}

/** The host of a picture, as the register writes it; an address in plain HTTP is asked for over HTTPS. */
export function pictureAddress(text: string): { readonly host: string; readonly url: string } | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isHere = /^(127\.|localhost$|\[::1\]$)/.test(url.hostname);
  if (url.protocol === 'http:' && !isHere) url.protocol = 'https:';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  return { host: hostOf(url), url: url.href };
}

/** Notes which pictures of an imported product are still to be fetched; nothing is, until staff agree to their hosts. */
export async function notePictures(
  ctx: Context,
  runId: ImportId,
  line: number,
  productId: ProductId,
): Promise<void> {
  const pending = await pendingPictures(ctx, productId);
  await insertPictureWaits(
    ctx,
    pending.flatMap(({ id, url }) => {
      const address = pictureAddress(url);
      return address ? [{ mediaId: id, runId, productId, line, ...address }] : [];
    }),
  );
}

/** How far the pictures of an import are, host by host. Refuses: exchange.importGone. */
export async function picturesOfImport(ctx: Context, id: ImportId): Promise<PictureHost[]> {
  await getImport(ctx, id);
  const counts = await countPictures(ctx, id);
  const agreed = await agreedHosts(ctx);
  return [...new Set(counts.map(({ host }) => host))].map((host) => {
    const countOf = (state: string): number =>
      counts.find((one) => one.host === host && one.state === state)?.count ?? 0;
    return {
      host,
      waiting: countOf('waiting'),
      done: countOf('done'),
      failed: countOf('failed'),
      agreed: agreed.includes(host),
    };
  });
}

/** The hosts that pictures may be fetched from now. */
export async function agreedHosts(ctx: Context): Promise<string[]> {
  const agreements = await listAgreements(ctx);
  return agreements
    .filter(({ processor, fault }) => processor === pictureProcessor.name && fault === undefined)
    .map(({ host }) => host);
}

/**
 * Staff agree that pictures are fetched from these hosts of an import, for thirty days; a job begins within seconds.
 *
 * Refuses: exchange.importGone, exchange.hostNotInImport, privacy.hostNotUsable.
 */
export async function agreeOnPictures(ctx: Context, id: ImportId, hosts: readonly string[]): Promise<void> {
  const known = (await picturesOfImport(ctx, id)).map(({ host }) => host);
  for (const host of hosts) {
    if (!known.includes(host)) throw refuse.hostNotInImport({ field: 'hosts' });
    const until = new Date(ctx.now.getTime() + agreedDays * 86_400_000);
    await saveAgreement(ctx, {
      processor: pictureProcessor.name,
      host,
      reference: `Import ${id}`,
      purposes: ['administer'],
      country: somewhere,
      mechanism: 'none',
      mechanismDetail: null,
      assessmentAt: null,
      validFrom: ctx.now,
      validUntil: until,
      reviewBy: until,
      reachesPrivate: ctx.actor.kind === 'operator',
    });
  }
}
