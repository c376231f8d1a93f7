import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import pg from 'pg';

/** Two empty databases on the test server, for proofs that begin with nothing. */
export async function emptyDatabases(t: TestContext): Promise<{ dataUrl: string; keysUrl: string }> {
  const serverUrl = process.env['KONTOR_TEST_POSTGRES'];
  if (!serverUrl)
    throw new Error('proofs need a PostgreSQL: run them with npm test, or set KONTOR_TEST_POSTGRES');
  const suffix = randomBytes(6).toString('hex');
  const names = [`proof_${suffix}`, `proof_${suffix}_keys`];
  const run = async (statement: (name: string) => string): Promise<void> => {
    const admin = new pg.Client({ connectionString: serverUrl });
    await admin.connect();
    for (const name of names) await admin.query(statement(name));
    await admin.end();
  };
  await run((name) => `create database ${name} template template0 encoding 'UTF8'`);
  t.after(() => run((name) => `drop database if exists ${name} with (force)`));
  const [dataUrl = '', keysUrl = ''] = names.map((name) => {
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return url.href;
  });
  return { dataUrl, keysUrl };
}
