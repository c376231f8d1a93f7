import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';
import { statementsOf } from '#kernel/sql-text.ts';

const lockKey = 5_066_872;
const folder = new URL('keystore/', import.meta.url);

/** The files of the keystore's tables that this Kontor knows, in their order. */
export const knownKeystoreFiles = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();

/** Brings the keystore's tables up to date: every file of the folder `keystore/` once, in the order of their names. */
export async function migrateKeystore(pool: pg.Pool): Promise<void> {
  const files = await knownKeystoreFiles();
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
    const applied = await appliedFiles(client);
    for (const name of files.filter((file) => !applied.has(file))) {
      const text = await readFile(new URL(name, folder), 'utf8');
      for (const statement of statementsOf(text)) await client.query(statement);
    }
    await client.query(
      'create table if not exists keys.migration (name text not null primary key, applied_at timestamptz not null)',
    );
    await client.query(
      'insert into keys.migration (name, applied_at) select name, now() from unnest($1::text[]) as name on conflict do nothing',
      [files],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** What a keystore from before there was a list of files may have: each file by a table that it made. */
const beforeTheList = { '0001-keys.sql': 'keys.subject_key', '0004-day-keys.sql': 'keys.statistics_salt' };

async function appliedFiles(client: pg.PoolClient): Promise<Set<string>> {
  if (await isThere(client, 'keys.migration')) {
    const { rows } = await client.query<{ name: string }>('select name from keys.migration');
    return new Set(rows.map(({ name }) => name));
  }
  const applied = new Set<string>();
  for (const [name, makes] of Object.entries(beforeTheList))
    if (await isThere(client, makes)) applied.add(name);
  return applied;
}

async function isThere(client: pg.PoolClient, table: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    table,
  ]);
  return rows[0]?.there === true;
}
