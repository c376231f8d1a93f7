import type { Kysely } from 'kysely';
import { PgBoss, fromKysely } from 'pg-boss';
import { v5 } from 'uuid';
import type { Tenant } from './context.ts';
import type { Reaction } from './facts.ts';
import type { House } from './house.ts';
import type { KernelRows } from './tables.ts';
import { unitOfWork } from './unit-of-work.ts';

export const reactionQueue = 'reaction';

/** What a job carries: which reaction to which fact of which tenant. Nothing else, so nothing personal. */
export interface ReactionJob {
  readonly tenantId: string;
  readonly factId: string;
  readonly reaction: string;
}

/** The job queue over the runtime's own connection; it may use the queue's tables but not change their shape. */
export function openQueue(house: House): PgBoss {
  // pg answers a text of several statements with an array; the queue wants the rows of whichever had some.
  const executeSql = async (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> => {
    const answers = [await house.db.pool.query<Record<string, unknown>>(text, values)].flat();
    return { rows: answers.flatMap((answer) => answer.rows) };
  };
  const boss = new PgBoss({
    db: { executeSql },
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  });
  boss.on('error', (error) => house.log.warn({ err: error }, 'the job queue had an error and goes on'));
  return boss;
}

const batchSize = 200;

/**
 * Turns a tenant's waiting facts into jobs, one for each reaction that listens, in one transaction.
 *
 * A relay that is killed leaves the facts waiting; two relays share them out. Shape: how many facts were relayed.
 */
export async function relayFacts(
  house: House,
  boss: PgBoss,
  tenant: Tenant,
  reactions: readonly Reaction[],
): Promise<number> {
  return house.db.transaction(tenant.id, async (tx: Kysely<KernelRows>) => {
    const facts = await tx
      .selectFrom('kernel.fact')
      .select(['id', 'name'])
      .where('relayedAt', 'is', null)
      .orderBy('id')
      .limit(batchSize)
      .forUpdate()
      .skipLocked()
      .execute();
    if (facts.length === 0) return 0;
    const jobs = facts.flatMap((fact) =>
      reactions
        .filter((reaction) => reaction.to === fact.name)
        .map((reaction) => ({
          id: v5(reaction.name, fact.id),
          data: { tenantId: tenant.id, factId: fact.id, reaction: reaction.name } satisfies ReactionJob,
        })),
    );
    if (jobs.length > 0) await boss.insert(reactionQueue, jobs, { db: fromKysely(tx as never) });
    await tx
      .updateTable('kernel.fact')
      .set({ relayedAt: house.clock() })
      .where(
        'id',
        'in',
        facts.map((fact) => fact.id),
      )
      .execute();
    return facts.length;
  });
}

/**
 * Runs one reaction. Its writes and the mark that it ran commit together, so a second delivery finds nothing to do.
 *
 * Shape: false when it had run before, or when its fact is gone.
 */
export async function react(
  house: House,
  tenant: Tenant,
  reaction: Reaction,
  job: ReactionJob,
): Promise<boolean> {
  const actor = { kind: 'system', id: reaction.name, purpose: reaction.purpose } as const;
  return unitOfWork(house, { tenant, actor }, async (ctx) => {
    const tx: Kysely<KernelRows> = ctx.tx;
    const mine = await tx
      .insertInto('kernel.reaction_done')
      .values({ factId: job.factId, reaction: reaction.name, doneAt: ctx.now })
      .onConflict((clash) => clash.doNothing())
      .returning('factId')
      .executeTakeFirst();
    if (!mine) return false;
    const fact = await tx
      .selectFrom('kernel.fact')
      .select(['body'])
      .where('id', '=', job.factId)
      .executeTakeFirst();
    if (!fact) return false;
    await reaction.react(ctx, fact.body, { factId: job.factId });
    return true;
  });
}
