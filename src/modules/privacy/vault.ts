import assert from 'node:assert/strict';
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Transform } from 'node:stream';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { Id, SubjectId, TenantId } from '#kernel/ids.ts';
import type { ColumnSpec, KeyClass, Purpose, Sealed, SealedColumn, Table } from '#kernel/registry.ts';
import { closeEnvelope, openEnvelope } from './envelope.ts';
import type { Place } from './envelope.ts';
import { keyName } from './keystore.ts';
import { insertSubject, shareSubject } from './queries.ts';
import { refuse } from './refuse.ts';
import { secretKeyOf, unwrapWith, wrapWith } from './root-key.ts';
import { opening, sealing } from './sealed-stream.ts';
import { askedBeginning, beginningsOf, normalise, wordsOf } from './search-text.ts';

type Names<T extends Table> = keyof T['columns'] & string;
type SealedName<T extends Table> = {
  [N in Names<T>]: T['columns'][N] extends SealedColumn<infer _Shape, infer _Of, infer _Null> ? N : never;
}[Names<T>];
type ShapeOf<T extends Table, N extends Names<T>> =
  T['columns'][N] extends SealedColumn<infer Shape, infer _Of, infer _Null> ? Shape : never;
type OfOf<T extends Table, N extends Names<T>> =
  T['columns'][N] extends SealedColumn<infer _Shape, infer Of, infer _Null> ? Of : never;
/** What a row must have: whose envelope it is, and the key it is bound to. */
type Owner<T extends Table, N extends Names<T>> = { readonly [Key in OfOf<T, N>]: SubjectId | null } & {
  readonly id?: string;
};
type SealedRow<T extends Table, N extends Names<T>> = Owner<T, N> & {
  readonly [Key in N]: Sealed<ShapeOf<T, N>> | null;
};

/**
 * Makes a person known to this tenant, with keys for the classes under which something will be stored about them.
 *
 * The keys are made before the transaction commits; if it rolls back they open nothing and are swept.
 * Refuses: privacy.keystoreDown.
 */
export async function newSubject(
  ctx: Context,
  role: string,
  classes: readonly KeyClass[],
): Promise<SubjectId> {
  const id = newId<SubjectId>();
  await ctx.keys.makeDataKeys(ctx.tenant.id, id, classes);
  await insertSubject(ctx, id, role);
  fenced(ctx).add(id);
  return id;
}

/**
 * Whether something may still be stored about somebody, who is then held against an erasure until this transaction
 * ends. Not so: whoever comes back is somebody new to us.
 */
export async function isHere(ctx: Context, subject: SubjectId): Promise<boolean> {
  if (fenced(ctx).has(subject)) return true;
  const state = await shareSubject(ctx, subject);
  if (state !== 'active' && state !== 'restricted') return false;
  fenced(ctx).add(subject);
  return true;
}

/** Makes the keys of further classes for somebody we know. Refuses: privacy.subjectGone, privacy.keystoreDown. */
export async function ensureKeys(
  ctx: Context,
  subject: SubjectId,
  classes: readonly KeyClass[],
): Promise<void> {
  await fence(ctx, subject);
  await ctx.keys.makeDataKeys(ctx.tenant.id, subject, classes);
}

/**
 * Closes personal content into an envelope that opens only in this row, for this person, under this class.
 *
 * The row names the bound key and the subject. Refuses: privacy.subjectGone, privacy.keystoreDown.
 */
export async function seal<T extends Table, N extends SealedName<T>>(
  ctx: Context,
  table: T,
  column: N,
  row: Owner<T, N>,
  value: ShapeOf<T, N>,
): Promise<Sealed<ShapeOf<T, N>>> {
  const { place } = placeOf(ctx, table, column, row);
  await fence(ctx, place.subject);
  const keys = await ctx.keys.dataKeys(ctx.tenant.id, [{ ...place, evenIfRestricted: true }]);
  const key = keys.get(keyName(place.subject, place.class));
  assert(
    key,
    `no ${place.class} key for the subject of ${table.name}: call newSubject or ensureKeys with that class first`,
  );
  return closeEnvelope(key, place, Buffer.from(JSON.stringify(value))) as unknown as Sealed<ShapeOf<T, N>>;
}

/**
 * Opens an envelope for the purpose of this unit of work; a reading by staff is recorded.
 *
 * Refuses: privacy.wrongPurpose, privacy.gone (the key was destroyed), privacy.restricted, privacy.keystoreDown.
 */
export async function open<T extends Table, N extends SealedName<T>>(
  ctx: Context,
  table: T,
  column: N,
  row: SealedRow<T, N>,
): Promise<ShapeOf<T, N>> {
  const [content] = await openMany(ctx, table, column, [row]);
  if (content !== null && content !== undefined) return content;
  const { place } = placeOf(ctx, table, column, row);
  throw (await ctx.keys.isRestricted(ctx.tenant.id, place.subject)) ? refuse.restricted() : refuse.gone();
}

/** As `open`, for a page of rows with one question to the keystore. Shape: null where the row has none or its key is gone. */
export async function openMany<T extends Table, N extends SealedName<T>>(
  ctx: Context,
  table: T,
  column: N,
  rows: readonly SealedRow<T, N>[],
): Promise<(ShapeOf<T, N> | null)[]> {
  const closed = rows.map((row) => {
    const envelope = row[column] as Uint8Array | null;
    // An erasure empties a column that may not be null to no bytes.
    return envelope === null || envelope.length === 0
      ? null
      : { envelope, ...placeOf(ctx, table, column, row) };
  });
  const places = closed.flatMap((one) => (one ? [one.place] : []));
  if (places.length === 0) return rows.map(() => null);
  const { spec } = specOf(table, column);
  if (!spec.purposes.includes(ctx.actor.purpose))
    throw refuse.wrongPurpose({ table: table.name, column, purpose: ctx.actor.purpose });

  const keys = await ctx.keys.dataKeys(
    ctx.tenant.id,
    places.map((place) => ({ ...place, evenIfRestricted: mayUseRestricted(ctx, place.subject) })),
  );
  return closed.map((one) => {
    const key = one && keys.get(keyName(one.place.subject, one.place.class));
    if (!one || !key) return null;
    const content: unknown = JSON.parse(openEnvelope(key, one.place, one.envelope).toString());
    // Whoever reads about themselves is no reader that the person would ask about.
    const isForeign = ctx.actor.kind === 'staff' && ctx.actor.id !== one.place.subject;
    if (isForeign) ctx.opened({ table: table.name, column, subject: one.place.subject, row: one.place.row });
    return content as ShapeOf<T, N>;
  });
}

const usesOfRestricted: readonly Purpose[] = ['rights', 'bookkeeping', 'security', 'disclose'];

/** Restricted data is used for these purposes and by the person; signing in is the person's own use. Source: GDPR art. 18(2). */
const mayUseRestricted = ({ actor }: Context, subject: SubjectId): boolean =>
  usesOfRestricted.includes(actor.purpose) ||
  actor.id === subject ||
  (actor.purpose === 'account' && actor.kind !== 'staff');

/** The hash under which a value can be found again in this column of this tenant, and nowhere else. */
export async function blind<T extends Table>(
  ctx: Context,
  table: T,
  column: Names<T>,
  text: string,
): Promise<Buffer> {
  const spec = indexSpecOf(table, column);
  return mac(await columnKey(ctx, table.name, column), normalise(spec.category, text), 16);
}

/** The hashes of all beginnings of all words of a name, for storing. */
export async function searchTokens<T extends Table>(
  ctx: Context,
  table: T,
  column: Names<T>,
  text: string,
): Promise<Buffer[]> {
  indexSpecOf(table, column);
  const key = await columnKey(ctx, table.name, column);
  return beginningsOf(text).map((beginning) => mac(key, beginning, 8));
}

/** The hashes to ask for, one for each word typed; a row matches when it has them all. Shape: empty when nothing usable was typed. */
export async function searchToken<T extends Table>(
  ctx: Context,
  table: T,
  column: Names<T>,
  typed: string,
): Promise<Buffer[]> {
  indexSpecOf(table, column);
  const key = await columnKey(ctx, table.name, column);
  return wordsOf(typed).map((word) => mac(key, askedBeginning(word), 8));
}

/** A keyed hash for things that are only ever compared: session tokens, idempotency keys. */
export async function keyedHash(
  ctx: Pick<Context, 'keys' | 'tenant'>,
  label: string,
  text: string,
): Promise<Buffer> {
  return mac(await secretFor(ctx, `hash|${label}`), text, 32);
}

/** Closes bytes under the tenant's own secret; for short-lived things that belong to no single person. */
export async function sealForTenant(
  ctx: Pick<Context, 'keys' | 'tenant'>,
  label: string,
  bytes: Uint8Array,
): Promise<Buffer> {
  return wrapWith(await secretFor(ctx, `seal|${label}`), bytes, `tenant|${ctx.tenant.id}|${label}`);
}

export async function openForTenant(
  ctx: Pick<Context, 'keys' | 'tenant'>,
  label: string,
  bytes: Uint8Array,
): Promise<Buffer> {
  return unwrapWith(await secretFor(ctx, `seal|${label}`), bytes, `tenant|${ctx.tenant.id}|${label}`);
}

/** As `sealForTenant`, for what flows through; it opens in this tenant and under its own name only. */
export const sealingForTenant = async (
  ctx: Pick<Context, 'keys' | 'tenant'>,
  name: string,
): Promise<Transform> => sealing(await secretFor(ctx, 'stream'), name);

/** Opens what `sealingForTenant` closed; the stream fails with SealBroken where it is not as it was. */
export const openingForTenant = async (
  ctx: Pick<Context, 'keys' | 'tenant'>,
  name: string,
): Promise<Transform> => opening(await secretFor(ctx, 'stream'), name);

const macBytes = 12;

/** A secret link's code for a thing: nothing is stored, and nobody can make one up. */
export async function linkCode(
  ctx: Pick<Context, 'keys' | 'tenant'>,
  kind: string,
  id: Id<string>,
): Promise<string> {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, mac(await secretFor(ctx, `link|${kind}`), id, macBytes)]).toString(
    'base64url',
  );
}

/** Which thing a code names. Shape: undefined when it was not made by us for this tenant and kind. */
export async function readLinkCode<T extends Id<string>>(
  ctx: Pick<Context, 'keys' | 'tenant'>,
  kind: string,
  code: string,
): Promise<T | undefined> {
  const bytes = Buffer.from(code, 'base64url');
  if (bytes.length !== 16 + macBytes) return undefined;
  const id = bytes
    .subarray(0, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as T;
  const expected = mac(await secretFor(ctx, `link|${kind}`), id, macBytes);
  return timingSafeEqual(expected, bytes.subarray(16)) ? id : undefined;
}

function specOf(table: Table, column: string): { spec: Extract<ColumnSpec, { kind: 'sealed' }> } {
  const spec = table.columns[column]?.spec;
  assert(spec?.kind === 'sealed', `${table.name}.${column} is not a sealed column`);
  return { spec };
}

function indexSpecOf(
  table: Table,
  column: string,
): Extract<ColumnSpec, { kind: 'blindIndex' | 'searchTokens' }> {
  const spec = table.columns[column]?.spec;
  assert(
    spec?.kind === 'blindIndex' || spec?.kind === 'searchTokens',
    `${table.name}.${column} is not an index column`,
  );
  return spec;
}

function placeOf(ctx: Context, table: Table, column: string, row: object): { place: Place } {
  const { spec } = specOf(table, column);
  const values: Readonly<Record<string, unknown>> = { ...row };
  const bound = values[spec.row];
  const subject = values[spec.of];
  assert(
    typeof bound === 'string',
    `${table.name}.${column} is bound to ${spec.row}, which the row does not have`,
  );
  assert(
    typeof subject === 'string',
    `${table.name}.${column} is about ${spec.of}, which the row does not have`,
  );
  return {
    place: {
      tenant: ctx.tenant.id,
      table: table.name,
      column,
      row: bound,
      subject: subject as SubjectId,
      class: spec.class,
    },
  };
}

const fencedByContext = new WeakMap<Context, Set<SubjectId>>();

function fenced(ctx: Context): Set<SubjectId> {
  const known = fencedByContext.get(ctx) ?? new Set<SubjectId>();
  fencedByContext.set(ctx, known);
  return known;
}

/** Holds the person against an erasure until this transaction ends; once per person and transaction. */
async function fence(ctx: Context, subject: SubjectId): Promise<void> {
  if (!(await isHere(ctx, subject))) throw refuse.subjectGone();
}

const mac = (key: Buffer, text: string, bytes: number): Buffer =>
  createHmac('sha256', secretKeyOf(key)).update(text).digest().subarray(0, bytes);

const derived = new WeakMap<Buffer, Map<string, Buffer>>();

async function secretFor(
  ctx: { keys: Context['keys']; tenant: { id: TenantId } },
  label: string,
): Promise<Buffer> {
  const secret = await ctx.keys.tenantSecret(ctx.tenant.id);
  const keys = derived.get(secret) ?? new Map<string, Buffer>();
  derived.set(secret, keys);
  const key = keys.get(label) ?? Buffer.from(hkdfSync('sha256', secret, '', label, 32));
  keys.set(label, key);
  return key;
}

const columnKey = (ctx: Context, table: string, column: string): Promise<Buffer> =>
  secretFor(ctx, `index|${table}|${column}`);
