import type { Context } from '#kernel/context.ts';
import { facesToCome, profileOf } from '#profiles/profiles.ts';
import { compileShop } from './compile-shop.ts';
import { diffMaps } from './diff-maps.ts';
import { presentChange, presentVersion } from './present.ts';
import { findPublished, needsSecond, selectVersions, upsertSetting } from './queries.ts';
import { countNotices } from './queries-notices.ts';

/** Everything that whoever looks after the policy wants to see at once: what holds, what is so, what is in the way. */
export async function policyDesk(ctx: Context) {
  const published = await findPublished(ctx);
  const { faults, map } = await compileShop(ctx);
  const pending = published ? diffMaps(published.map, map) : [];
  return {
    current: published?.number ?? null,
    secondApprover: await needsSecond(ctx),
    facesToCome: [...facesToCome(profileOf(ctx.tenant))],
    faults: faults.map((one) => ({ ...one, clauses: [...one.clauses], ways: [...one.ways] })),
    pending: pending.map((change) => presentChange(change, ctx.locale)),
    versions: (await selectVersions(ctx)).map((one) => presentVersion(one, ctx.locale)),
    notices: (await countNotices(ctx)).map((one) => ({ ...one, count: Number(one.count) })),
  };
}

/** Says whether a policy needs a second person's yes from now on. */
export async function setSecondApprover(ctx: Context, secondApprover: boolean): Promise<void> {
  await upsertSetting(ctx, secondApprover);
  ctx.audit({
    action: 'policy.secondApproverSet',
    on: { table: 'policy.setting', id: ctx.tenant.id },
    details: { secondApprover },
  });
}
