import { v7 } from 'uuid';

declare const brand: unique symbol;

/** A UUIDv7 that knows what it names, so that an order's id cannot be passed where a product's is asked for. */
export type Id<Of extends string> = string & { readonly [brand]: Of };

export type TenantId = Id<'tenant'>;
export type SubjectId = Id<'subject'>;

/** A new id; later ids sort after earlier ones. */
export const newId = <T extends Id<string>>(): T => v7() as T;

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isId = (text: string): boolean => pattern.test(text);

/** Names a string from outside as an id; throws RangeError when it is not shaped like one. */
export function asId<T extends Id<string>>(text: string): T {
  if (!isId(text)) throw new RangeError('not an id');
  return text as T;
}
