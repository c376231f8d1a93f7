import { createHash } from 'node:crypto';
import type { Context } from '#kernel/context.ts';
import { insertNotice, selectNotice } from './queries.ts';

/** The words that somebody was shown when they answered, and where. */
export interface Notice {
  /** The collection point: `sign-up`, `checkout`, `choices`. A page may have a notice of its own. Source: clause OC-7. */
  readonly code: string;
  readonly locale: string;
  readonly text: string;
}

/** The hash that names these words, in this language, at this place. */
export const hashOfNotice = ({ code, locale, text }: Notice): string =>
  createHash('sha256')
    .update(JSON.stringify([code, locale, text]))
    .digest('hex');

/** Keeps the words that are shown, once, and answers with the hash that proves them later. */
export async function keepNotice(ctx: Context, notice: Notice): Promise<string> {
  const hash = hashOfNotice(notice);
  await insertNotice(ctx, { hash, code: notice.code, locale: notice.locale, text: notice.text });
  return hash;
}

/** The words behind a hash. Shape: undefined when nobody was ever shown them here. */
export const findNotice = selectNotice;
