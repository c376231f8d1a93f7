import type { Context } from '#kernel/context.ts';
import type { LetterBlock } from '#modules/notifications/index.ts';
import { showDay } from './letters.ts';
import { keptWords, nameOf, saidGround } from './kept-words.ts';
import type { RequestRow } from './queries.ts';

/** What is still there, why and until when, and who was told: for the letter that ends an erasure. Source: clause K7-34; GDPR art. 19. */
export function keptBlocks(
  ctx: Context,
  row: Pick<RequestRow, 'outcome' | 'locale' | 'number'>,
): LetterBlock[] {
  const { locale, outcome } = row;
  const say = keptWords[locale];
  const kept = (outcome.nodes ?? []).filter(({ end }) => end === 'retained' || end === 'waiting');
  const rows = [
    ...kept.map(({ what, ground, until, reason }) => ({
      label: nameOf(what, locale),
      ...(until ? { value: say.until(showDay(ctx, new Date(until), locale)) } : {}),
      detail: ground ? saidGround(ground, locale) : reason ? say.waits : say.because,
    })),
    { label: say.thisRequest(String(row.number)), detail: say.thisRequestWhy },
  ];
  const notProven = outcome.notProven ?? 0;
  return [
    { heading: say.kept, rows },
    ...toldBlock(ctx, row),
    ...((outcome.colleagues ?? 0) > 0 ? [{ text: say.worksHere }] : []),
    ...(notProven > 0 ? [{ text: say.notProven }] : []),
  ];
}

/** Who was told, and what they said. Shape: empty when nobody had to be. Source: GDPR art. 19. */
export function toldBlock(
  ctx: Context,
  { outcome, locale }: Pick<RequestRow, 'outcome' | 'locale'>,
): LetterBlock[] {
  const say = keptWords[locale];
  const rows = (outcome.told ?? []).map(({ company, end, reason, until }) => ({
    label: company,
    value: [say.ends[end] ?? end, until ? say.until(showDay(ctx, new Date(until), locale)) : '']
      .filter(Boolean)
      .join(', '),
    ...(reason ? { detail: reason } : {}),
  }));
  return rows.length > 0 ? [{ heading: say.told, rows }] : [];
}
