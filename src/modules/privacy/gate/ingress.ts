import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Category, Source } from '#kernel/registry.ts';
import { insertArrival, selectArrivals } from './queries.ts';
import { isTombstoned } from './tombstone.ts';

/** What we take of a thing that another company sends us, such as an order; everything else is dropped at the door. */
export interface IngressSpec {
  readonly processor: string;
  /** The kind of thing: `order`, `customer`. */
  readonly object: string;
  readonly source: Extract<Source, 'channel' | 'accounting' | 'public'>;
  /** Every field that is taken, as a path such as `customer.email` or `line_items[].sku`, and what it is. */
  readonly fields: Readonly<Record<string, Category | 'none'>>;
}

const known = new Map<string, IngressSpec>();
const keyOf = ({ processor, object }: Pick<IngressSpec, 'processor' | 'object'>): string =>
  `${processor} ${object}`;

/** Declares what is taken of a thing that another company sends. Source: clauses KC-8, KC-11. */
export function declareIngress(spec: IngressSpec): IngressSpec {
  known.set(keyOf(spec), spec);
  return spec;
}

/** Everything that may come in from other companies. */
export const knownIngress = (): readonly IngressSpec[] => [...known.values()];

export type Received =
  | {
      readonly kind: 'received';
      readonly fields: Readonly<Record<string, unknown>>;
      /** Paths that were taken. */
      readonly taken: readonly string[];
      /** How many fields were left at the door; their names may say something about somebody too. */
      readonly dropped: number;
    }
  /** Somebody in it was erased here and is not brought back. */
  | { readonly kind: 'tombstoned'; readonly category: Category };

/**
 * Takes what another company sends: declared fields only, and nobody who was erased here.
 *
 * Stores nothing. Whoever stores it says for whom with `recordArrival`.
 * Source: privacy.md C7; clause KC-8; GDPR art. 5(1)(c), 17.
 */
export async function receive(
  ctx: Context,
  arriving: { readonly processor: string; readonly object: string; readonly fields: unknown },
): Promise<Received> {
  const spec = known.get(keyOf(arriving));
  assert(spec, `nothing is declared to come in as ${arriving.object} from ${arriving.processor}`);
  const taking: Taking = { spec, taken: new Set(), dropped: 0, people: [] };
  const fields = pick(arriving.fields, '', taking);
  for (const { category, value } of taking.people)
    if (await isTombstoned(ctx, { category, value })) return { kind: 'tombstoned', category };
  return {
    kind: 'received',
    fields: isRecord(fields) ? fields : {},
    taken: [...taking.taken],
    dropped: taking.dropped,
  };
}

/** Notes where data about somebody came from; it binds what it may be used for, for as long as we know them. Source: GDPR art. 14(2)(f). */
export async function recordArrival(
  ctx: Context,
  arrived: {
    readonly subject: SubjectId;
    readonly processor: string;
    readonly object: string;
    readonly taken: readonly string[];
  },
): Promise<void> {
  const spec = known.get(keyOf(arrived));
  assert(spec, `nothing is declared to come in as ${arrived.object} from ${arrived.processor}`);
  const { subject, processor, object, taken } = arrived;
  await insertArrival(ctx, {
    subjectId: subject,
    processor,
    object,
    source: spec.source,
    fieldNames: [...taken],
  });
}

/** Where data about somebody came from, when it did not come from them. Shape: oldest first. */
export const arrivalsOf = (ctx: Context, subject: SubjectId) => selectArrivals(ctx, subject);

interface Taking {
  readonly spec: IngressSpec;
  readonly taken: Set<string>;
  dropped: number;
  readonly people: { category: Category; value: string }[];
}

/** What a channel would know an erased person again by. */
const identifying: readonly (Category | 'none')[] = ['contact.email', 'contact.phone', 'identity.taxId'];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Walks what arrived beside what is declared; a declared leaf takes plain values only, never a tree of whatever. */
function pick(value: unknown, path: string, taking: Taking): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => pick(item, `${path}[]`, taking)).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (isRecord(value)) {
    const kept = Object.entries(value).flatMap(([name, inner]) => {
      const picked = pick(inner, path === '' ? name : `${path}.${name}`, taking);
      return picked === undefined ? [] : [[name, picked] as const];
    });
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }
  const category = Object.hasOwn(taking.spec.fields, path) ? taking.spec.fields[path] : undefined;
  if (category === undefined) {
    if (value !== null && value !== undefined) taking.dropped += 1;
    return undefined;
  }
  taking.taken.add(path);
  if (category !== 'none' && identifying.includes(category) && typeof value === 'string' && value !== '')
    taking.people.push({ category, value });
  return value;
}
