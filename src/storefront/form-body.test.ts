import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { FormBody } from './form-body.ts';
import { emailProblem } from './parts/form.ts';

test('a text as long as its field allows is taken whole, however many lines it has', () => {
  const typed = 'a\n'.repeat(1000);
  const sent = typed.replaceAll('\n', '\r\n'); // as every browser sends it

  assert.ok(Value.Check(FormBody, { text: sent }));
  assert.ok(!Value.Check(FormBody, { text: 'a'.repeat(4001) }));
});

test('an address with characters that cannot be seen, or longer than any mailbox, is asked for again', () => {
  for (const wrong of [
    '',
    'ada',
    'ada@example',
    'ada\u200b@example.org',
    'ada\u202e@example.org',
    'a\u0000da@example.org',
    `${'a'.repeat(250)}@example.org`,
  ])
    assert.equal(emailProblem(wrong, 'en')?.field, 'email', JSON.stringify(wrong));
  for (const right of ['ada@example.org', ' ada@example.org ', 'änne@müller.example', 'a+b@sub.example.org'])
    assert.equal(emailProblem(right, 'en'), undefined, right);
});
