import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { originOf } from '../egress-host.ts';
import { callOut } from '../egress.ts';
import type { Reply } from '../egress.ts';
import { check } from './check.ts';
import type { GateFault, Parcel } from './check.ts';
import { begin, settle } from './disclosure-ledger.ts';
import type { DisclosureId } from './tables.ts';

/** How a parcel is written as a request. Nothing but the parcel's fields gets into it. */
interface Letterhead {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Ours, with names of fields in braces: `/orders/{externalId}`. */
  readonly path: string;
  /** Ours: what the company asks for, such as a key. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Writes the body from the fields; JSON of all of them unless told. GET and DELETE have none. */
  readonly write?: (fields: Readonly<Record<string, unknown>>) => string;
  /** Units: milliseconds; 20 seconds unless told. */
  readonly patienceMs?: number;
}

export type HttpParcel = Parcel & { readonly request: Letterhead };

export type Sent =
  Reply | { readonly kind: 'closed'; readonly because: GateFault; readonly lasts: 'for now' | 'for good' };

const mostBytes = 5 * 1024 * 1024;
const usualPatienceMs = 20_000;

/**
 * Sends a parcel to a company, if it may: judged now, written into the ledger, sent, and what came of it noted.
 *
 * Never inside a transaction: the check and the ledger line commit first, then the connection is opened. A parcel that
 * was entered before keeps its line; hand over its id.
 * Shape: `closed` when nothing was sent; `for now` is worth trying again.
 */
export async function send(
  house: House,
  tenant: Tenant,
  parcel: HttpParcel,
  entered?: DisclosureId,
): Promise<Sent> {
  const who = {
    tenant,
    actor: { kind: 'system', id: 'privacy.egress', purpose: parcel.purpose },
  } as const;
  const decided = await unitOfWork(house, who, async (ctx) => {
    const verdict = await check(ctx, parcel);
    if (verdict.kind === 'closed') {
      if (entered && verdict.lasts === 'for good')
        await settle(ctx, entered, parcel, 'dropped', verdict.because);
      return verdict;
    }
    return { ...verdict, disclosure: await begin(ctx, parcel, verdict, entered) };
  });
  if (decided.kind === 'closed') return decided;

  const { host, reachesPrivate } = decided.agreement;
  const { patienceMs = usualPatienceMs } = parcel.request;
  const url = addressOf(host, parcel);
  const reply: Reply = url
    ? await callOut({ ...callOf(parcel), url, reachesPrivate, mostBytes, patienceMs })
    : { kind: 'unreachable', code: 'no-host' };
  const isTaken = reply.kind === 'answered' && reply.status < 400;
  const code = reply.kind === 'answered' ? `http-${reply.status}` : reply.code;
  await unitOfWork(house, who, (ctx) =>
    settle(ctx, decided.disclosure, parcel, isTaken ? 'sent' : 'failed', isTaken ? null : code),
  );
  return reply;
}

function callOf({ fields, request: { method, headers = {}, write = JSON.stringify } }: HttpParcel) {
  const hasBody = method !== 'GET' && method !== 'DELETE';
  return {
    method,
    headers: { ...(hasBody && { 'content-type': 'application/json' }), ...headers },
    ...(hasBody && { body: write(fields) }),
  };
}

function addressOf(host: string, { fields, request: { path } }: HttpParcel): URL | undefined {
  const origin = originOf(host);
  if (!origin) return undefined;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return /^\.*$/.test(text) ? '' : encodeURIComponent(text);
  });
  const url = new URL(filled, origin);
  // A path such as //elsewhere.example would leave the host that was agreed on.
  return url.host === origin.host && url.protocol === origin.protocol ? url : undefined;
}
