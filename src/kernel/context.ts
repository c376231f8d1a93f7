import type { Kysely } from 'kysely';
import type { SubjectId, TenantId } from './ids.ts';
import type { KeyClass, Purpose } from './registry.ts';

/** Who acts, and why: every reading of sealed data is judged and recorded by these two. */
export interface Actor {
  readonly kind: 'guest' | 'buyer' | 'staff' | 'system' | 'operator';
  /** A subject id for people; the name of the job or command for `system` and `operator`. */
  readonly id: string;
  readonly purpose: Purpose;
  /** The session that the person acts in; readings are recorded under it, so that a stolen one can be told apart. */
  readonly session?: string | undefined;
}

/** The shop that is being served. Nothing here is personal: the legal entity is public in the imprint. */
export interface Tenant {
  readonly id: TenantId;
  readonly slug: string;
  readonly name: string;
  readonly profile: string;
  readonly currency: string;
  readonly locale: Locale;
  readonly country: string;
  readonly pricesIncludeTax: boolean;
  readonly accentHue: number;
  readonly demo: boolean;
}

export type Locale = 'en' | 'de';

/** Which key is asked for. */
export interface WantedKey {
  readonly subject: SubjectId;
  readonly class: KeyClass;
  /** For storing, and for the few purposes for which restricted data may be used. Source: GDPR art. 18(2). */
  readonly evenIfRestricted?: boolean;
}

/** That keys of a person were destroyed; kept apart from the data, so that a restored backup is erased again. */
export interface KeyErasure {
  readonly subject: SubjectId;
  readonly classes: readonly KeyClass[];
  readonly at: Date;
}

/** Unwrapped keys, on lease from the keystore. Only the vault opens with them; only persons destroys them. */
export interface KeyAccess {
  /** Keys of a class for subjects. Shape: a destroyed, never made or (unless asked for) restricted key is absent from the map. */
  dataKeys(tenant: TenantId, wanted: readonly WantedKey[]): Promise<Map<string, Buffer>>;
  makeDataKeys(tenant: TenantId, subject: SubjectId, classes: readonly KeyClass[]): Promise<void>;
  /** Ends what was sealed under them, in every copy there is. This process forgets at once, others within a minute. */
  destroyDataKeys(
    tenant: TenantId,
    subjects: SubjectId | readonly SubjectId[],
    classes?: readonly KeyClass[],
  ): Promise<void>;
  /** Which keys people have. Shape: who has none is absent. */
  classesOf(tenant: TenantId, subjects: readonly SubjectId[]): Promise<Map<SubjectId, KeyClass[]>>;
  /** Lets somebody's data only be kept, or be used again. Source: GDPR art. 18. */
  restrictSubject(tenant: TenantId, subjects: SubjectId | readonly SubjectId[], on: boolean): Promise<void>;
  isRestricted(tenant: TenantId, subject: SubjectId): Promise<boolean>;
  noteErasure(tenant: TenantId, erasures: KeyErasure | readonly KeyErasure[]): Promise<void>;
  /** Oldest first; all of them when `since` is null. */
  erasuresSince(tenant: TenantId, since: Date | null): Promise<KeyErasure[]>;
  /**
   * Gives the tenant a new wrapping key when the one it has is older than that, wraps every key that is left anew, and
   * destroys the old one. Shape: the new epoch, or null when it was not time. Source: clause C3.
   */
  turnEpoch(tenant: TenantId, olderThan: Date): Promise<number | null>;
  /** The tenant's secret for blind indexes, link codes and sealed system values; it outlives key epochs. */
  tenantSecret(tenant: TenantId): Promise<Buffer>;
  /** Whether the keystore can be reached now. */
  alive(): Promise<boolean>;
  readonly days: DayKeys;
}

/** What a day's secret is for: the salt of visitor counts dies within 48 hours, the key of the security log with its entries. */
export type DayKeyUse = 'statistics' | 'security-log';

/** Random secrets of one day each, for what must become unreadable by itself. Units: days are `2026-11-23`, in UTC. */
export interface DayKeys {
  /** The secret of a day, made when it is first asked for; every process gets the same one. */
  make(use: DayKeyUse, day: string): Promise<Buffer>;
  /** The secret of a day while it exists. */
  find(use: DayKeyUse, day: string): Promise<Buffer | undefined>;
  /** The days that still have one, oldest first. */
  list(use: DayKeyUse): Promise<string[]>;
  /** Destroys the secrets of all days before this one; nobody can bring them back. */
  destroyBefore(use: DayKeyUse, day: string): Promise<void>;
}

/** One reading of sealed data, noted in the audit log when the unit of work ends. */
export interface Opening {
  readonly table: string;
  readonly column: string;
  readonly subject: SubjectId;
  readonly row: string;
}

/** Something that happened, as ids and codes; made by the types of `facts.ts`. */
export interface Fact {
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface AuditNote {
  /** What happened, as `module.verb` in the past tense: `orders.refunded`. */
  readonly action: string;
  /** The thing it happened to, as `table` and id. */
  readonly on: { readonly table: string; readonly id: string };
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * One business transaction: its SQL, its actor, its single clock reading, what it announces and what it leaves in the
 * audit log. All of it is stored together or not at all.
 */
export interface Context {
  // eslint-disable-next-line typescript/no-explicit-any -- each module narrows it to its own rows
  readonly tx: Kysely<any>;
  readonly tenant: Tenant;
  readonly actor: Actor;
  readonly now: Date;
  readonly locale: Locale;
  readonly keys: KeyAccess;
  emit(fact: Fact): void;
  audit(note: AuditNote): void;
  opened(opening: Opening): void;
  /** Runs after the commit, never on rollback; for waking things up, not for work that must happen. */
  afterCommit(wake: () => void): void;
}
