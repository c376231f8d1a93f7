import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tenant } from './context.ts';
import type { House } from './house.ts';
import type { TimedJob } from './module.ts';
import { Refusal } from './refusal.ts';
import type { KernelRows } from './tables.ts';

const holder = randomUUID();
const usualLeaseSeconds = 600;

/**
 * Runs a timed job of a tenant when it is due and no other worker has it.
 *
 * A worker that is killed holds the job for its lease at most. Shape: whether it ran.
 */
export async function runWhenDue(house: House, tenant: Tenant, job: TimedJob): Promise<boolean> {
  const now = house.clock();
  const heldUntil = new Date(now.getTime() + (job.leaseSeconds ?? usualLeaseSeconds) * 1000);
  const claimed = await house.db.transaction(tenant.id, (tx: Kysely<KernelRows>) =>
    tx
      .insertInto('kernel.job_lease')
      .values({ job: job.name, nextAt: now, heldUntil, holder })
      .onConflict((clash) =>
        clash
          .columns(['tenantId', 'job'])
          .doUpdateSet({ heldUntil, holder })
          .where('kernel.job_lease.nextAt', '<=', now)
          .where('kernel.job_lease.heldUntil', '<=', now),
      )
      .returning('job')
      .executeTakeFirst(),
  );
  if (!claimed) return false;
  const failure = await job.run(house, tenant).then(
    () => null,
    (error: unknown) => error,
  );
  if (failure !== null)
    house.log.error(
      { err: failure, job: job.name, tenant: tenant.slug },
      'a timed job failed and will run again',
    );
  await release(house, tenant, job, failure);
  return true;
}

async function release(house: House, tenant: Tenant, job: TimedJob, failure: unknown): Promise<void> {
  const now = house.clock();
  await house.db.transaction(tenant.id, (tx: Kysely<KernelRows>) =>
    tx
      .updateTable('kernel.job_lease')
      .set({
        nextAt: new Date(now.getTime() + job.everySeconds * 1000),
        heldUntil: now,
        ...(failure === null
          ? { lastFinishedAt: now, lastFailure: null }
          : { lastFailure: failure instanceof Refusal ? failure.code : 'failed' }),
      })
      .where('job', '=', job.name)
      .where('holder', '=', holder)
      .execute(),
  );
}
