import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { MediaId, ProductId } from '#modules/catalog/index.ts';
import type { ExchangeRows, ImportId } from './tables.ts';

const rows = (ctx: Context): Kysely<ExchangeRows> => ctx.tx;

export interface PictureWait {
  readonly mediaId: MediaId;
  readonly runId: ImportId;
  readonly productId: ProductId;
  readonly line: number;
  readonly host: string;
  readonly url: string;
}

/** A picture named again by a later import belongs to that one, and is tried anew. */
export async function insertPictureWaits(ctx: Context, waits: readonly PictureWait[]): Promise<void> {
  if (waits.length === 0) return;
  await rows(ctx)
    .insertInto('exchange.picture_wait')
    .values(
      waits.map((wait) => ({
        ...wait,
        state: 'waiting' as const,
        attempts: 0,
        nextAt: ctx.now,
        code: null,
      })),
    )
    .onConflict((clash) =>
      clash.columns(['tenantId', 'mediaId']).doUpdateSet((eb) => ({
        runId: eb.ref('excluded.runId'),
        line: eb.ref('excluded.line'),
        host: eb.ref('excluded.host'),
        url: eb.ref('excluded.url'),
        state: 'waiting',
        attempts: 0,
        nextAt: ctx.now,
        code: null,
      })),
    )
    .execute();
}

export type ClaimedPicture = PictureWait & { readonly attempts: number };

/** Takes some pictures of these hosts for this process, for as long as fetching them can take. */
export const claimPictures = (
  ctx: Context,
  hosts: readonly string[],
  until: Date,
  limit: number,
): Promise<ClaimedPicture[]> =>
  rows(ctx)
    .with(
      (cte) => cte('due').materialized(),
      (db) =>
        db
          .selectFrom('exchange.picture_wait')
          .select('mediaId')
          .where('state', '=', 'waiting')
          .where('host', '=', sql<string>`any(${hosts})`)
          .where('nextAt', '<=', ctx.now)
          .orderBy('nextAt')
          .limit(limit)
          .forUpdate()
          .skipLocked(),
    )
    .updateTable('exchange.picture_wait')
    .from('due')
    .set({ nextAt: until, attempts: sql<number>`attempts + 1` })
    .whereRef('exchange.picture_wait.mediaId', '=', 'due.mediaId')
    .returning([
      'exchange.picture_wait.mediaId',
      'exchange.picture_wait.runId',
      'exchange.picture_wait.productId',
      'exchange.picture_wait.line',
      'exchange.picture_wait.host',
      'exchange.picture_wait.url',
      'exchange.picture_wait.attempts',
    ])
    .execute();

export async function settlePicture(
  ctx: Context,
  mediaId: MediaId,
  to:
    | { readonly state: 'done' }
    | { readonly state: 'failed'; readonly code: string }
    | {
        readonly state: 'waiting';
        readonly code: string;
        readonly nextAt: Date;
      },
): Promise<void> {
  await rows(ctx)
    .updateTable('exchange.picture_wait')
    .set({ code: null, ...to })
    .where('mediaId', '=', mediaId)
    .execute();
}

/** How far the pictures of an import are, by host. */
export const countPictures = (
  ctx: Context,
  runId: ImportId,
): Promise<{ host: string; state: 'waiting' | 'done' | 'failed'; count: number }[]> =>
  rows(ctx)
    .selectFrom('exchange.picture_wait')
    .select((eb) => ['host', 'state', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('runId', '=', runId)
    .groupBy(['host', 'state'])
    .orderBy('host')
    .execute();

export async function countWarning(ctx: Context, runId: ImportId): Promise<void> {
  await rows(ctx)
    .updateTable('exchange.import_run')
    .set((eb) => ({ warnings: eb('warnings', '+', 1) }))
    .where('id', '=', runId)
    .execute();
}
