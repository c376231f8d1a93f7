import type { Context } from '#kernel/context.ts';
import { asId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { facesToCome, profileOf } from '#profiles/profiles.ts';
import { compileShop } from './compile-shop.ts';
import { diffMaps } from './diff-maps.ts';
import { presentChange, presentVersion } from './present.ts';
import { findPublished, findSetting, selectVersions, upsertSetting } from './queries.ts';
import { countNotices } from './queries-notices.ts';
import { refuse } from './refuse.ts';

/** Everything that whoever looks after the policy wants to see at once: what holds, what is so, what is in the way. */
export async function policyDesk(ctx: Context) {
  const published = await findPublished(ctx);
  const { faults, map } = await compileShop(ctx);
  const { secondApprover, offAskedBy } = await findSetting(ctx);
  const pending = published ? diffMaps(published.map, map) : [];
  return {
    current: published?.number ?? null,
    secondApprover,
    switchingOff:
      offAskedBy === null
        ? ('nobody' as const)
        : offAskedBy === ctx.actor.id
          ? ('me' as const)
          : ('a colleague' as const),
    facesToCome: [...facesToCome(profileOf(ctx.tenant))],
    faults: faults.map((one) => ({ ...one, clauses: [...one.clauses], ways: [...one.ways] })),
    pending: pending.map((change) => presentChange(change, ctx.locale)),
    versions: (await selectVersions(ctx)).map((one) => presentVersion(one, ctx.locale)),
    notices: (await countNotices(ctx)).map((one) => ({ ...one, count: Number(one.count) })),
  };
}

export type SecondApprover = { readonly kind: 'set' } | { readonly kind: 'asked' };

/**
 * Says whether a policy needs a second person's yes from now on.
 *
 * Anybody who may approve switches it on. It is switched off when two of them ask for it: otherwise one person would
 * switch it off, publish alone, and switch it on again. Asking for it to be on takes an open wish back.
 * Shape: `asked` when a colleague still has to ask for the same. Refuses: policy.staffOnly.
 */
export async function setSecondApprover(ctx: Context, wanted: boolean): Promise<SecondApprover> {
  const { secondApprover, offAskedBy } = await findSetting(ctx, 'hold');
  const on = { table: 'policy.setting', id: ctx.tenant.id };
  if (!wanted && secondApprover) {
    if (ctx.actor.kind !== 'staff') throw refuse.staffOnly();
    const me = asId<SubjectId>(ctx.actor.id);
    if (offAskedBy === null || offAskedBy === me) {
      await upsertSetting(ctx, true, me);
      ctx.audit({ action: 'policy.secondApproverOffAsked', on });
      return { kind: 'asked' };
    }
  }
  await upsertSetting(ctx, wanted);
  ctx.audit({ action: 'policy.secondApproverSet', on, details: { secondApprover: wanted } });
  return { kind: 'set' };
}
