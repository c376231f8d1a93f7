/** Marks what advertises, wherever a letter is built: the mark cannot be had without the block. */
export const promotionMark = 'data-part="promotion"';
export const stopMark = 'data-part="stop"';

interface Written {
  readonly text: string;
  readonly html: string;
}

/** Whether a written mail advertises something. A mail about an order or an account must not. Source: clause KC-28. */
export const hasPromotion = ({ html }: Pick<Written, 'html'>): boolean => html.includes(promotionMark);

/** What is missing for written news to be sent: how to end them, and who sends them. Shape: empty when nothing is. Source: clause OC-49; directive 2002/58/EC art. 13(4). */
export function missingInNews(
  { text, html }: Written,
  { stop, legalName }: { readonly stop: string; readonly legalName: string },
): ('stop' | 'sender')[] {
  const hasStop = text.includes(stop) && html.includes(stopMark) && html.includes(escaped(stop));
  const hasSender = legalName !== '' && text.includes(legalName) && html.includes(escaped(legalName));
  return [...(hasStop ? [] : (['stop'] as const)), ...(hasSender ? [] : (['sender'] as const))];
}

/** As `ghtml` writes text into HTML. */
const escaped = (text: string): string =>
  text.replace(/["&'<=>`]/g, (character) => `&#${character.charCodeAt(0)};`);
