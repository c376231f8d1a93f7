import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import { knownRowFiles } from '#kernel/erasure.ts';
import type { House } from '#kernel/house.ts';
import { keyClasses } from '#kernel/registry.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { endedClasses, eraseRows } from './erase-rows.ts';
import type { Node } from './erasure.ts';
import { forgetAnswers } from './forget-answers.ts';
import { layTombstones } from './lay-tombstones.ts';
import { personTables } from './paths.ts';
import { endNode, postponeNode } from './queries.ts';
import { keysIn, reach } from './reach.ts';
import { sortRows } from './sort-rows.ts';
import type { Traces } from './traces.ts';

/** What the nodes of an erasure work on. */
interface Erasing {
  readonly house: House;
  readonly subjects: readonly SubjectId[];
  readonly traces: Traces;
  /** Nodes that have not ended. */
  readonly open: readonly Node[];
}

const waitMs = 3_600_000;

/** Does one node, with those of the same table. Running it again, after a crash anywhere, changes nothing more. */
export async function eraseNode(ctx: Context, erasing: Erasing, node: Node): Promise<void> {
  switch (node.kind) {
    case 'answers':
      return endNode(
        ctx,
        node.id,
        { kind: 'erased' },
        await forgetAnswers(ctx, erasing.subjects, erasing.traces),
      );
    case 'tombstones': {
      const { end, count } = await layTombstones(ctx, erasing.traces);
      return endNode(ctx, node.id, end, count);
    }
    case 'files':
      return removeFiles(ctx, erasing, node);
    case 'rows':
      return eraseTable(ctx, erasing, node.target);
    case 'keys':
      return destroyKeys(ctx, erasing, node);
    case 'processor':
      throw new Error('companies are told outside of any transaction');
  }
}

async function removeFiles(ctx: Context, { house, subjects }: Erasing, node: Node): Promise<void> {
  const files = knownRowFiles().find((one) => one.store === node.target);
  const person = personTables().get(node.part);
  assert(files && person, `${node.target} is no store of files`);
  const { gone } = await sortRows(ctx, subjects, await reach(ctx, subjects, person), node.part);
  await files.remove(house, ctx.tenant, keysIn(gone, 'id').map(String));
  await endNode(ctx, node.id, { kind: 'erased' });
}

async function eraseTable(ctx: Context, { subjects, open }: Erasing, name: string): Promise<void> {
  const person = personTables().get(name);
  assert(person, `${name} reaches no person`);
  const sorted = await eraseRows(ctx, subjects, person);
  const codes = new Set(sorted.waiting.values());
  for (const node of open) {
    if (node.kind !== 'rows' || node.target !== name) continue;
    if (node.waitsFor !== undefined && codes.has(node.waitsFor))
      await postponeNode(ctx, node.id, {
        nextAt: new Date(ctx.now.getTime() + waitMs),
        waitsFor: node.waitsFor,
      });
    else if (node.expected === 'retained' && node.keep) await endNode(ctx, node.id, node.keep);
    else await endNode(ctx, node.id, { kind: node.expected === 'shredded' ? 'shredded' : 'erased' });
  }
}

/** The keystore first remembers, then destroys: whoever dies in between has it remembered. */
async function destroyKeys(ctx: Context, { subjects }: Erasing, node: Node): Promise<void> {
  const { keys, tenant } = ctx;
  const ended = await endedClasses(ctx, subjects);
  const alike = new Map<string, SubjectId[]>();
  for (const [subject, classes] of ended)
    alike.set(classes.join(' '), [...(alike.get(classes.join(' ')) ?? []), subject]);
  for (const group of alike.values()) {
    const classes = ended.get(group[0] as SubjectId) ?? [];
    await keys.noteErasure(
      tenant.id,
      group.map((subject) => ({ subject, classes, at: ctx.now })),
    );
    await keys.destroyDataKeys(tenant.id, group, classes);
    // What has to stay is for the books and for whoever asks by right, and for nobody else.
    if (classes.length < keyClasses.length) await keys.restrictSubject(tenant.id, group, true);
  }
  await endNode(ctx, node.id, { kind: 'shredded' });
}
