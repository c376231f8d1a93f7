import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { openLog } from './build-house.ts';

function logged(write: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = [];
  write(openLog('info', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

test('an error of the database is logged with its code and place, and without what somebody typed', () => {
  const error = new pg.DatabaseError('invalid input syntax for type uuid: "ada@example.org"', 100, 'error');
  Object.assign(error, { code: '22P02', detail: 'Key (email)=(ada@example.org) already exists.' });

  const line = logged((log) =>
    log.error({ err: new Error('outer "Ada Lovelace"', { cause: error }) }, 'a request failed'),
  );

  assert.ok(!line.includes('ada@') && !line.includes('Lovelace'), line);
  assert.match(line, /22P02/);
  assert.match(line, /invalid input syntax for type uuid/);
});

test('fields that name a person are cut wherever they stand', () => {
  const line = logged((log) =>
    log.info({ email: 'ada@example.org', order: { name: 'Ada', buyer: { phone: '+49 30 1' } } }, 'looked'),
  );

  assert.ok(!/ada@|Ada|\+49/.test(line), line);
});
