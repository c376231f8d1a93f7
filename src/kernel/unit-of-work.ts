import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor, AuditNote, Context, Locale, Opening, Tenant } from './context.ts';
import type { Fact } from './facts.ts';
import type { House } from './house.ts';
import type { AnyDb, Statement } from './database.ts';
import { newId } from './ids.ts';
import type { TenantId } from './ids.ts';

interface Who {
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

  let now: Date | undefined;
  const inTransaction = async (tx: AnyDb): Promise<T> => {
    now = house.clock();
    const ctx: Context = {
      tx,
      tenant: who.tenant,
      actor: who.actor,
      now,
      locale: who.locale ?? who.tenant.locale,
      keys: house.keys,
      emit: (fact) => void facts.push(fact),
      audit: (note) => void notes.push(note),
      opened: (opening) => void openings.push(opening),
      afterCommit: (wake) => void wakes.push(wake),
    };
    const value = await run(ctx);
    if (notes.length > 0 || openings.length > 0) await house.recordAudit(ctx, notes, openings);
    return value;
  };
  const result = await house.db.transaction(who.tenant.id, inTransaction, () =>
    now !== undefined && facts.length > 0 ? insertFacts(who.tenant.id, facts, now) : undefined,
  );

  if (facts.length > 0) house.wakeRelay(who.tenant.id);
  for (const wake of wakes) wake();
  return result;
}

/** One text however many facts there are, so that it is planned once; ids are made in the order in which they happened. */
const insertFacts = (tenant: TenantId, facts: readonly Fact[], now: Date): Statement => ({
  text: `insert into kernel.fact (tenant_id, id, name, body, happened_at)
    select $1, new.id, new.name, new.body, $5 from unnest($2::uuid[], $3::text[], $4::jsonb[]) as new (id, name, body)`,
  values: [
    tenant,
    facts.map(() => newId<never>()),
    facts.map(({ name }) => name),
    facts.map(({ body }) => JSON.stringify(body)),
    now,
  ],
});
