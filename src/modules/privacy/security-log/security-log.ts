import type { Id } from '#kernel/ids.ts';

export type SecurityEntryId = Id<'security-entry'>;

/** What is kept of who sent a request: address, browser and device as it names itself, and no other field. */
export interface Sender {
  readonly ip: string;
  readonly userAgent: string;
}

/** A request that matters for security, before it is stored. */
export interface Noticed {
  readonly at: Date;
  readonly route: string;
  readonly status: number;
  readonly sender: Sender;
}

/** After that an entry is gone, and the key of its day with it. Source: retention class `security-log`. */
export const securityLogDays = 90;

export const dayOfEntry = (at: Date): string => at.toISOString().slice(0, 10);

export const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * 86_400_000);

/** What the bytes of an entry are bound to: they open nowhere else. */
export const placeOf = (tenant: string, id: string): string => `security-log|${tenant}|${id}`;

/**
 * Whether a request is worth remembering for security: somebody tried a door, or was turned away.
 *
 * Looking at pages is not, nor is a browser that asks whether it is signed in, nor whoever may be too young.
 * Source: clauses OC-27, OK-2, K7-45; GDPR art. 5(1)(c); invariant P28.
 */
export function mattersForSecurity(request: {
  readonly method: string;
  readonly purpose: string | undefined;
  readonly status: number;
  readonly asksAge: boolean;
}): boolean {
  const isTurnedAway = request.status >= 400 && request.status !== 429;
  if (request.asksAge && isTurnedAway) return false;
  const isLooking = request.method === 'GET' || request.method === 'HEAD';
  const isDoor = request.purpose === 'account';
  if (request.status === 403 || request.status === 429) return true;
  return isDoor ? !isLooking : request.status === 401;
}
