import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { copyOf, zipOf } from '#modules/persons/index.ts';
import { vault } from '#modules/privacy/index.ts';
import { facts } from './facts.ts';
import { showDay } from './letters.ts';
import { move, takeRequest } from './move.ts';
import { copyInCentreTexts } from './letter-words.ts';
import { peopleOf, provenAddressesOf, withoutAskers } from './people.ts';
import type { RequestRow } from './queries.ts';
import { packageUrl } from './package.ts';
import { insertPackage } from './queries-visits.ts';
import { day, later, packageDays, packageDownloads } from './request.ts';
import type { PackageId, RequestId } from './request.ts';
import { parcel } from './tables.ts';
import { tellAsker } from './tell-asker.ts';

/**
 * Makes the copy of everything that is kept under the proven addresses, lays it ready sealed, and mails the link.
 *
 * A copy over several addresses is fetched in the privacy centre, with all of them shown; the mail only says so.
 * Announces: rights.fulfilled. Source: GDPR art. 15, 20; clauses OK-16, K7-36.
 */
export async function handOver(ctx: Context, id: RequestId): Promise<void> {
  const row = await takeRequest(ctx, id);
  if (row.closedAt !== null) return;
  const people = await peopleOf(ctx, row);
  const persons = await withoutAskers(ctx, people.released);
  const outcome = { notProven: people.otherAddresses.length + (people.unconfirmedAccount ? 1 : 0) };
  if (persons.length === 0) {
    const closed = await move(ctx, row, 'fulfil', {
      name: 'fulfilled',
      change: { reason: 'nothing-held', outcome },
    });
    await tellAsker(ctx, closed, { kind: 'nothing' });
  } else {
    const made = await layReady(ctx, row, people.released);
    const closed = await move(ctx, row, 'fulfil', {
      name: 'fulfilled',
      change: { outcome },
      details: { bytes: made.sizeBytes },
    });
    const isOverSeveral = (await provenAddressesOf(ctx, row)).length > 1;
    await tellAsker(ctx, closed, {
      kind: 'copy',
      url: isOverSeveral ? `${row.origin}/privacy` : await packageUrl(ctx, row, made.id),
      values: {
        until: showDay(ctx, made.expiresAt, row.locale),
        times: String(made.downloadsLeft),
        where: isOverSeveral ? copyInCentreTexts[row.locale] : '',
      },
    });
  }
  ctx.audit({ action: 'rights.fulfilled', on: { table: 'rights.request', id }, details: { kind: row.kind } });
  ctx.emit(facts.fulfilled({ requestId: id, kind: row.kind }));
}

async function layReady(
  ctx: Context,
  row: RequestRow,
  released: Parameters<typeof copyOf>[1],
): Promise<{ id: PackageId; sizeBytes: number; expiresAt: Date; downloadsLeft: number }> {
  const copy = await copyOf(ctx, released);
  const zip = await zipOf(copy, { locale: row.locale });
  const key = { id: newId<PackageId>(), subjectId: row.subjectId };
  const made = {
    ...key,
    requestId: row.id,
    aboutIds: [...released],
    sizeBytes: zip.length,
    madeAt: ctx.now,
    expiresAt: later(ctx.now, packageDays * day),
    downloadsLeft: packageDownloads,
  };
  const content = await vault.seal(ctx, parcel, 'content', key, { zip: zip.toString('base64') });
  await insertPackage(ctx, { ...made, content });
  return made;
}
