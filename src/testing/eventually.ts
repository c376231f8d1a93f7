import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until there is an answer, for what other processes do by themselves. A slow machine gets minutes:
 * only what never happens fails. An error counts as no answer yet.
 */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  { minutes = 5 }: { readonly minutes?: number } = {},
): Promise<T> {
  let last: unknown;
  for (const end = performance.now() + minutes * 60_000; performance.now() < end; await sleep(50)) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`${what} did not happen in ${minutes} minutes`, { cause: last });
}
