const bare = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9*]/g, '');

/** A beginning (`35*`), a range of numbers (`6991-6993`), or one postcode; spaces do not matter. */
export const postcodePattern = '^[A-Za-z0-9 ]{1,12}(\\*|-[0-9 ]{1,12})?$';

/** Whether a postcode is meant by a pattern. Patterns are no regular expressions, so nobody can write a slow one. */
export function matchesPostcode(pattern: string, postcode: string): boolean {
  const asked = bare(postcode);
  if (asked === '') return false;
  const range = /^([0-9 ]+)-([0-9 ]+)$/.exec(pattern.trim());
  if (range) {
    const [low, high] = [bare(range[1] ?? ''), bare(range[2] ?? '')];
    return /^[0-9]+$/.test(asked) && asked.length === low.length && asked >= low && asked <= high;
  }
  const wanted = bare(pattern);
  return wanted.endsWith('*') ? asked.startsWith(wanted.slice(0, -1)) : asked === wanted;
}

export const matchesAny = (patterns: readonly string[], postcode: string | undefined): boolean =>
  postcode !== undefined && patterns.some((pattern) => matchesPostcode(pattern, postcode));
