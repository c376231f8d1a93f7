import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runtimeChecks } from './checks.ts';
import { thisRelease } from './release.ts';
import { titleOfCheck } from './words-checks.ts';

test('every check that a promise rests on says in English and in German what it tries', () => {
  const byNight = [...runtimeChecks.keys()].map((check) => ({ kind: 'while it runs' as const, check }));
  const byRelease = thisRelease()
    .checks.filter(({ result }) => result !== 'pending')
    .map(({ check }) => ({ kind: 'of the release' as const, check }));

  for (const one of [...byNight, ...byRelease]) {
    const [en, de] = [titleOfCheck(one, 'en'), titleOfCheck(one, 'de')];
    assert.notEqual(en, one.check);
    assert.notEqual(de, en, `nobody has said in German: ${en}`);
  }
});
