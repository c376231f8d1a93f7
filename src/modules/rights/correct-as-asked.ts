import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { asId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Category } from '#kernel/registry.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { correctPerson, getPlan, tellCompanies } from '#modules/persons/index.ts';
import type { Corrected, ErasureId } from '#modules/persons/index.ts';
import { vault } from '#modules/privacy/index.ts';
import { note, runActor, takeRequest } from './move.ts';
import type { Outcome } from './outcome.ts';
import { peopleOf, withoutAskers } from './people.ts';
import type { RequestRow } from './queries.ts';
import type { RequestId, Said, Wish } from './request.ts';
import { closeTold, settleTelling } from './settle-telling.ts';
import { request } from './tables.ts';
import { tellAsker } from './tell-asker.ts';

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
    settleTelling(ctx, await takeRequest(ctx, id), await getPlan(ctx, planId)),
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
    await closeTold(ctx, row, {}, 'nothing');
    return undefined;
  }
  const corrected = await correct(ctx, row, persons);
  if (!corrected || corrected.places.length + corrected.elsewhere.length === 0) {
    // Nothing reads as they say: a person looks at it.
    await note(ctx, row, { name: 'needs a person', change: { runAt: null, approvedAt: null } });
    await tellAsker(ctx, row, { kind: 'received' });
    return undefined;
  }
  const outcome = outcomeOf(corrected);
  const { planId } = corrected;
  if (planId === null) await closeTold(ctx, row, outcome, 'done');
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

const outcomeOf = ({ places, elsewhere }: Corrected): Outcome => ({
  nodes: places.map(({ table, rows }) => ({ what: table, rows, end: 'rectified' })),
  ...(elsewhere.length > 0 && { isAtTheDoor: true }),
});
