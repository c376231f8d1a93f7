import { randomBytes } from 'node:crypto';
import type { DayKeyUse, DayKeys } from '#kernel/context.ts';
import type { RootKey } from './root-key.ts';

type Query = <Row extends object>(text: string, values: readonly unknown[]) => Promise<Row[]>;

const tableOf: Readonly<Record<DayKeyUse, string>> = {
  statistics: 'keys.statistics_salt',
  'security-log': 'keys.security_log_key',
};

/**
 * Random secrets of one day each, kept in the keystore under the root key and nowhere else.
 *
 * To destroy one is to delete its row and to rewrite the table's file, so that no dead row keeps its bytes on the disk.
 * Source: clause OC-21; privacy.md C9.
 */
export function dayKeysIn(query: Query, root: RootKey): DayKeys {
  const find: DayKeys['find'] = async (use, day) => {
    const [row] = await query<{ wrapped: Buffer }>(`select wrapped from ${tableOf[use]} where day = $1`, [
      day,
    ]);
    return row && root.unwrap(row.wrapped, contextOf(use, day));
  };
  return {
    find,
    make: async (use, day) => {
      const known = await find(use, day);
      if (known) return known;
      const fresh = randomBytes(32);
      const made = await query(
        `insert into ${tableOf[use]} (day, wrapped, made_at) values ($1, $2, now()) on conflict do nothing returning day`,
        [day, await root.wrap(fresh, contextOf(use, day))],
      );
      if (made.length > 0) return fresh;
      const theirs = await find(use, day);
      if (!theirs) throw new Error(`the key of ${day} was destroyed in the moment it was made`);
      return theirs;
    },
    list: async (use) =>
      (await query<{ day: string }>(`select day::text as day from ${tableOf[use]} order by day`, [])).map(
        ({ day }) => day,
      ),
    destroyBefore: async (use, day) => {
      const gone = await query(`delete from ${tableOf[use]} where day < $1 returning day`, [day]);
      if (gone.length > 0) await query(`vacuum full ${tableOf[use]}`, []);
    },
  };
}

const contextOf = (use: DayKeyUse, day: string): string => `day|${use}|${day}`;
