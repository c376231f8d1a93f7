import { randomBytes } from 'node:crypto';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { getAccount, knowsPassword } from '#modules/identity/index.ts';
import type { AccountId } from '#modules/identity/index.ts';
import { vault } from '#modules/privacy/index.ts';
import { writeLetter } from './letters.ts';
import { later, linkHours, visitMinutes } from './request.ts';
import type { ProofId, RequestId, VisitId } from './request.ts';
import {
  deleteVisit,
  findVisit,
  insertProof,
  insertVisit,
  lockProof,
  markProven,
  openVisit,
  selectProofsOfVisit,
} from './queries-visits.ts';
import type { ProofRow } from './queries-visits.ts';
import { refuse } from './refuse.ts';
import { proofOfControl } from './tables.ts';

export const proofLink = 'rights.proof';

/** Somebody in the privacy centre, and which addresses they have shown to be theirs. */
export interface Sitting {
  readonly id: VisitId;
  readonly subject: SubjectId;
  readonly addresses: readonly string[];
  /** The account whose password opened it. */
  readonly accountId: string | null;
  readonly expiresAt: Date;
}

export const askerClasses = ['service', 'legal'] as const;

/**
 * Mails a link that opens the privacy centre to whoever reads that address; the answer is the same for everybody.
 *
 * Whether we know the address is not looked up here, so it cannot show. Source: clause K7-3; EDPB Guidelines 01/2022 no. 69.
 */
export async function askForLink(
  ctx: Context,
  { email: typed, origin }: { email: string; origin: string },
): Promise<void> {
  // People are found by this spelling, so its mailbox is the one that has to be read: look-alikes are other mailboxes.
  const email = typed.normalize('NFKC').trim();
  const subject = await vault.newSubject(ctx, 'asker', askerClasses);
  const expiresAt = later(ctx.now, linkHours * 3_600_000);
  const visitId = await beginVisit(ctx, { subject, tokenHash: null, accountId: null, expiresAt });
  const proofId = await keepProof(ctx, {
    subject,
    visitId,
    requestId: null,
    email,
    expiresAt,
    proven: false,
  });
  await writeLetter(ctx, {
    kind: 'link',
    subject,
    to: { email },
    locale: ctx.locale,
    about: { table: 'rights.visit', id: visitId },
    url: await proofUrl(ctx, origin, proofId),
    dedupe: `rights.link:${proofId}`,
  });
}

export const proofUrl = async (ctx: Context, origin: string, id: ProofId): Promise<string> =>
  `${origin}/privacy/open?code=${await vault.linkCode(ctx, proofLink, id)}`;

interface NewProof {
  readonly subject: SubjectId;
  readonly visitId: VisitId | null;
  readonly requestId: RequestId | null;
  readonly email: string;
  readonly expiresAt: Date;
  readonly proven: boolean;
}

/** Writes an address down, proven or with a link on its way. */
export async function keepProof(
  ctx: Context,
  { subject, visitId, requestId, email, expiresAt, proven }: NewProof,
): Promise<ProofId> {
  const row = { id: newId<ProofId>(), subjectId: subject };
  await insertProof(ctx, {
    ...row,
    visitId,
    requestId,
    address: await vault.seal(ctx, proofOfControl, 'address', row, { email }),
    emailIndex: await vault.blind(ctx, proofOfControl, 'emailIndex', email),
    createdAt: ctx.now,
    expiresAt,
    provenAt: proven ? ctx.now : null,
  });
  return row.id;
}

/**
 * Takes a mailed link as proof that its address is the reader's, once; looking at it proves nothing.
 *
 * Somebody who sits in the centre already adds the address to what they have shown; only the browser that follows the
 * link gains by it, so a link that a stranger had sent is of no use to them.
 * Shape: the token for the cookie, and the request that waited for it. Refuses: rights.linkGone.
 */
export async function followLink(
  ctx: Context,
  code: string,
  current?: Sitting,
): Promise<{ token: string | null; proof: ProofRow }> {
  const proof = await takeLink(ctx, code);
  const { email } = await vault.open(ctx, proofOfControl, 'address', proof);
  if (current) {
    const { id: visitId, subject, expiresAt } = current;
    if (!current.addresses.includes(email.toLowerCase()))
      await keepProof(ctx, { subject, visitId, requestId: null, email, expiresAt, proven: true });
    return { token: null, proof };
  }
  const token = newToken();
  const opened = {
    tokenHash: await hashOf(ctx, token),
    expiresAt: later(ctx.now, visitMinutes * 60_000),
  };
  if (proof.visitId) await openVisit(ctx, proof.visitId, opened);
  else await sitDown(ctx, { subject: proof.subjectId, email, accountId: null, ...opened });
  return { token, proof };
}

async function takeLink(ctx: Context, code: string): Promise<ProofRow> {
  const id = await vault.readLinkCode<ProofId>(ctx, proofLink, code);
  const proof = id && (await lockProof(ctx, id));
  if (!proof || proof.provenAt !== null || proof.expiresAt <= ctx.now) throw refuse.linkGone();
  await markProven(ctx, proof.id);
  return proof;
}

/**
 * Opens the centre for somebody who is signed in and has just given the password of the account again.
 *
 * The address must have been confirmed: a password shows whose account it is, not whose address.
 * Refuses: rights.wrongPassword, rights.confirmAddressFirst. Source: clause K7-3.
 */
export async function enterWithPassword(
  ctx: Context,
  accountId: AccountId,
  password: string,
): Promise<{ token: string; sitting: Sitting }> {
  // A password is read to let somebody in, and for nothing else.
  const letIn: Context = { ...ctx, actor: { ...ctx.actor, purpose: 'account' } };
  if (!(await knowsPassword(letIn, accountId, password))) throw refuse.wrongPassword({ field: 'password' });
  const account = await getAccount(ctx, accountId);
  if (!account.emailVerified) throw refuse.confirmAddressFirst();
  const token = newToken();
  const subject = await vault.newSubject(ctx, 'asker', askerClasses);
  const expiresAt = later(ctx.now, visitMinutes * 60_000);
  const tokenHash = await hashOf(ctx, token);
  const id = await sitDown(ctx, { subject, email: account.email, accountId, tokenHash, expiresAt });
  return { token, sitting: { id, subject, addresses: [account.email], accountId, expiresAt } };
}

interface NewVisit {
  readonly subject: SubjectId;
  readonly accountId: string | null;
  /** Null until the link is followed that was mailed. */
  readonly tokenHash: Buffer | null;
  readonly expiresAt: Date;
}

/** Opens the centre for a subject that is known by nothing yet; addresses are added as they are proven. */
export async function beginVisit(ctx: Context, { subject: subjectId, ...visit }: NewVisit): Promise<VisitId> {
  const id = newId<VisitId>();
  await insertVisit(ctx, { ...visit, id, subjectId, locale: ctx.locale, createdAt: ctx.now });
  return id;
}

async function sitDown(
  ctx: Context,
  { email, ...visit }: NewVisit & { readonly email: string },
): Promise<VisitId> {
  const { subject, expiresAt } = visit;
  const visitId = await beginVisit(ctx, visit);
  await keepProof(ctx, { subject, visitId, requestId: null, email, expiresAt, proven: true });
  return visitId;
}

/** Who sits there with this token. Shape: undefined when nobody does, or their half hour is over. */
export async function findSitting(ctx: Context, token: string): Promise<Sitting | undefined> {
  const visit = await findVisit(ctx, await hashOf(ctx, token));
  if (!visit) return undefined;
  const proofs = (await selectProofsOfVisit(ctx, visit.id)).filter(({ provenAt }) => provenAt !== null);
  const opened = await vault.openMany(ctx, proofOfControl, 'address', proofs);
  return {
    id: visit.id,
    subject: visit.subjectId,
    addresses: opened.flatMap((one) => (one ? [one.email.toLowerCase()] : [])),
    accountId: visit.accountId,
    expiresAt: visit.expiresAt,
  };
}

/** Closes the centre in this browser. */
export async function leaveSitting(ctx: Context, sitting: Pick<Sitting, 'id'>): Promise<void> {
  await deleteVisit(ctx, sitting.id);
}

const newToken = (): string => randomBytes(32).toString('base64url');

const hashOf = (ctx: Context, token: string): Promise<Buffer> => vault.keyedHash(ctx, 'rights.visit', token);
