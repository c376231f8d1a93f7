import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { generatedDocs } from '../../scripts/generated-docs.ts';

for (const [name, text] of generatedDocs()) {
  test(`docs/generated/${name} says what the code does; npm run generate writes it anew`, async () => {
    const checkedIn = await readFile(new URL(`../../docs/generated/${name}`, import.meta.url), 'utf8');

    assert.ok(checkedIn === text, `docs/generated/${name} is behind the code: run npm run generate`);
  });
}
