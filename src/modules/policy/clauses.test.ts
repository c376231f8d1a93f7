import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profiles } from '#profiles/profiles.ts';
import { clauses, clausesOf } from './clauses.ts';

const counts = { OK: 22, K7: 51, KC: 57, OC: 53, KS: 18 } as const;

test('the catalogue holds exactly the 201 promises of the five policies', () => {
  const expected = Object.entries(counts).flatMap(([prefix, count]) =>
    Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`),
  );

  assert.deepEqual(
    clauses.map(({ id }) => id),
    expected,
  );
  assert.equal(clauses.length, 201);
});

test('every promise is said in two languages, in words of its own, and says what must be done for it', () => {
  for (const { id, promise, must } of clauses) {
    for (const text of [promise.en, promise.de]) assert.match(text, /^[A-ZÄÖÜ].+\.$/, id);
    assert.notEqual(promise.en, promise.de, id);
    assert.ok(must.length > 2, id);
  }
});

test('every profile has the promises of its own policy', () => {
  for (const profile of profiles)
    assert.equal(clausesOf(profile).length, counts[profile.clauses], profile.name);
});
