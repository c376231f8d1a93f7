import type { Context } from '#kernel/context.ts';
import { vault } from '#modules/privacy/index.ts';
import type { Envelope, NewsEnvelope } from './mail.ts';
import type { MailRow } from './queries.ts';
import { mail } from './tables.ts';

type Opened = Envelope | NewsEnvelope;

type Kept = Pick<MailRow, 'id' | 'recipientId' | 'envelope' | 'promotion' | 'purpose'>;

/**
 * Opens mails for sending, each for the purpose it was written for. Shape: in the order of the rows; null where the key
 * is gone or may not be used.
 */
export async function openMails(ctx: Context, rows: readonly Kept[]): Promise<(Opened | null)[]> {
  const opened = new Map<string, Opened | null>();
  for (const purpose of new Set(rows.map((row) => row.purpose))) {
    const some = rows.filter((row) => row.purpose === purpose);
    const forThat: Context = { ...ctx, actor: { ...ctx.actor, purpose } };
    const found = await openThem(forThat, some);
    for (const [index, row] of some.entries()) opened.set(row.id, found[index] ?? null);
  }
  return rows.map((row) => opened.get(row.id) ?? null);
}

/** Opens mails of either kind for the purpose of the unit of work. */
export async function openThem(ctx: Context, rows: readonly Kept[]): Promise<(Opened | null)[]> {
  const service = rows.filter((row) => row.envelope !== null);
  const news = rows.filter((row) => row.promotion !== null);
  const openedService = await vault.openMany(ctx, mail, 'envelope', service);
  const openedNews = await vault.openMany(ctx, mail, 'promotion', news);
  return rows.map((row) =>
    row.envelope === null
      ? (openedNews[news.indexOf(row)] ?? null)
      : (openedService[service.indexOf(row)] ?? null),
  );
}
