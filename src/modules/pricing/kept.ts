import { cached, forget } from '#kernel/cache.ts';
import type { Context } from '#kernel/context.ts';

/** What the shop has set about delivery and tax, kept for less than a second. Source: decision 0061. */
export const kept = <T>(ctx: Context, key: string, load: () => Promise<T>): Promise<T> =>
  cached(ctx.tenant.id, `pricing ${key}`, load);

/** Whoever changes it sees the change at once; other processes see it within the second. */
export const settingsChanged = (ctx: Context): void =>
  ctx.afterCommit(() => forget(ctx.tenant.id, 'pricing '));
