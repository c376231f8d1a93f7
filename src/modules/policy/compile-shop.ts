import type { Context } from '#kernel/context.ts';
import { profileOf } from '#profiles/profiles.ts';
import { compilePolicy } from './compile-policy.ts';
import type { Compiled } from './compile-policy.ts';
import { carriedBeside, liveMap } from './live-map.ts';
import type { DataMap } from './map.ts';

/** The policy of this shop as it would be published now, and what keeps it from that. Changes nothing. */
export async function compileShop(
  ctx: Context,
  version?: { readonly number: number; readonly publishedAt: Date },
): Promise<Compiled & { readonly map: DataMap }> {
  const map = await liveMap(ctx);
  const compiled = compilePolicy({
    map,
    profile: profileOf(ctx.tenant),
    carried: carriedBeside(),
    jurisdiction: map.controller.country,
    ...(version && { version }),
  });
  return { ...compiled, map };
}
