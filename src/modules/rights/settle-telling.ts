import type { Context } from '#kernel/context.ts';
import type { Plan } from '#modules/persons/index.ts';
import { facts } from './facts.ts';
import { toldBlock } from './kept-blocks.ts';
import { keptWords, nameOf } from './kept-words.ts';
import { move, note } from './move.ts';
import { toldIn } from './outcome-of-plan.ts';
import type { Outcome } from './outcome.ts';
import type { RequestRow } from './queries.ts';
import { later } from './request.ts';
import { tellAsker } from './tell-asker.ts';
import { wishOf, wishTexts } from './wish-texts.ts';

const lookAgainMs = 10 * 60_000;

/** Goes as far with a request as the companies have come that have to hear of it. Announces: rights.fulfilled. Source: GDPR art. 19. */
export async function settleTelling(ctx: Context, row: RequestRow, plan: Plan): Promise<void> {
  if (row.closedAt !== null) return;
  const outcome = { ...row.outcome, told: toldIn(plan) };
  if (plan.state !== 'awaiting_processor') return closeTold(ctx, row, outcome, 'done');
  const change = { outcome, runAt: later(ctx.now, lookAgainMs) };
  if (row.state === 'awaiting_processor') {
    await note(ctx, row, { name: 'looked', change });
    return;
  }
  const waiting = await move(ctx, row, 'await processor', { name: 'awaiting processor', change });
  await tellAsker(ctx, waiting, {
    kind: 'processors',
    blocks: blocksOf(ctx, waiting),
  });
}

/** Closes a request of which everybody has heard who had to. Announces: rights.fulfilled. */
export async function closeTold(
  ctx: Context,
  row: RequestRow,
  outcome: Outcome,
  kind: 'done' | 'nothing',
): Promise<void> {
  const closed = await move(ctx, row, 'fulfil', {
    name: 'fulfilled',
    change: kind === 'done' ? { outcome } : { reason: 'nothing-held' },
    details: { places: outcome.nodes?.length ?? 0 },
  });
  await tellAsker(ctx, closed, {
    kind,
    values: { text: kind === 'done' ? textOf(closed) : '' },
    ...(kind === 'done' && { blocks: blocksOf(ctx, closed) }),
  });
  ctx.audit({
    action: 'rights.fulfilled',
    on: { table: 'rights.request', id: row.id },
    details: { kind: row.kind },
  });
  ctx.emit(facts.fulfilled({ requestId: row.id, kind: row.kind }));
}

/** What is the key of a door is changed at the door, where it is proven anew. */
function textOf(row: RequestRow): string {
  const says = wishTexts[row.locale];
  if (row.kind !== 'rectify') return says[wishOf(row)];
  const { nodes, isAtTheDoor } = row.outcome;
  return [...(nodes?.length ? [says.rectify] : []), ...(isAtTheDoor ? [says['rectify-door']] : [])].join(' ');
}

function blocksOf(ctx: Context, row: RequestRow) {
  const names = [...new Set((row.outcome.nodes ?? []).map(({ what }) => nameOf(what, row.locale)))];
  return [
    ...(names.length > 0
      ? [{ heading: keptWords[row.locale].corrected, rows: names.map((label) => ({ label })) }]
      : []),
    ...toldBlock(ctx, row),
  ];
}
