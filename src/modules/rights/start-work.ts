import type { Context } from '#kernel/context.ts';
import { vault } from '#modules/privacy/index.ts';
import { addSpan, zoneOf } from '#modules/retention/index.ts';
import { profileOf } from '#profiles/profiles.ts';
import { showMoment, tell } from './letters.ts';
import { isCorrectable, saidIn } from './correct-as-asked.ts';
import { keptBlocks } from './kept-blocks.ts';
import { note, takeRequest } from './move.ts';
import { knownAddressesOf } from './people.ts';
import { planFor } from './plan-for.ts';
import type { RequestRow } from './queries.ts';
import { isAutomatic } from './request.ts';
import type { Contact } from './request.ts';

export const undoLink = 'rights.undo';

/**
 * Begins with a request whose asker is known: what needs no judgement is carried out by the house, an erasure after its
 * cooling-off; the rest waits for staff. Every address that we know hears of it.
 */
export async function startWork(ctx: Context, row: RequestRow, contact: Contact): Promise<RequestRow> {
  if (row.kind === 'erase') return coolOff(ctx, row, contact);
  const isForTheHouse =
    isAutomatic(row.kind, row.wish) ||
    (row.kind === 'rectify' && isCorrectable(row.wish, await saidIn(ctx, row)));
  if (!isForTheHouse) {
    await tell(ctx, row, { kind: 'received', to: contact });
    return row;
  }
  await alertKnown(ctx, row, 'alert', contact);
  return note(ctx, row, { name: 'approved', change: { approvedAt: ctx.now, runAt: ctx.now } });
}

/** Source: privacy.md, failure mode "attacker uses DSR": 72 hours in which an erasure can be called off. */
async function coolOff(ctx: Context, row: RequestRow, contact: Contact): Promise<RequestRow> {
  const span = profileOf(ctx.tenant).rights.coolingOff;
  const coolsUntil = addSpan(ctx.now, span, zoneOf(ctx.tenant));
  const cooling = await note(ctx, row, {
    name: 'cooling off',
    change: { coolsUntil, approvedAt: ctx.now, runAt: coolsUntil },
  });
  await planFor(ctx, cooling);
  const planned = await takeRequest(ctx, row.id);
  await alertKnown(ctx, planned, 'cooling', contact);
  return planned;
}

/**
 * Whoever took over one address is seen at the others. Each letter is sealed for whom its address belongs to, so that an
 * address which the asker has not shown to be theirs appears nowhere in what is kept about the asker.
 */
async function alertKnown(
  ctx: Context,
  row: RequestRow,
  kind: 'alert' | 'cooling',
  contact: Contact,
): Promise<void> {
  const asker = { email: contact.email.toLowerCase(), subject: row.subjectId };
  const known = await knownAddressesOf(ctx, row);
  const others = known.filter(({ email }) => email !== asker.email);
  const url = `${row.origin}/privacy/undo?code=${await vault.linkCode(ctx, undoLink, row.id)}`;
  const until = row.coolsUntil && showMoment(ctx, row.coolsUntil, row.locale);
  for (const [index, { email, subject }] of [...(kind === 'cooling' ? [asker] : []), ...others].entries()) {
    await vault.ensureKeys(ctx, subject, ['service']);
    await tell(ctx, row, {
      kind,
      to: { email },
      subject,
      ...(kind === 'cooling' && { url, blocks: keptBlocks(ctx, row) }),
      ...(until && { values: { until } }),
      dedupe: `rights.${kind}:${row.id}:${index}`,
    });
  }
}
