import type { Context } from '#kernel/context.ts';
import type { DocumentRole } from '#kernel/profile.ts';
import { diffMaps } from './diff-maps.ts';
import type { Change } from './change.ts';
import type { PolicyDocument } from './document.ts';
import { liveMap } from './live-map.ts';
import { findDocument, findPublished, findVersion, selectVersions } from './queries.ts';
import type { Version, VersionLine } from './queries.ts';
import { refuse } from './refuse.ts';
import type { PolicyLanguage } from './words.ts';

/** The version in force. Shape: undefined until the first is published. */
export const currentPolicy = (ctx: Context): Promise<Version | undefined> => findPublished(ctx);

/** A published version. Refuses: policy.noSuchVersion. */
export async function policyVersion(ctx: Context, number: number): Promise<Version> {
  const found = await findVersion(ctx, number);
  if (found?.state !== 'published') throw refuse.noSuchVersion();
  return found;
}

/** Published versions, newest first; every one of them stays readable. Source: clauses OK-20, K7-50. */
export async function publishedVersions(ctx: Context): Promise<readonly VersionLine[]> {
  return (await selectVersions(ctx)).filter(({ state }) => state === 'published');
}

/** A document as it was published, word by word. Refuses: policy.noSuchVersion. */
export async function publishedDocument(
  ctx: Context,
  number: number,
  role: DocumentRole,
  language: PolicyLanguage,
): Promise<PolicyDocument> {
  await policyVersion(ctx, number);
  const found = await findDocument(ctx, number, role, language);
  if (!found) throw refuse.noSuchVersion();
  return found;
}

/** What changed from one version to another, or to what is so now. Refuses: policy.noSuchVersion. */
export async function diffPolicies(ctx: Context, from: number, to?: number): Promise<readonly Change[]> {
  const old = await policyVersion(ctx, from);
  const next = to === undefined ? await liveMap(ctx) : (await policyVersion(ctx, to)).map;
  return diffMaps(old.map, next);
}
