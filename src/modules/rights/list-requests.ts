import type { Context } from '#kernel/context.ts';
import { asId } from '#kernel/ids.ts';
import { asTheHouse, maskName } from '#modules/identity/index.ts';
import { maskAddress } from '#modules/notifications/index.ts';
import { freeTextAbout, getPlan } from '#modules/persons/index.ts';
import type { ErasureId, Mention, Plan } from '#modules/persons/index.ts';
import { vault } from '#modules/privacy/index.ts';
import { takeRequest } from './move.ts';
import { findPackage } from './package.ts';
import type { ReadyCopy } from './package.ts';
import { peopleOf, withoutAskers } from './people.ts';
import { planFor } from './plan-for.ts';
import { findRequest, selectEvents, selectRequests, selectRequestsOf, countWaiting } from './queries.ts';
import type { EventRow, RequestFilter, RequestRow, Waiting } from './queries.ts';
import { refuse } from './refuse.ts';
import { day, later, soonDays } from './request.ts';
import type { Answer, Contact, RequestId, Said } from './request.ts';
import { request } from './tables.ts';

/** A page of requests: what waits by deadline, or what is closed, the newest first. Opens nothing about anybody. */
export async function listRequests(
  ctx: Context,
  filter: RequestFilter,
): Promise<{ items: RequestRow[]; next?: { at: Date; id: string } }> {
  const rows = await selectRequests(ctx, filter);
  const items = rows.slice(0, filter.limit);
  const last = items.at(-1);
  if (rows.length <= filter.limit || !last) return { items };
  return { items, next: { at: last.dueAt, id: last.id } };
}

/** How many requests wait, and how many are near or past their deadline. */
export const waitingRequests = (ctx: Context): Promise<Waiting> =>
  countWaiting(ctx, later(ctx.now, soonDays * day));

/** A request with everything about it, opened. */
export interface OpenedRequest {
  readonly row: RequestRow;
  /** Then the asker is masked, and nothing that was written is here. */
  readonly isMasked: boolean;
  readonly contact: Contact | null;
  readonly said: Said | null;
  readonly answer: Answer | null;
  readonly events: readonly EventRow[];
  readonly plan: Plan | null;
}

/**
 * A request with its log and its plan; for who may read people with who asks and what was said, masked for others.
 *
 * Refuses: rights.noRequest. Source: clauses K7-30, KC-36, KC-37.
 */
export async function getRequest(ctx: Context, id: RequestId, mayReveal = true): Promise<OpenedRequest> {
  const row = await findRequest(ctx, id);
  if (!row) throw refuse.noRequest();
  const plan = row.planId === null ? null : await getPlan(ctx, asId<ErasureId>(row.planId));
  const known = { row, events: await selectEvents(ctx, id), plan };
  const [contact = null] = await vault.openMany(mayReveal ? ctx : asTheHouse(ctx), request, 'contact', [row]);
  if (!mayReveal)
    return { ...known, contact: contact && maskContact(contact), said: null, answer: null, isMasked: true };
  const [said = null] = await vault.openMany(ctx, request, 'said', [row]);
  const [answer = null] = await vault.openMany(ctx, request, 'answer', [row]);
  return { ...known, contact, said, answer, isMasked: false };
}

const maskContact = ({ email, name }: Contact): Contact => ({
  email: maskAddress(email),
  name: maskName(name),
});

/** Works the plan of an erasure out and keeps it with the request, so that it can be looked at before it runs. Refuses: rights.noRequest, rights.notProven. */
export async function showPlan(ctx: Context, id: RequestId): Promise<Plan | undefined> {
  const row = await takeRequest(ctx, id);
  if (row.provenAt === null) throw refuse.notProven();
  return row.kind === 'erase' ? planFor(ctx, row) : undefined;
}

/**
 * Where staff and others wrote of whom the request is about, for a colleague to look at; changes nothing.
 *
 * Refuses: rights.noRequest, rights.notProven. Source: privacy.md, failure mode "staff notes about others".
 */
export async function mentionsIn(ctx: Context, id: RequestId): Promise<Mention[]> {
  const row = await takeRequest(ctx, id);
  if (row.provenAt === null) throw refuse.notProven();
  const { released } = await peopleOf(ctx, row);
  const persons = await withoutAskers(ctx, released);
  const found = await freeTextAbout(ctx, persons);
  return found.filter(({ table }) => !table.startsWith('rights.'));
}

/** A request as its asker sees it. */
export interface OwnRequest {
  readonly row: RequestRow;
  readonly answer: string | null;
  readonly package: ReadyCopy | undefined;
  /** Whether a copy lies ready that is about more addresses than were shown here. */
  readonly copyNeedsAll: boolean;
}

/** The requests made from any of these proven addresses, the newest first. */
export async function requestsFrom(ctx: Context, addresses: readonly string[]): Promise<OwnRequest[]> {
  const indexes = await Promise.all(addresses.map((email) => vault.blind(ctx, request, 'emailIndex', email)));
  const rows = await selectRequestsOf(ctx, indexes);
  const answers = await vault.openMany(ctx, request, 'answer', rows);
  const own: OwnRequest[] = [];
  for (const [index, row] of rows.entries()) {
    const copy = await findPackage(ctx, row, addresses);
    own.push({
      row,
      answer: answers[index]?.text ?? null,
      package: copy?.kind === 'ready' ? copy : undefined,
      copyNeedsAll: copy?.kind === 'needs all addresses',
    });
  }
  return own;
}

/** One of their own requests. Refuses: rights.noRequest, also for somebody else's. */
export async function ownRequest(
  ctx: Context,
  addresses: readonly string[],
  id: RequestId,
): Promise<OwnRequest> {
  const own = (await requestsFrom(ctx, addresses)).find(({ row }) => row.id === id);
  if (!own) throw refuse.noRequest();
  return own;
}
