import type { Context } from '#kernel/context.ts';
import type { Finding, Prover } from '#kernel/module.ts';
import { selectRawOlderThan, selectSmallCells } from './queries.ts';
import { tables } from './tables.ts';
import { dayOf, rawLivesMs, smallest } from './visit.ts';

/** Counts identify nobody: salts and raw counts are dead in time, nothing small is stored, nothing names a person. */
export const statisticsProver: Prover = {
  name: 'statistics',
  says: 'no salt and no raw count is older than 48 hours, no count is below five, no table of statistics can name a person',
  prove: async (ctx: Context): Promise<readonly Finding[]> => {
    const deadline = new Date(ctx.now.getTime() - rawLivesMs);
    const salts = (await ctx.keys.days.list('statistics')).filter((day) => day <= dayOf(deadline));
    const raw = await selectRawOlderThan(ctx, deadline);
    const small = await selectSmallCells(ctx, smallest);
    const naming = Object.values(tables).flatMap((table) =>
      Object.entries(table.columns)
        .filter(([, column]) => column.spec.kind !== 'plain')
        .map(([name]) => `${table.name}.${name}`),
    );
    return [
      { says: 'salts of visitor counts are older than 48 hours', rows: salts },
      { says: 'raw counts are older than 48 hours', rows: raw.map((day) => `analytics.running ${day}`) },
      {
        says: 'counts below five are stored',
        rows: small.map(({ day, dimension, key }) => `analytics.cell ${day} ${dimension} ${key}`),
      },
      { says: 'columns of statistics point at people', rows: naming },
    ].filter(({ rows }) => rows.length > 0);
  },
};
