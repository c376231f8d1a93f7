import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const line = /^- P(?<number>\d+) .*: `(?<file>[^`]+)` "(?<name>.+)"$/;

test('each of the thirty-two promises stands in the list with a test that exists', () => {
  const lines = readFileSync(fileURLToPath(new URL('tests/proofs/README.md', root)), 'utf8')
    .split('\n')
    .filter((text) => text.startsWith('- P'));

  const numbers = lines.map((text) => {
    const { number, file = '', name = '' } = line.exec(text)?.groups ?? {};
    assert.ok(number, `${text} names a file and a test`);
    const source = readFileSync(fileURLToPath(new URL(file, root)), 'utf8');
    assert.ok(source.includes(`'${name}'`) || source.includes(`"${name}"`), `${file} has "${name}"`);
    return Number(number);
  });

  assert.deepEqual(
    numbers,
    Array.from({ length: 32 }, (_, index) => index + 1),
  );
});
