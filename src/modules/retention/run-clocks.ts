import type { Actor, Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { facts } from './facts.ts';
import { lawPack } from './law-packs/law-packs.ts';
import { planRun } from './plan-run.ts';
import type { LineWork, PlannedLine } from './plan-run.ts';
import {
  endBrokenRuns,
  finishRun,
  insertLeftovers,
  insertReceipt,
  insertRun,
  selectBlockedSince,
  useApproval,
} from './queries.ts';
import { clearColumns, deleteRows, takeDue, takeTurn } from './queries-clocks.ts';
import { endRows } from './queries-locks.ts';
import type { RunId } from './run.ts';

const batchSize = 500;
const brokenAfterMs = 3_600_000;
const saidAgainAfterMs = 24 * 3_600_000;

const byItself: Actor = { kind: 'system', id: 'retention.run', purpose: 'administer' };

interface Begun {
  readonly run: RunId;
  readonly lines: readonly LineWork[];
}

/**
 * Ends what nobody has a ground to keep any more: deletes rows, or empties columns where the books need the row.
 *
 * Works in batches with a receipt each; killed, it goes on at the next run. What a clock has over the breaker's limit
 * stays whole until a person says yes. Shape: what was done, as `planRun` would have said; empty when nothing was due.
 * Announces: retention.blocked. Source: GDPR art. 5(1)(e); clauses C6, K7-34, KS-16; P20, P22.
 */
export async function runClocks(
  house: House,
  tenant: Tenant,
  actor: Actor = byItself,
): Promise<PlannedLine[]> {
  const who = { tenant, actor };
  const begun = await unitOfWork(house, who, (ctx) => begin(ctx));
  if (!begun) return [];
  const done: PlannedLine[] = [];
  const failures: unknown[] = [];
  for (const line of begun.lines) {
    if (line.does === 'blocked') {
      done.push(line);
      continue;
    }
    const left = await endLine(house, who, begun, line).catch(async (error: unknown) => {
      // One clock that cannot end its rows keeps no other from it; its receipt says so, and so does the job.
      failures.push(error);
      await unitOfWork(house, who, (ctx) =>
        insertReceipt(ctx, {
          ...receiptOf(ctx, begun.run, line),
          outcome: 'blocked',
          rows: line.rows,
          because: 'failed',
        }),
      );
      return line.rows;
    });
    done.push({ ...line, rows: line.rows - left });
  }
  const isBlocked = begun.lines.some((line) => line.does === 'blocked');
  const state = failures.length > 0 ? 'failed' : isBlocked ? 'blocked' : 'done';
  await unitOfWork(house, who, (ctx) => finishRun(ctx, begun.run, state));
  if (failures.length > 0) throw new AggregateError(failures, 'some clocks could not end their rows');
  return done;
}

/** Ends what is due under a clock, batch by batch. Shape: how many rows are left, because somebody had them in use. */
async function endLine(
  house: House,
  who: { readonly tenant: Tenant; readonly actor: Actor },
  begun: Begun,
  line: LineWork,
): Promise<number> {
  let left = line.rows;
  while (left > 0) {
    const ended = await unitOfWork(house, who, (ctx) =>
      endSome(ctx, begun.run, line, Math.min(batchSize, left)),
    );
    if (ended === 0) break;
    left -= ended;
  }
  return left;
}

/** Makes the plan and writes down what is blocked. A clock that was said to be blocked today is not said again. */
async function begin(ctx: Context): Promise<Begun | undefined> {
  await takeTurn(ctx);
  await endBrokenRuns(ctx, new Date(ctx.now.getTime() - brokenAfterMs));
  const lines = (await planRun(ctx)).filter((line) => line.rows > 0);
  const said = await selectBlockedSince(ctx, new Date(ctx.now.getTime() - saidAgainAfterMs));
  const isNews = lines.some((line) => line.does !== 'blocked' || !said.has(line.clock));
  if (!isNews) return undefined;
  const run = await insertRun(ctx);
  for (const line of lines) {
    if (line.does !== 'blocked') {
      if (line.rows > line.limit) await useApproval(ctx, line.clock, line.rows, run);
      continue;
    }
    if (said.has(line.clock)) continue;
    await insertReceipt(ctx, { ...receiptOf(ctx, run, line), outcome: 'blocked', rows: line.rows });
    ctx.emit(facts.blocked({ runId: run, clock: line.of.name, rows: line.rows }));
  }
  return { run, lines };
}

async function endSome(ctx: Context, run: RunId, line: LineWork, limit: number): Promise<number> {
  await takeTurn(ctx);
  const due = await takeDue(ctx, line, limit);
  if (due.length === 0) return 0;
  const ids = due.map((row) => row.id);
  if (line.does === 'deleted') await deleteWhole(ctx, line, ids);
  else await clearColumns(ctx, line.of, ids);
  await insertLeftovers(
    ctx,
    due.flatMap((row) => row.subjects),
  );
  const outcome = line.does === 'deleted' ? 'deleted' : 'cleared';
  await insertReceipt(ctx, { ...receiptOf(ctx, run, line), outcome, rows: due.length });
  return due.length;
}

/** Deletes rows and what goes along with them; those that nobody has the right to remove, by the owner's function. */
async function deleteWhole(ctx: Context, line: LineWork, ids: readonly string[]): Promise<void> {
  for (const { table, by } of line.followers) await endRows(ctx, table, by, ids, line.locks.has(table.name));
  if (line.locks.has(line.of.table.name)) await endRows(ctx, line.of.table, 'id', ids, true);
  else await deleteRows(ctx, line.of.table, ids);
}

function receiptOf(ctx: Context, runId: RunId, line: LineWork) {
  const pack = lawPack(ctx.tenant.country);
  return {
    runId,
    clock: line.clock,
    held: line.held,
    total: line.total,
    ground: line.ground,
    cites: line.cites,
    pack: `${pack.country} ${pack.version}`,
    because: line.because,
  };
}
