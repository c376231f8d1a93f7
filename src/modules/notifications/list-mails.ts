import type { Context } from '#kernel/context.ts';
import { cursorOf, placeAfter } from '#kernel/cursor.ts';
import { maskAddress } from './mail.ts';
import type { MailId, MailState } from './mail.ts';
import { openThem } from './open-mails.ts';
import { selectMails } from './queries.ts';
import type { MailRow } from './queries.ts';

/** A line of the outbox: what was sent, and to whom as far as one's own mail can be recognised. */
export interface MailLine {
  readonly id: string;
  /** Masked address; null when the recipient was erased. */
  readonly to: string | null;
  readonly kind: string;
  readonly locale: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly about: { readonly table: string; readonly id: string };
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly nextAt: string | null;
  readonly errorCode: string | null;
}

/** The outbox, newest first, with masked addresses. */
export async function listMails(
  ctx: Context,
  asked: { state?: MailState; kind?: string; about?: string; after?: string; limit?: number },
): Promise<{ items: MailLine[]; next: string | null }> {
  const limit = asked.limit ?? 50;
  const after = placeOf(asked.after);
  const rows = await selectMails(ctx, {
    state: asked.state,
    kind: asked.kind,
    about: asked.about,
    after,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  // The house opens these to mask them; nobody reads them, so no reading is recorded.
  const masking: Context = { ...ctx, actor: { ...ctx.actor, kind: 'system' } };
  const envelopes = await openThem(masking, page);
  const last = page.at(-1);
  return {
    items: page.map((row, index) => lineOf(row, envelopes[index]?.to)),
    next: rows.length > limit && last ? cursorOf([last.createdAt.toISOString(), last.id]) : null,
  };
}

export function lineOf(row: MailRow, to: string | undefined): MailLine {
  const { id, kind, locale, state, attempts, errorCode } = row;
  return {
    id,
    to: to === undefined ? null : maskAddress(to),
    kind,
    locale,
    state,
    attempts,
    about: { table: row.aboutTable, id: row.aboutId },
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    nextAt: state === 'queued' ? row.nextAt.toISOString() : null,
    errorCode,
  };
}

function placeOf(text: string | undefined): { createdAt: Date; id: MailId } | undefined {
  const place = placeAfter(text, 'instant', 'id');
  return place && { createdAt: place[0], id: place[1] as MailId };
}
