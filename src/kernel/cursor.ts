import { httpRefuse } from './http-refuse.ts';
import { isId } from './ids.ts';

type Part = string | number | null;

const textIf =
  (fits: (text: string) => boolean) =>
  (part: Part | undefined): string | undefined =>
    typeof part === 'string' && fits(part) ? part : undefined;

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text));

/** What may stand in a cursor, and what it is read as; `timestamptz` and `bigint` as PostgreSQL writes them. */
const readers = {
  id: textIf(isId),
  text: textIf((text) => !text.includes('\0')),
  timestamptz: textIf((text) => isInstant(text.replace(' ', 'T').replace(/\+00$/, 'Z'))),
  bigint: textIf((text) => /^-?\d{1,19}$/.test(text) && BigInt(text) === BigInt.asIntN(64, BigInt(text))),
  integer: (part: Part | undefined) => (typeof part === 'number' && part === (part | 0) ? part : undefined),
  instant: (part: Part | undefined) => {
    const text = textIf(isInstant)(part);
    return text === undefined ? undefined : new Date(text);
  },
} as const;
type Kind = keyof typeof readers;
type Place<Kinds extends readonly Kind[]> = {
  -readonly [Index in keyof Kinds]: NonNullable<ReturnType<(typeof readers)[Kinds[Index]]>>;
};

/** The opaque text of a place in a list, for `next`. */
export const cursorOf = (place: readonly Part[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/**
 * The place in a list that `?after=` names, its parts in the order in which `cursorOf` was given them.
 *
 * Shape: undefined where a list begins. Refuses: kernel.badPlace, for what `next` never said.
 */
export function placeAfter<const Kinds extends readonly Kind[]>(
  after: string | undefined,
  ...kinds: Kinds
): Place<Kinds> | undefined {
  if (after === undefined || after === '') return undefined;
  const parts = partsIn(after);
  const place = kinds.map((kind, index) => readers[kind](parts[index]));
  if (parts.length !== kinds.length || place.includes(undefined)) throw badPlace();
  return place as unknown as Place<Kinds>;
}

export const badPlace = () => httpRefuse.badPlace({ field: 'after' });

function partsIn(after: string): readonly Part[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(after, 'base64url').toString());
    return Array.isArray(parts) ? (parts as Part[]) : [];
  } catch (error) {
    if (error instanceof SyntaxError) throw badPlace();
    throw error;
  }
}
