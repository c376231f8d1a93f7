/** One input that was wrong. Without a rule the problem's own sentence says why. */
export interface Fault {
  readonly field: string;
  /** A keyword of JSON Schema, such as `maxLength`. */
  readonly rule: string | undefined;
  readonly limit: number | undefined;
}

/** A problem document (RFC 9457) as the server sends it, or the fact that no answer came. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, says: string, details: Readonly<Record<string, unknown>>) {
    super(says);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.details = details;
  }

  /** No answer came at all: nobody knows whether anything happened, but a repeat is safe. */
  get isOffline(): boolean {
    return this.status === 0;
  }

  /** Somebody else changed the row since it was read. */
  get isConflict(): boolean {
    return this.status === 412 || this.status === 428;
  }

  get isSignedOut(): boolean {
    return this.code === 'kernel.signInNeeded';
  }

  /** The inputs that were wrong, by the names that the API gives them. */
  get faults(): readonly Fault[] {
    const { errors, field } = this.details;
    if (typeof field === 'string') return [{ field, rule: undefined, limit: undefined }];
    return Array.isArray(errors) ? errors.flatMap(faultIn) : [];
  }
}

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(-1, 'dashboard.bug', error instanceof Error ? error.message : String(error), {});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const faultIn = (value: unknown): Fault[] => {
  if (!isRecord(value) || typeof value['field'] !== 'string') return [];
  const { field, rule, limit } = value;
  return [
    {
      field,
      rule: typeof rule === 'string' ? rule : 'unknown',
      limit: typeof limit === 'number' ? limit : undefined,
    },
  ];
};
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Reads the problem document of an answer that was a no. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const document = isRecord(body) ? body : {};
  const says = textOf(document['detail']) ?? textOf(document['title']) ?? response.statusText;
  const details = isRecord(document['details']) ? document['details'] : document;
  return new Problem(response.status, textOf(document['code']) ?? `http.${response.status}`, says, details);
}
