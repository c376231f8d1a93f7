import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Actor, AuditNote, Context, Locale, Opening, Tenant } from './context.ts';
import type { Fact } from './facts.ts';
import type { House } from './house.ts';
import { newId } from './ids.ts';
import type { KernelRows } from './tables.ts';

export interface Who {
  readonly tenant: Tenant;
  readonly actor: Actor;
  readonly locale?: Locale;
}

/** Two transactions that wait for each other: PostgreSQL has ended ours and nothing of it is stored. */
const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '40P01';
const mostAttempts = 5;

/**
 * Runs one business transaction: one tenant, one clock reading. What it announces and what it leaves in the audit log
 * is stored with it, or nothing is.
 *
 * Runs again from the start when it and another transaction waited for each other, so `run` does nothing outside of it.
 */
export async function unitOfWork<T>(house: House, who: Who, run: (ctx: Context) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(house, who, run);
    } catch (error) {
      if (!isDeadlock(error) || attempt === mostAttempts) throw error;
      await sleep(Math.random() * 20 * attempt);
    }
  }
}

async function attemptOnce<T>(house: House, who: Who, run: (ctx: Context) => Promise<T>): Promise<T> {
  const facts: Fact[] = [];
  const notes: AuditNote[] = [];
  const openings: Opening[] = [];
  const wakes: (() => void)[] = [];

  const result = await house.db.transaction(who.tenant.id, async (tx) => {
    const ctx: Context = {
      tx,
      tenant: who.tenant,
      actor: who.actor,
      now: house.clock(),
      locale: who.locale ?? who.tenant.locale,
      keys: house.keys,
      emit: (fact) => void facts.push(fact),
      audit: (note) => void notes.push(note),
      opened: (opening) => void openings.push(opening),
      afterCommit: (wake) => void wakes.push(wake),
    };
    const value = await run(ctx);
    if (notes.length > 0 || openings.length > 0) await house.recordAudit(ctx, notes, openings);
    if (facts.length > 0) await insertFacts(ctx, facts);
    return value;
  });

  if (facts.length > 0) house.wakeRelay(who.tenant.id);
  for (const wake of wakes) wake();
  return result;
}

async function insertFacts(ctx: Context, facts: readonly Fact[]): Promise<void> {
  const tx: Kysely<KernelRows> = ctx.tx;
  await tx
    .insertInto('kernel.fact')
    .values(
      facts.map((fact) => ({
        id: newId<never>(),
        name: fact.name,
        body: JSON.stringify(fact.body),
        happenedAt: ctx.now,
      })),
    )
    .execute();
}
