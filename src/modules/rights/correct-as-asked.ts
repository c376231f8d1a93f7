import type { Context } from '#kernel/context.ts';
import type { Category } from '#kernel/registry.ts';
import { correctPerson } from '#modules/persons/index.ts';
import type { Corrected } from '#modules/persons/index.ts';
import { vault } from '#modules/privacy/index.ts';
import { contactOf } from './close-request.ts';
import { facts } from './facts.ts';
import { keptWords, nameOf } from './kept-words.ts';
import { tell } from './letters.ts';
import { move, note, takeRequest } from './move.ts';
import { companyOf } from './outcome-of-plan.ts';
import type { Outcome } from './outcome.ts';
import { peopleOf, withoutAskers } from './people.ts';
import type { RequestRow } from './queries.ts';
import type { RequestId, Said, Wish } from './request.ts';
import { request } from './tables.ts';
import { wishTexts } from './wish-texts.ts';

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
 * Puts right what the request says is wrong, wherever it stands about the person, and names who has to hear of it.
 *
 * Announces: rights.fulfilled. Source: GDPR art. 16, 19; clauses OK-17, KC-24, OC-51.
 */
export async function correctAsAsked(ctx: Context, id: RequestId): Promise<void> {
  const row = await takeRequest(ctx, id);
  if (row.closedAt !== null) return;
  const contact = await contactOf(ctx, row);
  const said = await saidIn(ctx, row);
  const people = await peopleOf(ctx, row);
  const persons = await withoutAskers(ctx, people.released);
  const field = row.wish.field && categoryOf[row.wish.field];
  const corrected =
    persons.length === 0 || !field || !said
      ? undefined
      : await correctPerson(ctx, persons, {
          field,
          value: said.value.trim(),
          ...(said.was?.trim() && { was: said.was.trim() }),
        });
  const isFound = corrected !== undefined && corrected.places.length + corrected.elsewhere.length > 0;
  if (persons.length > 0 && !isFound) {
    // Nothing reads as they say: a person looks at it.
    await note(ctx, row, { name: 'needs a person', change: { runAt: null, approvedAt: null } });
    await tell(ctx, row, { kind: 'received', to: contact });
    return;
  }
  const closed = await move(ctx, row, 'fulfil', {
    name: 'fulfilled',
    change: isFound ? { outcome: outcomeOf(corrected) } : { reason: 'nothing-held' },
    details: { places: corrected?.places.length ?? 0 },
  });
  await tell(ctx, closed, {
    kind: isFound ? 'done' : 'nothing',
    to: contact,
    values: { text: isFound ? textOf(corrected, closed) : '' },
    ...(isFound && { blocks: blocksOf(corrected, closed) }),
  });
  ctx.audit({ action: 'rights.fulfilled', on: { table: 'rights.request', id }, details: { kind: row.kind } });
  ctx.emit(facts.fulfilled({ requestId: id, kind: row.kind }));
}

/** What is the key of a door is changed at the door, where it is proven anew. */
function textOf({ places, elsewhere }: Corrected, { locale }: RequestRow): string {
  const says = wishTexts[locale];
  const parts = [
    ...(places.length > 0 ? [says.rectify] : []),
    ...(elsewhere.length > 0 ? [says['rectify-door']] : []),
  ];
  return parts.join(' ');
}

const outcomeOf = ({ places, tell: companies }: Corrected): Outcome => ({
  nodes: places.map(({ table, rows }) => ({ what: table, rows, end: 'rectified' })),
  told: companies.map((processor) => ({
    processor,
    company: companyOf(processor),
    end: 'to_be_told',
  })),
});

function blocksOf({ places, tell: companies }: Corrected, { locale }: RequestRow) {
  const say = keptWords[locale];
  const names = [...new Set(places.map(({ table }) => nameOf(table, locale)))];
  return [
    ...(names.length > 0 ? [{ heading: say.corrected, rows: names.map((label) => ({ label })) }] : []),
    ...(companies.length > 0
      ? [
          {
            heading: say.told,
            rows: companies.map(companyOf).map((label) => ({ label, value: say.ends['to_be_told'] ?? '' })),
          },
        ]
      : []),
  ];
}
