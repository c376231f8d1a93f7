/**
 * One key per intention: the same POST with the same body keeps its key until the server has answered it, so that a
 * second try after a lost connection or a second click can never do the thing twice.
 */
const waiting = new Map<string, string>();

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const intentionOf = (request: Request, body: string): string => `${request.method} ${request.url} ${body}`;

export function keyFor(request: Request, body: string): string {
  const intention = intentionOf(request, body);
  const key = waiting.get(intention) ?? newKey();
  waiting.set(intention, key);
  return key;
}

/** The server has answered: doing the same again is a new intention. */
export function settle(key: string): void {
  for (const [intention, held] of waiting) if (held === key) waiting.delete(intention);
}
