import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { root } from './run.ts';

/** What one test said of one promise. The same shape as `ReleaseCheck` of the policy module. */
interface Line {
  readonly clause: string;
  readonly check: string;
  readonly file: string;
  readonly result: 'pass' | 'fail' | 'pending';
}

const named = /^((?:OK|K7|KC|OC|KS)-\d+) /;
const order = ['OK', 'K7', 'KC', 'OC', 'KS'];
const placeOf = ({ clause }: Line): number => {
  const [prefix = '', number = ''] = clause.split('-');
  return order.indexOf(prefix) * 1_000 + Number(number);
};

/**
 * A reporter for `node --test`: the tests that bear a clause's id, as JSON in the order of the clauses.
 *
 * Shape: no times and no paths of a machine, so the same tests with the same results write the same bytes.
 */
// eslint-disable-next-line import/no-default-export -- node --test takes a reporter from nowhere else
export default async function* promises(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const lines: Line[] = [];
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const clause = named.exec(data.name)?.[1];
    if (clause === undefined || data.file === undefined) continue;
    const isPending = data.skip !== undefined && data.skip !== false;
    const result = isPending ? 'pending' : type === 'test:pass' ? 'pass' : 'fail';
    lines.push({ clause, check: data.name, file: relative(root, data.file), result });
  }
  const sorted = lines.toSorted((a, b) => placeOf(a) - placeOf(b) || a.check.localeCompare(b.check, 'en'));
  yield `${JSON.stringify(sorted, null, 2)}\n`;
}
