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
    return this.status === 401;
  }

  /** The name of the input that was wrong, when it was one. */
  get field(): string | undefined {
    const field = this.details['field'];
    return typeof field === 'string' ? field : undefined;
  }
}

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(-1, 'dashboard.bug', error instanceof Error ? error.message : String(error), {});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
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
