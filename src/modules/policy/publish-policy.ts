import { asId } from '#kernel/ids.ts';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { compileShop } from './compile-shop.ts';
import { compilePolicy } from './compile-policy.ts';
import { diffMaps, isMaterial } from './diff-maps.ts';
import { facts } from './facts.ts';
import { carriedBeside, hashOf, liveMap } from './live-map.ts';
import {
  findPublished,
  findVersion,
  insertDocuments,
  insertVersion,
  needsSecond,
  selectVersions,
  updateVersion,
} from './queries.ts';
import type { Version } from './queries.ts';
import { refuse } from './refuse.ts';
import { profileOf } from '#profiles/profiles.ts';

export interface Publishing {
  /** Where the shop answers, for links in mails. */
  readonly origin: string;
  /** The date on top; now, unless told. */
  readonly dated?: Date;
}

export type Published =
  | { readonly kind: 'published'; readonly version: number; readonly isMaterial: boolean }
  | { readonly kind: 'proposed'; readonly version: number };

/**
 * Publishes what the shop does now as the next version of its policy, or proposes it where a second person must approve.
 *
 * Readers are told of a material change, or of every one, as the profile promises. New purposes that need consent are
 * off until somebody grants them: nobody has.
 * Refuses: policy.doesNotCompile, policy.nothingChanged, policy.dateUnchanged.
 * Announces: policy.published, policy.proposed. Source: clauses OK-20, OK-21, KC-48, KC-52, OC-53.
 */
export async function publishPolicy(
  ctx: Context,
  { origin, dated = ctx.now }: Publishing,
): Promise<Published> {
  const before = await findPublished(ctx);
  const [newest] = await selectVersions(ctx);
  const number = (newest?.number ?? 0) + 1;
  const { map, documents, faults } = await compileShop(ctx, { number, publishedAt: dated });
  if (faults.length > 0) throw refuse.doesNotCompile({ faults: faults.map(({ code }) => code) });
  const mapHash = hashOf(map);
  if (before?.mapHash === mapHash) throw refuse.nothingChanged();
  if (before?.publishedAt && dated <= before.publishedAt) throw refuse.dateUnchanged();

  const changes = before ? diffMaps(before.map, map) : [];
  const waits = before !== undefined && (await needsSecond(ctx));
  const version = {
    number,
    map,
    mapHash,
    changes,
    isMaterial: isMaterial(changes),
    origin,
    proposedBy: whoActs(ctx),
  };
  const isNew = await insertVersion(ctx, {
    ...version,
    state: waits ? 'proposed' : 'published',
    publishedAt: waits ? null : dated,
    telling: waits || !before ? 'nobody' : tellingOf(ctx, version.isMaterial),
  });
  if (!isNew) throw refuse.nothingChanged();
  ctx.audit({
    action: waits ? 'policy.proposed' : 'policy.published',
    on: { table: 'policy.version', id: String(number) },
  });
  if (waits) {
    ctx.emit(facts.proposed({ version: number }));
    return { kind: 'proposed', version: number };
  }
  await insertDocuments(ctx, number, documents);
  ctx.emit(facts.published({ version: number, isMaterial: version.isMaterial }));
  return { kind: 'published', version: number, isMaterial: version.isMaterial };
}

/**
 * Gives the second yes to a proposed version; from now on it is what holds.
 *
 * Refuses: policy.noSuchVersion, policy.notWaiting, policy.sameApprover, policy.movedOn, policy.doesNotCompile.
 * Announces: policy.published.
 */
export async function approvePolicy(ctx: Context, number: number): Promise<Published> {
  const version = await waiting(ctx, number);
  const approvedBy = whoActs(ctx);
  if (approvedBy !== null && approvedBy === version.proposedBy) throw refuse.sameApprover();
  const map = await liveMap(ctx);
  if (hashOf(map) !== version.mapHash) throw refuse.movedOn();
  const profile = profileOf(ctx.tenant);
  const stamp = { number, publishedAt: ctx.now };
  const { documents, faults } = compilePolicy({
    map,
    profile,
    carried: carriedBeside(),
    jurisdiction: map.controller.country,
    version: stamp,
  });
  if (faults.length > 0) throw refuse.doesNotCompile({ faults: faults.map(({ code }) => code) });

  await updateVersion(ctx, number, {
    state: 'published',
    approvedBy,
    publishedAt: ctx.now,
    telling: tellingOf(ctx, version.isMaterial),
  });
  await insertDocuments(ctx, number, documents);
  ctx.audit({ action: 'policy.approved', on: { table: 'policy.version', id: String(number) } });
  ctx.emit(facts.published({ version: number, isMaterial: version.isMaterial }));
  return { kind: 'published', version: number, isMaterial: version.isMaterial };
}

/** Takes a proposed version back. Refuses: policy.noSuchVersion, policy.notWaiting. */
export async function withdrawProposal(ctx: Context, number: number): Promise<void> {
  await waiting(ctx, number);
  await updateVersion(ctx, number, { state: 'withdrawn' });
  ctx.audit({ action: 'policy.withdrawn', on: { table: 'policy.version', id: String(number) } });
}

async function waiting(ctx: Context, number: number): Promise<Version> {
  const version = await findVersion(ctx, number);
  if (!version) throw refuse.noSuchVersion();
  if (version.state !== 'proposed') throw refuse.notWaiting();
  return version;
}

const tellingOf = (ctx: Context, material: boolean): 'waiting' | 'nobody' =>
  material || profileOf(ctx.tenant).notice.everyChange ? 'waiting' : 'nobody';

const whoActs = ({ actor }: Context): SubjectId | null =>
  actor.kind === 'staff' ? asId<SubjectId>(actor.id) : null;

/**
 * Publishes the first version of a shop that has none, as soon as it compiles. Shape: the version in force, if there is one.
 *
 * Whoever asks first gets it: a policy page without a dated version exists only where nobody says who is responsible.
 */
export async function ensurePolicy(ctx: Context, origin: string): Promise<Version | undefined> {
  const known = await findPublished(ctx);
  if (known) return known;
  const { faults } = await compileShop(ctx);
  if (faults.length > 0) return undefined;
  await publishPolicy(ctx, { origin });
  return findPublished(ctx);
}
