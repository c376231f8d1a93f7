/** The answer is no: a stable code, a status, a sentence for a person, and details that never hold personal data. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, status: number, says: string, details: Readonly<Record<string, unknown>>) {
    super(says);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

interface RefusalSpec {
  readonly status: number;
  readonly says: string;
  /** The German sentence; the storefront shows it to German readers. */
  readonly sagt?: string;
}

interface KnownRefusal extends RefusalSpec {
  readonly code: string;
}

const known = new Map<string, KnownRefusal>();

/** Every refusal of the house, for the API page and for the test that wants each one proven. */
export const knownRefusals = (): readonly KnownRefusal[] => [...known.values()];

/** The sentence of a refusal in the reader's language. */
export function sentenceOf(refusal: Refusal, locale: string): string {
  const spec = known.get(refusal.code);
  return locale.startsWith('de') && spec?.sagt ? spec.sagt : refusal.message;
}

/**
 * The table of "no" of a module: `refuse.itemGone({ itemId })` makes a Refusal with code `orders.itemGone`.
 *
 * Details name fields, ids, counts and limits; `field` in details marks the input that was wrong.
 */
export function refusals<const Table extends Readonly<Record<string, RefusalSpec>>>(
  module: string,
  table: Table,
): { readonly [Name in keyof Table]: (details?: Readonly<Record<string, unknown>>) => Refusal } {
  const makers = Object.entries(table).map(([name, spec]) => {
    const code = `${module}.${name}`;
    known.set(code, { code, ...spec });
    return [name, (details = {}) => new Refusal(code, spec.status, spec.says, details)] as const;
  });
  return Object.fromEntries(makers) as {
    readonly [Name in keyof Table]: (details?: Readonly<Record<string, unknown>>) => Refusal;
  };
}
