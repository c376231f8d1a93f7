import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyCsv } from './copy-csv.ts';

test('nothing in a table of a copy starts a formula; numbers and telephone numbers read as they were typed', () => {
  const formulas = ['=1+1', '@SUM(A1)', "+1+cmd|' /C calc'!A0", '-2+3+cmd|x', '-cmd', '\t=1', '\n=1', '＝1'];
  const plain = ['+49 (0)40 111-222', '-12.50', '+4940111222', 'Mira = Stern', ''];
  const rowOf = (value: string) => ({ values: { said: value }, keep: {} });

  const csv = copyCsv({
    table: 'test.thing',
    columns: [{ name: 'said', kind: 'plain', because: 'a test', portable: false, importable: false }],
    rows: [...formulas, ...plain].map(rowOf),
  });

  for (const one of formulas) assert.ok(csv.includes(`"'${one}"`), one);
  for (const one of plain) assert.ok(csv.includes(`"${one}"`), one);
});
