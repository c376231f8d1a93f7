import type { Context } from '#kernel/context.ts';
import { vault } from '#modules/privacy/index.ts';
import { addSpan, zoneOf } from '#modules/retention/index.ts';
import { profileOf } from '#profiles/profiles.ts';
import { showMoment, tell } from './letters.ts';
import { isCorrectable, saidIn } from './correct-as-asked.ts';
import { keptBlocks } from './kept-blocks.ts';
import { note, takeRequest } from './move.ts';
import { knownAddressesOf } from './people.ts';
import type { KnownAddress } from './people.ts';
import { planFor } from './plan-for.ts';
import type { RequestRow } from './queries.ts';
import { isAutomatic } from './request.ts';
import { askerAddresses, tellAsker } from './tell-asker.ts';

export const undoLink = 'rights.undo';

/**
 * Begins with a request whose asker is known: what needs no judgement is carried out by the house, an erasure after its
 * cooling-off; the rest waits for staff. Every address that we know hears of it.
 */
export async function startWork(ctx: Context, row: RequestRow): Promise<RequestRow> {
  if (row.kind === 'erase') return coolOff(ctx, row);
  const isForTheHouse =
    isAutomatic(row.kind, row.wish) ||
    (row.kind === 'rectify' && isCorrectable(row.wish, await saidIn(ctx, row)));
  if (!isForTheHouse) {
    await tellAsker(ctx, row, { kind: 'received' });
    return row;
  }
  await alertKnown(ctx, row);
  return note(ctx, row, { name: 'approved', change: { approvedAt: ctx.now, runAt: ctx.now } });
}

/** Source: privacy.md, failure mode "attacker uses DSR": 72 hours in which an erasure can be called off. */
async function coolOff(ctx: Context, row: RequestRow): Promise<RequestRow> {
  const span = profileOf(ctx.tenant).rights.coolingOff;
  const coolsUntil = addSpan(ctx.now, span, zoneOf(ctx.tenant));
  const cooling = await note(ctx, row, {
    name: 'cooling off',
    change: { coolsUntil, approvedAt: ctx.now, runAt: coolsUntil },
  });
  await planFor(ctx, cooling);
  const planned = await takeRequest(ctx, row.id);
  await announceErasure(ctx, planned);
  return planned;
}

/**
 * Whoever took over one address is seen at the others. Each letter is sealed for whom its address belongs to, so that an
 * address which the asker has not shown to be theirs appears nowhere in what is kept about the asker.
 */
async function alertKnown(ctx: Context, row: RequestRow): Promise<void> {
  const [contact] = await askerAddresses(ctx, row);
  const known = await knownAddressesOf(ctx, row);
  await alert(
    ctx,
    row,
    known.filter(({ email }) => email !== contact.email.toLowerCase()),
  );
}

/**
 * Tells everybody whose data an erasure is about to delete, each with the link that calls it off.
 *
 * An address that is only linked to theirs loses nothing: it hears that somebody asked, and can stop nothing.
 */
async function announceErasure(ctx: Context, row: RequestRow): Promise<void> {
  const own = await askerAddresses(ctx, row);
  const proven = new Set(own.map(({ email }) => email.toLowerCase()));
  const others = (await knownAddressesOf(ctx, row)).filter(({ email }) => !proven.has(email));
  const concerned = others.filter(({ isConcerned }) => isConcerned);
  const url = `${row.origin}/privacy/undo?code=${await vault.linkCode(ctx, undoLink, row.id)}`;
  const until = row.coolsUntil && showMoment(ctx, row.coolsUntil, row.locale);
  const losing = [...own.map(({ email }) => ({ email, subject: row.subjectId })), ...concerned];
  for (const [index, { email, subject }] of losing.entries()) {
    await vault.ensureKeys(ctx, subject, ['service']);
    await tell(ctx, row, {
      kind: 'cooling',
      to: { email },
      subject,
      url,
      blocks: keptBlocks(ctx, row),
      ...(until && { values: { until } }),
      dedupe: `rights.cooling:${row.id}:${index}`,
    });
  }
  await alert(
    ctx,
    row,
    others.filter(({ isConcerned }) => !isConcerned),
  );
}

async function alert(ctx: Context, row: RequestRow, addresses: readonly KnownAddress[]): Promise<void> {
  for (const [index, { email, subject }] of addresses.entries()) {
    await vault.ensureKeys(ctx, subject, ['service']);
    await tell(ctx, row, {
      kind: 'alert',
      to: { email },
      subject,
      dedupe: `rights.alert:${row.id}:${index}`,
    });
  }
}
