import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import {
  findUnverifiedSubjectByEmail,
  findVerifiedSubjectByEmail,
  rolesBySubject,
} from '#modules/identity/index.ts';
import { findPersons } from '#modules/persons/index.ts';
import { contactsOf, vault } from '#modules/privacy/index.ts';
import { selectAskers } from './queries.ts';
import type { RequestRow } from './queries.ts';
import { selectProofsOfRequest } from './queries-visits.ts';
import { proofOfControl } from './tables.ts';

/** Everybody who is behind proven addresses, and what stands under others. */
export interface People {
  /** Whose data may be given out or changed. */
  readonly released: readonly SubjectId[];
  /** Addresses that are linked to them and were not shown to be the asker's; nothing under them is released. */
  readonly otherAddresses: readonly { readonly email: string; readonly subject: SubjectId }[];
  /** Whether an account on a proven address waits for its own confirmation. */
  readonly unconfirmedAccount: boolean;
}

/**
 * Finds everybody whose identifier is among the proven addresses.
 *
 * Whoever has a confirmed account is identified by its address, together with all that is joined to the account; whoever
 * has none, by the address of the order. An account whose address was never confirmed belongs to whoever opened it, and
 * that is not shown by reading its mail. Source: privacy.md C5; Pavur, Knerr: GDPArrrrr (2019); clause K7-3.
 */
export async function peopleUnder(ctx: Context, addresses: readonly string[]): Promise<People> {
  const proven = new Set(addresses.map((email) => email.trim().toLowerCase()));
  const found = new Set<SubjectId>();
  const holders = new Set<SubjectId>();
  const strangers = new Set<SubjectId>();
  for (const email of proven) {
    for (const subject of await findPersons(ctx, { email })) found.add(subject);
    const holder = await findVerifiedSubjectByEmail(ctx, email);
    if (holder)
      for (const subject of await findPersons(ctx, { subjects: [holder.subject] })) holders.add(subject);
    const stranger = await findUnverifiedSubjectByEmail(ctx, email);
    if (stranger) strangers.add(stranger);
  }
  const all = [...new Set([...found, ...holders])];
  const contacts = await contactsOf(ctx, all);
  const addressOf = (subject: SubjectId): string | undefined => contacts.get(subject)?.email?.toLowerCase();
  const isReleased = (subject: SubjectId): boolean => {
    if (strangers.has(subject)) return false;
    if (holders.has(subject)) return true;
    const address = addressOf(subject);
    return address === undefined || proven.has(address);
  };
  const others = all.filter((subject) => !isReleased(subject) && !strangers.has(subject));
  return {
    released: all.filter(isReleased),
    otherAddresses: others.flatMap((subject) => {
      const email = addressOf(subject);
      return email === undefined ? [] : [{ email, subject }];
    }),
    unconfirmedAccount: strangers.size > 0,
  };
}

/** The persons without the register of requests itself: an erasure leaves the proof that we answered. */
export async function withoutAskers(ctx: Context, subjects: readonly SubjectId[]): Promise<SubjectId[]> {
  const askers = await selectAskers(ctx, subjects);
  return subjects.filter((subject) => !askers.has(subject));
}

/**
 * The persons whose data may be deleted or locked at their own wish: not the register, and not who works here, whose
 * account is closed by whoever runs the shop.
 */
export async function atTheirWish(
  ctx: Context,
  subjects: readonly SubjectId[],
): Promise<{ persons: SubjectId[]; colleagues: number }> {
  const known = await withoutAskers(ctx, subjects);
  const roles = await rolesBySubject(ctx, known);
  const persons = known.filter((subject) => !roles.has(subject));
  return { persons, colleagues: known.length - persons.length };
}

/** The addresses that a request's asker has shown to be theirs, each once. */
export async function provenAddressesOf(ctx: Context, row: Pick<RequestRow, 'id'>): Promise<string[]> {
  const proofs = (await selectProofsOfRequest(ctx, row.id)).filter(({ provenAt }) => provenAt !== null);
  const opened = await vault.openMany(ctx, proofOfControl, 'address', proofs);
  return [...new Set(opened.flatMap((one) => (one ? [one.email.toLowerCase()] : [])))];
}

/** Whom a request is about. */
export const peopleOf = async (ctx: Context, row: Pick<RequestRow, 'id'>): Promise<People> =>
  peopleUnder(ctx, await provenAddressesOf(ctx, row));

/** An address that we know, whose it is, and whether the request does something to what is kept under it. */
export interface KnownAddress {
  readonly email: string;
  readonly subject: SubjectId;
  readonly isConcerned: boolean;
}

/** Everywhere we could write to whom a request is about, one entry for each address. */
export async function knownAddressesOf(ctx: Context, row: Pick<RequestRow, 'id'>): Promise<KnownAddress[]> {
  const { released, otherAddresses } = await peopleOf(ctx, row);
  const persons = await withoutAskers(ctx, released);
  const contacts = await contactsOf(ctx, persons);
  const known = new Map<string, KnownAddress>();
  for (const { email, subject } of otherAddresses) known.set(email, { email, subject, isConcerned: false });
  for (const subject of persons) {
    const email = contacts.get(subject)?.email?.toLowerCase();
    if (email !== undefined) known.set(email, { email, subject, isConcerned: true });
  }
  return [...known.values()];
}
