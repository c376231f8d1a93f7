import type { Visitor } from '#kernel/http.ts';

const keptMs = 900;
const mostVisitors = 5_000;
let generation = 0;
const visitors = new Map<string, { readonly until: number; readonly visitor: Visitor }>();

/** Who held this session within the last 0.9 seconds, as far as this process knows. */
export function rememberedVisitor(key: string, now: number): Visitor | undefined {
  const kept = visitors.get(key);
  return kept && kept.until > now ? kept.visitor : undefined;
}

/** What was looked up before the last change is not remembered: it may be from before it. */
export function rememberVisitor(key: string, visitor: Visitor, now: number, asOf: number): void {
  if (asOf !== generation) return;
  if (visitors.size >= mostVisitors) visitors.clear();
  visitors.set(key, { until: now + keptMs, visitor });
}

/** Ends what this process remembers: called when a session, an account or a role changes, so that it counts at once. */
export function forgetVisitors(): void {
  generation += 1;
  visitors.clear();
}

export const visitorGeneration = (): number => generation;
