import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import { Type } from 'typebox';
import type { Static, TLiteral, TProperties, TSchema } from 'typebox';
import type { BrowserState } from './browser-items.ts';
import type { Context, Locale, Tenant } from './context.ts';
import { httpRefuse } from './http-refuse.ts';
import type { House } from './house.ts';
import type { Money } from './money.ts';
import type { SubjectId } from './ids.ts';
import type { Permission } from './permissions.ts';
import type { Purpose } from './registry.ts';

/** Who a route is for; checked before its handler runs. A route without one does not start. */
export type Audience =
  | 'public'
  | 'buyer'
  | 'staff'
  | 'operator'
  /** `and`: what they must be allowed beside it, such as to read people. */
  | { readonly staff: Permission; readonly and?: Permission };

/** Who is asking, found from the cookies before any route. */
export type Visitor =
  | { readonly kind: 'guest' }
  | {
      readonly kind: 'buyer';
      readonly subject: SubjectId;
      readonly accountId: string;
      readonly sessionId?: string;
      readonly emailVerified: boolean;
    }
  | {
      readonly kind: 'staff';
      readonly subject: SubjectId;
      readonly accountId: string;
      readonly sessionId?: string;
      readonly permissions: ReadonlySet<Permission>;
    };

export interface RouteConfig {
  readonly audience: Audience;
  /** Why this route opens what it opens. */
  readonly purpose: Purpose;
  /** One sentence for the API page. */
  readonly says: string;
  /** Pages and assets stay out of the API description. */
  readonly page?: true;
  /** POSTs that must carry an Idempotency-Key; every other POST may. */
  readonly idempotency?: 'required' | 'off';
  /** Machines of other companies and browsers without our cookies may post here. */
  readonly crossSite?: true;
  /** Asks how old somebody is: of whom it turns away nothing is kept, not even that they came. */
  readonly asksAge?: true;
}

declare module 'fastify' {
  // eslint-disable-next-line typescript/no-empty-object-type -- augmentation
  interface FastifyContextConfig extends Partial<RouteConfig> {}
  interface FastifyRequest {
    tenant: Tenant;
    visitor: Visitor;
    locale: Locale;
    house: House;
    /** Runs one unit of work for this request: one transaction, this visitor, this route's purpose. */
    work<T>(run: (ctx: Context) => Promise<T>): Promise<T>;
    /** What may be in the browser that asks; judged once per request. */
    browser(): Promise<BrowserState>;
    /** Judges the browser anew: an answer was given in this very request. */
    forgetBrowser(): void;
    /** Keeps a reader's choices in their browser, and judges it anew. */
    keepChoices(reply: FastifyReply, value: string): Promise<void>;
  }
}

export type Http = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export type { FastifyRequest, FastifyReply } from 'fastify';

/** An object that refuses unknown fields. */
export const Shape = <P extends TProperties>(properties: P, options: { description?: string } = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options });

export const IdText = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
});
/** The parameters of a route that is about one thing: `/orders/:id`. */
export const byId = Shape({ id: IdText });
/** One of some codes. */
export const oneOf = <const Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.Union(values.map((value): TLiteral => Type.Literal(value))));
/** Without leap seconds, which no clock of ours knows. */
export const Instant = Type.String({ format: 'date-time', pattern: 'T\\d\\d:\\d\\d:[0-5]\\d' });
export const CurrencyCode = Type.String({ pattern: '^[A-Z]{3}$' });
export const CountryCode = Type.String({ pattern: '^[A-Z]{2}$' });
export const Amount = Type.Integer({ minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER });
export const MoneyShape = Shape({ amountMinor: Amount, currency: CurrencyCode });
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** `?limit=&after=` of every list. */
export const pageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
  after: Type.Optional(Type.String({ maxLength: 500 })),
};

/** `?count=exact` of lists that can tell how many they are; counting is dear, so it stops, and only who asks is told. */
export const countQuery = {
  count: Type.Optional(
    Type.Literal('exact', { description: 'also say how many there are; counting stops at 1,001' }),
  ),
};
export const mostCounted = 1001;

/** A list that says how many it has in all when it was asked to. */
export const CountedPageOf = <T extends TSchema>(item: T) =>
  Shape({ items: Type.Array(item), next: Nullable(Type.String()), count: Type.Optional(Type.Integer()) });

/** A list and the place to go on from. Shape: `next` is null on the last page. */
export const PageOf = <T extends TSchema>(item: T) =>
  Shape({ items: Type.Array(item), next: Nullable(Type.String()) });

/** Money as JSON: an integer within 2^53-1. */
export function presentMoney(amount: Money): Static<typeof MoneyShape> {
  const amountMinor = Number(amount.minor);
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError('amount too large for JSON');
  return { amountMinor, currency: amount.currency };
}

/** The signed-in person of a request; the audience check has already refused everyone else. */
export function signedIn(request: FastifyRequest): Exclude<Visitor, { kind: 'guest' }> {
  if (request.visitor.kind === 'guest') throw new RangeError('route without an audience check');
  return request.visitor;
}

/** Whether the person who asks works here and may do that. */
export const hasPermission = ({ visitor }: FastifyRequest, permission: Permission): boolean =>
  visitor.kind === 'staff' && visitor.permissions.has(permission);

/** The version in If-Match, quoted or not. Shape: undefined when the caller does not care. */
export function versionIn(request: FastifyRequest): number | undefined {
  const [, digits] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(request.headers['if-match'] ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The version that a change was made against, from If-Match. Refuses: kernel.versionNeeded. */
export function expectedVersion(request: FastifyRequest): number {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(request.headers['if-match'] ?? '');
  if (!match) throw httpRefuse.versionNeeded();
  return Number(match[1]);
}
