import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { testRuntimePassword } from '#testing/template.ts';
import { emptyDatabases } from './an-empty-server.ts';

const rootKey = Buffer.alloc(32, 7).toString('base64');

function kontorMigrate(env: NodeJS.ProcessEnv): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, ['src/main.ts', 'migrate', '--json'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (out += chunk.toString()));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, out })));
}

test('three processes that migrate an empty database at once all succeed, and each migration ran once', async (t) => {
  const { dataUrl, keysUrl } = await emptyDatabases(t);
  const dataDir = await mkdtemp(join(tmpdir(), 'kontor-migrators-'));
  t.after(() => rm(dataDir, { recursive: true, force: true }));
  const env = {
    DATABASE_URL: dataUrl,
    KEYSTORE_URL: keysUrl,
    ROOT_KEY: rootKey,
    RUNTIME_PASSWORD: testRuntimePassword,
    KONTOR_DATA: dataDir,
  };

  const runs = await Promise.all([1, 2, 3].map(() => kontorMigrate(env)));

  assert.deepEqual(
    runs.map((run) => run.code),
    [0, 0, 0],
    runs.map((run) => run.out).join('\n'),
  );
  const applied = runs.flatMap((run) => (JSON.parse(run.out) as { migrated: string[] }).migrated);
  assert.equal(applied.length, new Set(applied).size);
  const client = new pg.Client({ connectionString: dataUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select module || '/' || name as name from kernel.migration`,
  );
  await client.end();
  assert.deepEqual(rows.map((row) => row.name).toSorted(), applied.toSorted());
});
