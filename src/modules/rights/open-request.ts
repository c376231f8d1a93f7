import type { Context, Locale } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { nextNumber } from '#kernel/counter.ts';
import { vault } from '#modules/privacy/index.ts';
import { addSpan, answerBy, deadlineFrom, zoneOf } from '#modules/retention/index.ts';
import { profileOf } from '#profiles/profiles.ts';
import { facts } from './facts.ts';
import { tell } from './letters.ts';
import { insertEvent, insertRequest } from './queries.ts';
import type { RequestRow } from './queries.ts';
import { refuse } from './refuse.ts';
import { day, later, needsProof, requestLinkDays } from './request.ts';
import type { Door, Kind, RequestId, Wish } from './request.ts';
import { askerClasses, keepProof, proofUrl } from './sitting.ts';
import type { Sitting } from './sitting.ts';
import { startWork } from './start-work.ts';
import { request } from './tables.ts';

export interface Asking {
  readonly kind: Kind;
  readonly door: Door;
  readonly email: string;
  readonly name?: string;
  readonly text?: string;
  /** For rectify: how it should read. */
  readonly value?: string;
  /** For rectify: how it reads now. */
  readonly was?: string;
  readonly wish?: Wish;
  readonly origin: string;
  /** From when the clock runs, when the request waited elsewhere before it reached us, as a letter does; now at the latest. */
  readonly receivedAt?: Date;
  /** Somebody who has shown who they are already. */
  readonly sitting?: Sitting;
  /** For a mail: the keyed hash of its Message-ID. */
  readonly mailHash?: Buffer;
  readonly locale?: Locale;
}

/**
 * Takes a request, starts its clock and tells the asker; without proof of who asks, a link goes to the address they named.
 *
 * The answer of a door never depends on whether we know the address: nothing is looked up before the proof.
 * Shape: undefined when this very mail is a request already.
 * Refuses: rights.notThisDoor, rights.textMissing, rights.valueMissing. Announces: rights.opened.
 * Source: GDPR art. 12(3); clauses OK-16 to OK-19, K7-34, KC-22 to KC-30.
 */
export async function openRequest(ctx: Context, given: Asking): Promise<RequestRow | undefined> {
  // As in askForLink: the mailbox that has to be read is the one that people are found by.
  const asking = { ...given, email: given.email.normalize('NFKC').trim() };
  refuseIncomplete(ctx, asking);
  const { kind, door, email, sitting, origin, wish = {} } = asking;
  const subjectId = sitting?.subject ?? (await vault.newSubject(ctx, 'asker', askerClasses));
  const isProven = sitting !== undefined;
  const state = isProven || !needsProof(kind) ? 'in_progress' : 'awaiting_identity';
  const id = newId<RequestId>();
  const row: RequestRow = {
    id,
    number: await nextNumber(ctx, 'rights.request'),
    kind,
    door,
    state,
    subjectId,
    ...(await sealedParts(ctx, asking, { id, subjectId })),
    answer: null,
    wish,
    locale: asking.locale ?? ctx.locale,
    origin,
    ...clockOf(ctx, receivedBy(ctx.now, asking.receivedAt)),
    provenAt: isProven ? ctx.now : null,
    coolsUntil: null,
    approvedAt: null,
    runAt: null,
    closedAt: null,
    reason: null,
    planId: null,
    outcome: {},
    alarm: 'none',
    openedBy: ctx.actor.kind === 'staff' ? (ctx.actor.id as SubjectId) : null,
    version: 1,
  };
  const emailIndex = await vault.blind(ctx, request, 'emailIndex', email);
  const { outcome: _outcome, version: _version, alarm: _alarm, answer: _answer, ...values } = row;
  const isNew = await insertRequest(ctx, {
    ...values,
    wish: JSON.stringify(wish),
    emailIndex,
    mailHash: asking.mailHash ?? null,
  });
  if (!isNew) return undefined;
  await insertEvent(ctx, id, { name: 'opened', state, details: { kind, door } });
  ctx.emit(facts.opened({ requestId: id, kind }));
  if (sitting) {
    await keepWhatIsProven(ctx, row, sitting);
    return startWork(ctx, row);
  }
  await acknowledgeReceipt(ctx, row, email);
  return row;
}

function refuseIncomplete(ctx: Context, { kind, door, text, value, wish }: Asking): void {
  if (!profileOf(ctx.tenant).rights.doors.includes(door)) throw refuse.notThisDoor({ door });
  const isWordy =
    kind === 'question' || kind === 'review' || (kind === 'object' && wish?.purpose !== 'marketing');
  if (isWordy && !text?.trim()) throw refuse.textMissing({ field: 'text' });
  if (kind === 'rectify' && !value?.trim() && !text?.trim()) throw refuse.valueMissing({ field: 'value' });
}

async function sealedParts(
  ctx: Context,
  { email, name = '', text = '', value = '', was = '' }: Asking,
  row: { id: RequestId; subjectId: SubjectId },
): Promise<Pick<RequestRow, 'contact' | 'said'>> {
  const hasWords = text !== '' || value !== '';
  return {
    contact: await vault.seal(ctx, request, 'contact', row, { email, name }),
    said: hasWords ? await vault.seal(ctx, request, 'said', row, { text, value, ...(was && { was }) }) : null,
  };
}

const receivedBy = (now: Date, said: Date = now): Date => (said < now ? said : now);

/** The days of a request that came at an instant: ours, the law's, and until when it may still be extended. */
export function clockOf(
  ctx: Pick<Context, 'tenant'>,
  receivedAt: Date,
): Pick<RequestRow, 'receivedAt' | 'targetAt' | 'monthEndsAt' | 'dueAt'> {
  const { rights } = profileOf(ctx.tenant);
  const dueAt = answerBy(ctx.tenant, receivedAt);
  const oneMonth = deadlineFrom(ctx.tenant, receivedAt, { months: 1 });
  const target = addSpan(receivedAt, rights.target, zoneOf(ctx.tenant));
  return {
    receivedAt,
    targetAt: target < dueAt ? target : dueAt,
    monthEndsAt: oneMonth < dueAt ? oneMonth : dueAt,
    dueAt,
  };
}

async function keepWhatIsProven(ctx: Context, row: RequestRow, sitting: Sitting): Promise<void> {
  for (const email of sitting.addresses)
    await keepProof(ctx, {
      subject: row.subjectId,
      visitId: null,
      requestId: row.id,
      email,
      expiresAt: row.dueAt,
      proven: true,
    });
}

async function acknowledgeReceipt(ctx: Context, row: RequestRow, email: string): Promise<void> {
  if (!needsProof(row.kind)) {
    await tell(ctx, row, { kind: 'received', to: { email } });
    return;
  }
  await sendProofLink(ctx, row, email);
}

/** Mails the link that shows who asks for what. */
export async function sendProofLink(ctx: Context, row: RequestRow, email: string): Promise<void> {
  const proofId = await keepProof(ctx, {
    subject: row.subjectId,
    visitId: null,
    requestId: row.id,
    email,
    expiresAt: later(ctx.now, requestLinkDays * day),
    proven: false,
  });
  await tell(ctx, row, {
    kind: 'receipt',
    to: { email },
    url: await proofUrl(ctx, row.origin, proofId),
    dedupe: `rights.receipt:${proofId}`,
  });
}
