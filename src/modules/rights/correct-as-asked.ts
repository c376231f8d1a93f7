import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { asId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Category } from '#kernel/registry.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { correctPerson, getPlan, tellCompanies } from '#modules/persons/index.ts';
import type { Corrected, ErasureId, Plan } from '#modules/persons/index.ts';
import { vault } from '#modules/privacy/index.ts';
import { contactOf } from './close-request.ts';
import { facts } from './facts.ts';
import { toldBlock } from './kept-blocks.ts';
import { keptWords, nameOf } from './kept-words.ts';
import { tell } from './letters.ts';
import { move, note, runActor, takeRequest } from './move.ts';
import { toldIn } from './outcome-of-plan.ts';
import type { Outcome } from './outcome.ts';
import { peopleOf, withoutAskers } from './people.ts';
import type { RequestRow } from './queries.ts';
import { later } from './request.ts';
import type { RequestId, Said, Wish } from './request.ts';
import { request } from './tables.ts';
import { wishTexts } from './wish-texts.ts';

const lookAgainMs = 10 * 60_000;

const categoryOf: Readonly<Partial<Record<NonNullable<Wish['field']>, Category>>> = {
  name: 'identity.name',
  phone: 'contact.phone',
  email: 'contact.email',
  address: 'contact.address',
};

/** Whether the house can put it right by itself: it knows the kind of data, the right value and, for an address, the wrong line. */
export const isCorrectable = ({ field }: Wish, said: Said | null): boolean =>
  field !== undefined &&
  categoryOf[field] !== undefined &&
  (said?.value.trim() ?? '') !== '' &&
  (field !== 'address' || (said?.was?.trim() ?? '') !== '');

/** What was said in a request, opened. Shape: null when nothing was said. */
export const saidIn = async (ctx: Context, row: RequestRow): Promise<Said | null> =>
  row.said === null ? null : vault.open(ctx, request, 'said', row);

/**
 * Puts right what the request says is wrong, wherever it stands about the person, and has every company that got it
 * wrong from us told; the person hears which ones were, and which refused.
 *
 * Killed anywhere and called again it goes on where it was. Announces: rights.fulfilled.
 * Source: GDPR art. 16, 19; clauses OK-17, KC-24, OC-51.
 */
export async function correctAsAsked(house: House, tenant: Tenant, id: RequestId): Promise<void> {
  const who = { tenant, actor: runActor };
  const planId = await unitOfWork(house, who, (ctx) => correctHere(ctx, id));
  if (planId === undefined) return;
  await tellCompanies(house, tenant, planId);
  await unitOfWork(house, who, async (ctx) =>
    settle(ctx, await takeRequest(ctx, id), await getPlan(ctx, planId)),
  );
}

/** Shape: the plan by which companies are told; undefined when there is nobody to tell. */
async function correctHere(ctx: Context, id: RequestId): Promise<ErasureId | undefined> {
  const row = await takeRequest(ctx, id);
  if (row.closedAt !== null) return undefined;
  if (row.planId !== null) return asId<ErasureId>(row.planId);
  const people = await peopleOf(ctx, row);
  const persons = await withoutAskers(ctx, people.released);
  if (persons.length === 0) {
    await close(ctx, row, {}, 'nothing');
    return undefined;
  }
  const corrected = await correct(ctx, row, persons);
  if (!corrected || corrected.places.length + corrected.elsewhere.length === 0) {
    // Nothing reads as they say: a person looks at it.
    await note(ctx, row, { name: 'needs a person', change: { runAt: null, approvedAt: null } });
    await tell(ctx, row, { kind: 'received', to: await contactOf(ctx, row) });
    return undefined;
  }
  const outcome = outcomeOf(corrected);
  const { planId } = corrected;
  if (planId === null) await close(ctx, row, outcome, 'done');
  else await note(ctx, row, { name: 'corrected', change: { planId, outcome, runAt: ctx.now } });
  return planId ?? undefined;
}

async function correct(
  ctx: Context,
  row: RequestRow,
  persons: readonly SubjectId[],
): Promise<Corrected | undefined> {
  const said = await saidIn(ctx, row);
  const field = row.wish.field && categoryOf[row.wish.field];
  if (!field || !said) return undefined;
  const was = said.was?.trim();
  return correctPerson(ctx, persons, { field, value: said.value.trim(), ...(was && { was }) });
}

/** Goes as far with the request as the companies have come. */
async function settle(ctx: Context, row: RequestRow, plan: Plan): Promise<void> {
  if (row.closedAt !== null) return;
  const outcome = { ...row.outcome, told: toldIn(plan) };
  if (plan.state !== 'awaiting_processor') return close(ctx, row, outcome, 'done');
  const change = { outcome, runAt: later(ctx.now, lookAgainMs) };
  if (row.state === 'awaiting_processor') {
    await note(ctx, row, { name: 'looked', change });
    return;
  }
  const waiting = await move(ctx, row, 'await processor', { name: 'awaiting processor', change });
  await tell(ctx, waiting, {
    kind: 'processors',
    to: await contactOf(ctx, row),
    blocks: blocksOf(ctx, waiting),
  });
}

async function close(
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
  await tell(ctx, closed, {
    kind,
    to: await contactOf(ctx, row),
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
function textOf({ outcome, locale }: RequestRow): string {
  const says = wishTexts[locale];
  const parts = [
    ...(outcome.nodes?.length ? [says.rectify] : []),
    ...(outcome.isAtTheDoor ? [says['rectify-door']] : []),
  ];
  return parts.join(' ');
}

const outcomeOf = ({ places, elsewhere }: Corrected): Outcome => ({
  nodes: places.map(({ table, rows }) => ({ what: table, rows, end: 'rectified' })),
  ...(elsewhere.length > 0 && { isAtTheDoor: true }),
});

function blocksOf(ctx: Context, row: RequestRow) {
  const names = [...new Set((row.outcome.nodes ?? []).map(({ what }) => nameOf(what, row.locale)))];
  return [
    ...(names.length > 0
      ? [{ heading: keptWords[row.locale].corrected, rows: names.map((label) => ({ label })) }]
      : []),
    ...toldBlock(ctx, row),
  ];
}
