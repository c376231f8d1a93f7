import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { KeyClass } from '#kernel/registry.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { goesWithPerson } from './clock.ts';
import { deleteLeftovers, insertLeftovers, saveWalk, selectWalk, takeLeftovers } from './queries.ts';
import {
  deleteOf,
  lockPeople,
  markForgotten,
  selectPeopleAfter,
  selectStates,
  selectTraced,
  tracesOf,
} from './queries-people.ts';

/** A key on lease lives a minute in other processes: after five nobody can write under one that nothing hangs on. */
const quietMs = 5 * 60_000;
/** Somebody we met today may be in the middle of something. */
const metBeforeMs = 24 * 3_600_000;
const chunk = 200;
const mostPerRun = 5_000;

const who = (tenant: Tenant) =>
  ({ tenant, actor: { kind: 'system', id: 'retention.forget', purpose: 'administer' } }) as const;

/**
 * Destroys keys that nothing hangs on any more, and forgets people of whom nothing is left.
 *
 * Looks at those of whom something ended, and walks slowly over everybody else, a part each time.
 * Shape: how many keys were destroyed and how many people forgotten. Source: clauses C3, C4; GDPR art. 5(1)(e).
 */
export async function forgetPeople(
  house: House,
  tenant: Tenant,
): Promise<{ shredded: number; forgotten: number }> {
  let [shredded, forgotten] = [0, 0];
  for (let looked = 0; looked < mostPerRun; looked += chunk) {
    const done = await unitOfWork(house, who(tenant), async (ctx) => {
      const subjects = await takeLeftovers(ctx, new Date(ctx.now.getTime() - quietMs), chunk);
      return { found: subjects.length, ...(await settle(ctx, subjects)) };
    });
    shredded += done.shredded;
    forgotten += done.forgotten;
    if (done.found < chunk) break;
  }
  await walkOn(house, tenant);
  return { shredded, forgotten };
}

/** Whoever has keys without anything under them, for whatever reason, is looked at next time. */
async function walkOn(house: House, tenant: Tenant): Promise<void> {
  for (let walked = 0; walked < mostPerRun; walked += chunk) {
    const found = await unitOfWork(house, who(tenant), async (ctx) => {
      const walk = await selectWalk(ctx);
      const metBefore = new Date(ctx.now.getTime() - metBeforeMs);
      const subjects = await selectPeopleAfter(ctx, walk?.position ?? null, metBefore, chunk);
      const states = await statesOf(ctx, subjects);
      const idle = subjects.filter((subject) => {
        const state = states.get(subject);
        return state && (state.empty || state.needless.length > 0);
      });
      await insertLeftovers(ctx, idle);
      await saveWalk(ctx, subjects.length < chunk ? null : (subjects.at(-1) ?? null));
      return subjects.length;
    });
    if (found < chunk) break;
  }
}

interface State {
  readonly needless: readonly KeyClass[];
  readonly empty: boolean;
}

/** Which keys of people nothing hangs on, and of whom nothing at all is left. */
async function statesOf(ctx: Context, subjects: readonly SubjectId[]): Promise<Map<SubjectId, State>> {
  if (subjects.length === 0) return new Map();
  const needed = new Map<SubjectId, Set<KeyClass>>();
  const traced = new Set<SubjectId>();
  for (const trace of tracesOf([...declaredTables().values()])) {
    for (const subject of await selectTraced(ctx, trace, subjects)) {
      traced.add(subject);
      if (trace.class === null) continue;
      const classes = needed.get(subject) ?? new Set();
      needed.set(subject, classes.add(trace.class));
    }
  }
  const kept = await ctx.keys.classesOf(ctx.tenant.id, subjects);
  return new Map(
    subjects.map((subject) => [
      subject,
      {
        needless: (kept.get(subject) ?? []).filter((one) => needed.get(subject)?.has(one) !== true),
        empty: !traced.has(subject),
      },
    ]),
  );
}

/**
 * Which of these people, who were erased, are known again: the data says so, or keys are there that nothing hangs on.
 *
 * An erasure that is under way goes on by itself. Source: P11.
 */
export async function peopleStillKnown(ctx: Context, erased: readonly SubjectId[]): Promise<SubjectId[]> {
  const standing = await selectStates(ctx, erased);
  const keyed = [...(await ctx.keys.classesOf(ctx.tenant.id, erased)).keys()];
  const states = await statesOf(ctx, keyed);
  return erased.filter((subject) => {
    const state = standing.get(subject);
    if (state === 'erasing') return false;
    return state === 'active' || state === 'restricted' || (states.get(subject)?.needless.length ?? 0) > 0;
  });
}

/** Destroys keys of erased people that nothing hangs on: an old keystore brought them back. */
export async function shredNeedless(ctx: Context, erased: readonly SubjectId[]): Promise<void> {
  for (const [subject, { needless }] of await statesOf(ctx, erased))
    if (needless.length > 0) await ctx.keys.destroyDataKeys(ctx.tenant.id, subject, needless);
}

/** Under a lock that writers wait for: they meet the person as they are afterwards. */
async function settle(
  ctx: Context,
  subjects: readonly SubjectId[],
): Promise<{ shredded: number; forgotten: number }> {
  if (subjects.length === 0) return { shredded: 0, forgotten: 0 };
  const locked = await lockPeople(ctx, subjects, new Date(ctx.now.getTime() - metBeforeMs));
  const states = await statesOf(ctx, locked);
  let shredded = 0;
  const gone: SubjectId[] = [];
  for (const [subject, { needless, empty }] of states) {
    if (needless.length > 0) {
      await ctx.keys.destroyDataKeys(ctx.tenant.id, subject, needless);
      shredded += needless.length;
    }
    if (empty) gone.push(subject);
  }
  for (const table of declaredTables().values()) if (goesWithPerson(table)) await deleteOf(ctx, table, gone);
  await markForgotten(ctx, gone);
  await deleteLeftovers(ctx, subjects);
  return { shredded, forgotten: gone.length };
}
