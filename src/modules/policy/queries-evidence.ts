import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { PolicyRows } from './tables.ts';

const rows = (ctx: Context): Kysely<PolicyRows> => ctx.tx;

/** When a check last ran and when it last passed. */
export interface EvidenceRow {
  readonly checkName: string;
  readonly ranAt: Date;
  readonly passedAt: Date | null;
  readonly findings: number;
}

export const selectEvidence = (ctx: Context): Promise<EvidenceRow[]> =>
  rows(ctx)
    .selectFrom('policy.evidence')
    .select(['checkName', 'ranAt', 'passedAt', 'findings'])
    .orderBy('checkName')
    .execute();

export async function upsertEvidence(
  ctx: Context,
  results: readonly { readonly check: string; readonly findings: number }[],
): Promise<void> {
  for (const { check, findings } of results) {
    const passed = findings === 0 ? { passedAt: ctx.now } : {};
    await rows(ctx)
      .insertInto('policy.evidence')
      .values({ checkName: check, ranAt: ctx.now, passedAt: null, findings, ...passed })
      .onConflict((clash) =>
        clash.columns(['tenantId', 'checkName']).doUpdateSet({ ranAt: ctx.now, findings, ...passed }),
      )
      .execute();
  }
}
