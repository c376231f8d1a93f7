import { declaredFeatures } from '#kernel/browser-items.ts';
import type { Context } from '#kernel/context.ts';
import { profileOf } from '#profiles/profiles.ts';
import { categoriesOf } from './browser.ts';
import { selectFeaturesInUse, upsertFeature } from './queries.ts';
import { refuse } from '../refuse.ts';

interface FeatureInUse {
  readonly name: string;
  readonly says: { readonly en: string; readonly de?: string };
  readonly category: string;
  readonly inUse: boolean;
  /** False where the profile of the shop promises that nothing of the kind exists. */
  readonly possible: boolean;
}

/** The parts of the shop that leave something beyond the essential in browsers, and which of them are turned on. */
export async function listFeatures(ctx: Context): Promise<readonly FeatureInUse[]> {
  const used = await selectFeaturesInUse(ctx);
  const categories: readonly string[] = categoriesOf(profileOf(ctx.tenant));
  return declaredFeatures().map(({ name, says, category }) => {
    const possible = categories.includes(category);
    return { name, says, category, possible, inUse: possible && used.includes(name) };
  });
}

/** The names of what is turned on here. Shape: empty as long as nobody has to be asked for anything. */
export const featuresInUse = (ctx: Context): Promise<readonly string[]> => selectFeaturesInUse(ctx);

/**
 * Turns a part of the shop on or off that leaves something in browsers; while any is on, visitors are asked.
 *
 * Refuses: privacy.noSuchFeature, also where the profile promises that nothing of the kind exists.
 */
export async function useFeature(ctx: Context, name: string, inUse: boolean): Promise<void> {
  const feature = (await listFeatures(ctx)).find((one) => one.name === name);
  if (!feature || (inUse && !feature.possible)) throw refuse.noSuchFeature({ feature: name.slice(0, 40) });
  await upsertFeature(ctx, name, inUse);
  ctx.audit({
    action: inUse ? 'privacy.featureTurnedOn' : 'privacy.featureTurnedOff',
    on: { table: 'privacy.browser_feature', id: name },
  });
}
