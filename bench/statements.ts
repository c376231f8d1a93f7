/** What PostgreSQL counted: statements that clients sent, BEGIN and COMMIT included, in the platform's databases. */
import pg from 'pg';
import type { MeasuredPostgres } from './platform.ts';

export interface StatementCount {
  readonly text: string;
  readonly calls: number;
  /** Units: milliseconds of execution, all calls together. */
  readonly milliseconds: number;
}

export interface StatementCounter {
  /** Counts since the last reset. */
  read(): Promise<StatementCount[]>;
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Reads pg_stat_statements from a database that is not measured. */
export async function openStatementCounter(postgres: MeasuredPostgres): Promise<StatementCounter> {
  const url = new URL(postgres.url);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query('create extension if not exists pg_stat_statements');
  return {
    async read() {
      const { rows } = await client.query<{ text: string; calls: string; milliseconds: number }>(
        `select s.query as text, sum(s.calls) as calls, sum(s.total_exec_time) as milliseconds
         from pg_stat_statements s join pg_database d on d.oid = s.dbid
         where s.toplevel and d.datname = any($1)
         group by s.query order by sum(s.calls) desc, sum(s.total_exec_time) desc`,
        [postgres.databases],
      );
      return rows.map((row) => ({ ...row, calls: Number(row.calls) }));
    },
    reset: async () => void (await client.query('select pg_stat_statements_reset()')),
    close: () => client.end(),
  };
}

export const callsOf = (counts: readonly StatementCount[]): number =>
  counts.reduce((sum, { calls }) => sum + calls, 0);
