import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { listDrills } from '#modules/retention/index.ts';
import type { BuiltHouse } from '../build-house.ts';
import { drillRestore } from './drill.ts';
import type { DrillFrom } from './drill.ts';

const monthMs = 30 * 86_400_000;
const lookEveryMs = 3_600_000;
const lockKey = 5_066_874;

/** Keeps trying once a month, in one worker of all, whether a backup can be restored. Shape: how to stop. */
export function drillMonthly(house: BuiltHouse, from: DrillFrom): () => Promise<void> {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(lookEveryMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      await drillWhenDue(house, from).catch((error: unknown) =>
        house.log.error({ err: error }, 'the restore drill could not be held'),
      );
    }
  })();
  return async () => {
    stopping.abort();
    await running;
  };
}

/** Holds the drill when the last one is a month old and nobody else is at it. Shape: whether it was held. */
export async function drillWhenDue(house: BuiltHouse, from: DrillFrom): Promise<boolean> {
  const client = new pg.Client({ connectionString: from.adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      lockKey,
    ]);
    if (rows[0]?.mine !== true) return false;
    const [last] = await listDrills(house.db, 1);
    if (last && house.clock().getTime() - last.startedAt.getTime() < monthMs) return false;
    await drillRestore(house, from);
    return true;
  } finally {
    await client.end();
  }
}
