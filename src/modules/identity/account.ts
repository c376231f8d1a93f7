import type { Id } from '#kernel/ids.ts';

export type AccountId = Id<'account'>;
export type SessionId = Id<'session'>;
export type RoleId = Id<'role'>;
export type InvitationId = Id<'invitation'>;
export type AddressId = Id<'savedAddress'>;

/** A buyer's account is never a staff account: the same person has two, with two passwords. */
export type AccountKind = 'buyer' | 'staff';

export interface Profile {
  readonly email: string;
  readonly name: string;
}

/** What is kept of a device: enough to recognise one's own in a list. */
export interface Device {
  /** Cut to its network: 203.0.113.0, 2001:db8:1:: */
  readonly ip: string;
  /** Browser and system without versions: "Firefox on Linux". */
  readonly userAgent: string;
}

/** How long a session lasts after it was last used. Units: seconds. */
export const sessionSeconds = { buyer: 30 * 86_400, staff: 12 * 3600 } as const;

export const linkHours = { verify: 24, reset: 1 } as const;
export const invitationDays = 7;
