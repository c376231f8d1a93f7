import type { ColumnType } from 'kysely';
import type { SubjectId } from './ids.ts';

/** Why we hold data; destroying a subject's key of one class leaves the others readable. */
export const keyClasses = ['service', 'marketing', 'security', 'verification', 'legal'] as const;
export type KeyClass = (typeof keyClasses)[number];

/** What data may be used for, with the lawful basis that carries it (GDPR art. 6). */
export const purposes = {
  browse: { basis: 'contract', says: 'show the shop and keep the basket' },
  checkout: { basis: 'contract', says: 'take the order' },
  fulfil: { basis: 'contract', says: 'pack, ship and follow the order' },
  support: { basis: 'contract', says: 'answer questions about an order or an account' },
  notify: { basis: 'contract', says: 'send the mails that belong to an order or an account' },
  account: { basis: 'contract', says: 'sign in and keep the account' },
  pay: { basis: 'contract', says: 'take and return money' },
  bookkeeping: { basis: 'legal obligation', says: 'keep invoices and books as the law asks' },
  security: { basis: 'legitimate interest', says: 'protect accounts and the shop against misuse' },
  administer: { basis: 'legitimate interest', says: 'let staff work in the shop' },
  rights: { basis: 'legal obligation', says: 'answer requests about personal data' },
  suppress: { basis: 'legal obligation', says: 'remember who must not be written to, or not come back' },
  disclose: { basis: 'legal obligation', says: 'answer what authorities lawfully ask for' },
  verify: { basis: 'legal obligation', says: 'check who a seller is' },
  improve: { basis: 'legitimate interest', says: 'improve the shop with counts that identify nobody' },
  insight: { basis: 'contract', says: 'show a merchant how their channels sell' },
  marketing: { basis: 'consent', says: 'send news and offers' },
  analytics: { basis: 'consent', says: 'see how somebody uses the shop' },
  personalise: { basis: 'consent', says: 'order and choose what somebody is shown' },
  advertise: { basis: 'consent', says: 'show advertisements that fit somebody' },
} as const;
export type Purpose = keyof typeof purposes;

/** Where data came from. It binds what the data may ever be used for: see `PurposeFrom`. */
export const sources = {
  person: 'the person gave it to us',
  observed: 'it came about while the person used the shop',
  staff: 'our staff wrote it down',
  channel: 'a sales channel of the merchant sent it',
  accounting: "the merchant's accounting system sent it",
  public: 'it was found in public',
} as const;
export type Source = keyof typeof sources;

/** What a channel or an accounting system sent can never reach marketing: such a line does not compile. Source: clause KC-14. */
type PurposeFrom<S extends Source> = S extends 'channel' | 'accounting'
  ? Exclude<Purpose, 'marketing' | 'analytics' | 'personalise' | 'advertise'>
  : Purpose;

export type Category =
  | 'identity.name'
  | 'identity.company'
  | 'identity.taxId'
  | 'contact.email'
  | 'contact.phone'
  | 'contact.address'
  | 'account.credential'
  | 'account.role'
  | 'tech.ip'
  | 'tech.device'
  | 'content.freetext'
  | 'content.message'
  | 'order.reference'
  | 'file.upload'
  | 'verification.document'
  | 'payment.token';

/** How long a value stays: an anchor event and a rule that the clocks of the privacy engine compute from. */
export type Retention =
  | 'account' /* while the account lives */
  | 'order' /* until the order's service time is over */
  | 'bookkeeping' /* as long as the tax law of the tenant's country asks */
  | 'session' /* until it expires */
  | 'cart' /* 30 days after its last change */
  | 'security-log' /* 90 days */
  | 'mail' /* 30 days after it was written */
  | 'employment' /* while the person works here */
  | 'import' /* 14 days */
  | 'idempotency' /* 48 hours */
  | 'visit' /* 48 hours: what visitor counts are made of */
  | 'consent-proof' /* as long as we may have to prove it */
  | 'request' /* requests about personal data, and the proof that they were answered */
  | 'suppression'; /* as long as the wish lasts */

/** What an erasure does to it. */
export type EraseRule = 'delete-row' | 'shred-and-clear' | 'retain-until-law-ends';

declare const sealedBrand: unique symbol;
/** Ciphertext of a shape: it can be stored, copied to nothing else, and opened only by the vault. */
export type Sealed<Shape> = Uint8Array & { readonly [sealedBrand]: Shape };

declare const selected: unique symbol;
declare const inserted: unique symbol;

interface Column<S = unknown, I = unknown> {
  readonly spec: ColumnSpec;
  readonly [selected]?: S;
  readonly [inserted]?: I;
}

export interface SealedColumn<Shape, Of extends string, N extends null> extends Column<
  Sealed<Shape> | N,
  Sealed<Shape> | N
> {
  readonly of: Of;
  readonly shape?: Shape;
}

export type ColumnSpec =
  | { readonly kind: 'plain'; readonly because: string }
  | {
      readonly kind: 'subject';
      readonly role: string;
      readonly nullable: boolean;
      /** The row is about this person; an `actor` only did something in it. */
      readonly reach: 'about' | 'actor';
      /** Another subject column of the row that names the same human, by something proven. */
      readonly sameAs?: string;
    }
  | ({ readonly kind: 'sealed'; readonly nullable: boolean } & SealedSpec)
  | ({ readonly kind: 'blindIndex' } & IndexSpec)
  | ({ readonly kind: 'searchTokens' } & IndexSpec)
  | {
      readonly kind: 'tenantSealed';
      readonly because: string;
      readonly retention: Retention;
      readonly holds?: HeldUnnamed;
    };

/** Personal data that stand in no row of anybody's: whose they are is not told without opening everybody's. */
interface HeldUnnamed {
  /** In which role people leave it. */
  readonly role: string;
  readonly source: Source;
  /** Why the shop cannot do without it, in words for the person. */
  readonly because: string;
  readonly purposes: readonly Purpose[];
  readonly fields: Readonly<Record<string, Category>>;
}

interface SealedSpec {
  readonly of: string;
  readonly class: KeyClass;
  readonly source: Source;
  /** Why the shop cannot do without it, in words for the person. Source: clause OC-4; GDPR art. 5(1)(c). */
  readonly because: string;
  readonly purposes: readonly Purpose[];
  readonly fields: Readonly<Record<string, Category>>;
  /** Why the person does not get it in a copy of their data; without it they do. */
  readonly withheld?: string;
  readonly retention: Retention;
  readonly onErase: EraseRule;
  /** The column whose value the envelope is bound to; `id` unless told. */
  readonly row: string;
}

interface IndexSpec {
  readonly of: string;
  readonly category: Category;
  readonly purposes: readonly Purpose[];
  readonly retention: Retention;
  readonly onErase: EraseRule;
}

/** A column that is no personal data, and why. Null and defaults show in the type: `plain<Date | null>('…')`. */
export const plain = <S, I = S>(because: string): Column<S, I> => ({ spec: { kind: 'plain', because } });

/** A reference to the natural person that the row is about. */
export const subject = (role: string): Column<SubjectId, SubjectId> => ({
  spec: { kind: 'subject', role, nullable: false, reach: 'about' },
});

/** As `subject`, for rows that may be about nobody (yet). `sameAs`: the other column names the same human, by proof. */
export const maybeSubject = (
  role: string,
  same: { readonly sameAs?: string } = {},
): Column<SubjectId | null, SubjectId | null> => ({
  spec: { kind: 'subject', role, nullable: true, reach: 'about', ...same },
});

/** The person who did it, if it was one: a random pseudonym that nobody can resolve once the person is erased. */
export const actor = (role: string): Column<SubjectId | null, SubjectId | null> => ({
  spec: { kind: 'subject', role, nullable: true, reach: 'actor' },
});

type FieldsOf<Shape> = { readonly [Name in keyof Shape & string]-?: Category };
type SealedInput<Shape, Of extends string, From extends Source> = Omit<
  SealedSpec,
  'fields' | 'of' | 'row' | 'source' | 'purposes'
> & {
  readonly of: Of;
  readonly source: From;
  readonly purposes: readonly PurposeFrom<NoInfer<From>>[];
  readonly fields: FieldsOf<Shape>;
  readonly row?: string;
};

/**
 * Personal content of one subject under one key class, stored as one envelope.
 *
 * Every field of the shape needs a category: forget one and it does not compile. `of` names the row's subject column.
 */
export const sealed =
  <Shape>() =>
  <const Of extends string, const From extends Source>(
    spec: SealedInput<Shape, Of, From>,
  ): SealedColumn<Shape, Of, never> => ({
    spec: { kind: 'sealed', nullable: false, row: 'id', ...spec },
    of: spec.of,
  });

/** As `sealed`, for rows that may not have it (yet). */
export const maybeSealed =
  <Shape>() =>
  <const Of extends string, const From extends Source>(
    spec: SealedInput<Shape, Of, From>,
  ): SealedColumn<Shape, Of, null> => ({
    spec: { kind: 'sealed', nullable: true, row: 'id', ...spec },
    of: spec.of,
  });

/** A keyed hash of a normalised value, for looking a person up by exactly that value; made by `vault.blind`. */
export const blindIndex = (spec: IndexSpec): Column<Buffer | null, Buffer | null> => ({
  spec: { kind: 'blindIndex', ...spec },
});

/** Keyed hashes of the beginnings of words, for staff search by name; made by `vault.searchTokens`. */
export const searchTokens = (spec: IndexSpec): Column<Buffer[], Buffer[]> => ({
  spec: { kind: 'searchTokens', ...spec },
});

/** Bytes sealed under the tenant's own secret because they may repeat what a request said, or `holds` what people leave; short-lived. */
export const tenantSealed = (
  because: string,
  retention: Retention,
  holds?: HeldUnnamed,
): Column<Buffer | null, Buffer | null> => ({
  spec: { kind: 'tenantSealed', because, retention, ...(holds && { holds }) },
});

/** What holds for a row as a whole, where its columns cannot say it. */
export interface RowRules {
  /**
   * The row belongs to a row that is about a person, such as a line to its order: the table, the column here that names
   * it, and the column there that is named (`id` unless told).
   */
  readonly belongsTo?: { readonly table: string; readonly by: string; readonly key?: string };
  /** The row speaks of another row, such as a letter of an order: its columns with that row's table and key. */
  readonly aboutRow?: { readonly table: string; readonly key: string };
  /** What an erasure does to the whole row. Without it: as its sealed columns say; rows without any stay, naming nobody. */
  readonly onErase?: 'delete-row';
  /** How long a row without sealed columns stays. */
  readonly retention?: Retention;
  /** The column whose instant starts the clock of what the row holds: its own, or else one of the row it belongs to. */
  readonly agesFrom?: string;
  /**
   * An answer that holds, and does not age, until the next one about the same takes its place or its person is erased:
   * what makes it about the same, and the column that counts.
   */
  readonly holdsUntilNext?: { readonly about: readonly string[]; readonly number: string };
  /** A column of its own that is not null while the row is still in use, however old it is. */
  readonly staysWhile?: string;
  /** The job of its module that ends it, and why the retention executor leaves it to that: the row is not all that goes. */
  readonly endedBy?: { readonly job: string; readonly because: string };
  /** Why the person does not get the row in a copy of their data. */
  readonly withheld?: string;
  /** Why its rows belong to nobody although they point to a row about somebody. */
  readonly impersonal?: string;
  /**
   * A copy of the person's data from another shop may bring such a row in: the columns that come with it, and what the
   * others begin with. Source: GDPR art. 20.
   */
  readonly imports?: {
    readonly columns: readonly string[];
    readonly others: Readonly<Record<string, string | number | boolean | null>>;
  };
}

export interface Table<
  Name extends string = string,
  Columns extends Readonly<Record<string, Column>> = Readonly<Record<string, Column>>,
> {
  readonly name: Name;
  readonly columns: Columns;
  /** Tenant tables carry tenant_id and row-level security; reference tables are small and shared. */
  readonly scope: 'tenant' | 'reference';
  readonly rules: RowRules;
}

const declared = new Map<string, Table>();

/** Every table that any loaded module declares, by name; the gates hold it against PostgreSQL's own catalogue. */
export const declaredTables = (): ReadonlyMap<string, Table> => declared;

function declare<T extends Table>(made: T): T {
  declared.set(made.name, made);
  return made;
}

/** Declares a tenant table: `table('orders.order', { tenantId: plain<TenantId>('tenant key'), … })`. */
export const table = <const Name extends string, const Columns extends Readonly<Record<string, Column>>>(
  name: Name,
  columns: Columns,
  rules: RowRules = {},
): Table<Name, Columns> => declare({ name, columns, scope: 'tenant', rules });

/** Declares a table that is shared by all tenants: hosts, currencies. It holds no personal data. */
export const reference = <const Name extends string, const Columns extends Readonly<Record<string, Column>>>(
  name: Name,
  columns: Columns,
): Table<Name, Columns> => declare({ name, columns, scope: 'reference', rules: {} });

type ColumnRow<C> = C extends Column<infer S, infer I> ? ColumnType<S, I, S> : never;
type RowOf<Columns> = {
  [Name in keyof Columns]: Name extends 'tenantId'
    ? ColumnType<string, string | undefined, never>
    : ColumnRow<Columns[Name]>;
};

/** The rows of a module for its query builder: only its own tables can be named. `type OrdersRows = Rows<typeof tables>`. */
export type Rows<Tables extends Readonly<Record<string, Table>>> = {
  [T in Tables[keyof Tables] as T['name']]: RowOf<T['columns']>;
};

/** A store that is not a column: files, job payloads, logs, caches, cookies. */
export interface StoreSpec {
  readonly name: string;
  readonly kind: 'files' | 'queue' | 'log' | 'cache' | 'cookie';
  readonly holds: 'nothing personal' | 'ids only' | 'sealed' | 'public content';
  readonly because: string;
  readonly retention: string;
}

const stores = new Map<string, StoreSpec>();

/** Every store that any loaded module declares, by name. */
export const declaredStores = (): ReadonlyMap<string, StoreSpec> => stores;

export function store(spec: StoreSpec): StoreSpec {
  stores.set(spec.name, spec);
  return spec;
}

export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A text in the languages of policies; English stands in where a language is missing. */
export type Said = { readonly en: string } & { readonly [Language in 'de' | 'fr' | 'da']?: string };
