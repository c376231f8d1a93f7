/** What must be true of a history, held against the model: copies, what is kept of the forgotten, and what is nowhere. */
import assert from 'node:assert/strict';
import type { SubjectId } from '#kernel/ids.ts';
import { residueOf } from '#modules/persons/index.ts';
import type { Plan } from '#modules/persons/index.ts';
import { everyText } from './town.ts';
import type { Model, Person, Town } from './town.ts';

const textsIn = (value: unknown): Set<string> => new Set(JSON.stringify(value).match(everyText));
const sorted = (texts: Iterable<string>): string[] => [...texts].toSorted();

/** P2. A copy is every text that its person left, and no other one that was ever typed. */
export async function checkCopy({ find, copy }: Town, _model: Model, who: Person): Promise<void> {
  const subjects = await find(who.email);
  const { sections } = await copy(subjects);
  assert.deepEqual(sorted(textsIn(sections)), sorted(who.left), `P2: the copy of ${who.email}`);
  const emails = new Set(JSON.stringify(sections).match(/qzwombat\.run\d+\.person\d+/g));
  assert.deepEqual(
    [...emails].filter((one) => !who.email.startsWith(`${one}@`)),
    [],
  );
}

/** What everybody else gets in their copies. */
export async function otherCopies(town: Town, { people }: Model, who: Person): Promise<string[]> {
  const copies: string[] = [];
  for (const other of people)
    if (other !== who) {
      const { sections, withheld } = await town.copy(await town.find(other.email));
      copies.push(JSON.stringify([sections, withheld]));
    }
  return copies;
}

/** P3. Of the forgotten there is what is listed as retained, each with its ground and end; the model notes it. */
export async function forget(
  town: Town,
  model: Model,
  who: Person,
  subjects: readonly SubjectId[],
  plan: Plan,
): Promise<void> {
  const { billed } = who;
  const gone = new Set([...who.left].filter((text) => !billed.has(text)));
  model.forgotten.push({ email: who.email, subjects, plan, billed: new Set(billed), gone });
  await checkForgotten(town, model);
  who.left.clear();
  billed.clear();
  who.orders.length = 0;
  who.account = undefined;
  who.isRestricted = false;
}

export async function checkForgotten({ shop, copy }: Town, { forgotten }: Model): Promise<void> {
  for (const { subjects, billed, plan } of forgotten) {
    const { sections } = await copy(subjects);
    assert.deepEqual(sorted(textsIn(sections)), sorted(billed), 'P3: what is left is what stands on bills');
    const listed = new Set(
      plan.nodes.flatMap(({ target, part, end }) => (end?.kind === 'retained' ? [`${target}.${part}`] : [])),
    );
    for (const { table, rows, columns } of sections)
      for (const { values, keep } of rows)
        for (const { name, kind } of columns) {
          if (kind !== 'sealed' || values[name] === null || values[name] === undefined) continue;
          assert.ok(listed.has(`${table}.${name}`), `P3: ${table}.${name} is listed`);
          assert.equal(keep[name]?.ground, 'law');
          assert.ok(keep[name].until !== null && keep[name].cites !== '', 'with its law and its end');
        }
    assert.deepEqual(await residueOf(shop.house, shop.tenant, subjects), [], 'P4, P8: nothing else is left');
  }
}
