import assert from 'node:assert/strict';
import type { Context, Fact } from './context.ts';
import type { Purpose } from './registry.ts';

export type { Fact } from './context.ts';

/** What a fact, and so a job, may carry: ids, codes, whole numbers, flags. Never text about or from a person. */
type FactField = 'id' | 'ids' | 'code' | 'integer' | 'flag';

interface FactFieldType {
  id: string;
  ids: readonly string[];
  code: string;
  integer: number;
  flag: boolean;
}

type FactBody<Shape extends Readonly<Record<string, FactField>>> = {
  readonly [Name in keyof Shape]: FactFieldType[Shape[Name]];
};

export interface FactType<
  Shape extends Readonly<Record<string, FactField>> = Readonly<Record<string, FactField>>,
> {
  (body: FactBody<Shape>): Fact;
  readonly factName: string;
  readonly shape: Shape;
}

const checks: Readonly<Record<FactField, (value: unknown) => boolean>> = {
  id: (value) => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value),
  ids: (value) => Array.isArray(value) && value.every((item) => checks.id(item)),
  code: (value) => typeof value === 'string' && /^[A-Za-z][A-Za-z0-9._-]{0,63}$/.test(value),
  integer: (value) => Number.isSafeInteger(value),
  flag: (value) => typeof value === 'boolean',
};

const known = new Map<string, FactType>();

/** Every fact type of the house, for the registry's gate. */
export const knownFacts = (): readonly FactType[] => [...known.values()];

/**
 * Declares what a module announces: `factsOf('orders', { placed: { orderId: 'id' } })`, then `ctx.emit(facts.placed({ orderId }))`.
 *
 * Names are in the past tense. A body with an undeclared key, or a value that is not of its kind, is our bug and throws.
 */
export function factsOf<const Shapes extends Readonly<Record<string, Readonly<Record<string, FactField>>>>>(
  module: string,
  shapes: Shapes,
): { readonly [Name in keyof Shapes]: FactType<Shapes[Name]> } {
  const makers = Object.entries(shapes).map(([name, shape]) => {
    const factName = `${module}.${name}`;
    const make = (body: Readonly<Record<string, unknown>>): Fact => {
      for (const [key, value] of Object.entries(body)) {
        const kind = shape[key];
        assert(kind && checks[kind](value), `fact ${factName}: ${key} is not a declared ${kind ?? 'field'}`);
      }
      return { name: factName, body };
    };
    const type = Object.assign(make, { factName, shape }) as FactType;
    known.set(factName, type);
    return [name, type] as const;
  });
  return Object.fromEntries(makers) as unknown as { readonly [Name in keyof Shapes]: FactType<Shapes[Name]> };
}

/** What a module does about somebody's fact; runs as a job, in a unit of work of its own, once in effect. */
export interface Reaction {
  readonly name: string;
  readonly to: string;
  /** Why it opens what it opens. */
  readonly purpose: Purpose;
  readonly react: (
    ctx: Context,
    body: Readonly<Record<string, unknown>>,
    house: ReactionHouse,
  ) => Promise<void>;
}

/** What a reaction may need besides its context: to do work outside of any transaction before or after. */
export interface ReactionHouse {
  readonly factId: string;
}

/**
 * Declares a reaction: `on('orders', 'send-confirmation', facts.placed, async (ctx, { orderId }) => …)`.
 *
 * The reaction's writes and the mark that it ran commit together, so a job delivered twice does its work once.
 */
export function on<Shape extends Readonly<Record<string, FactField>>>(
  module: string,
  name: string,
  fact: FactType<Shape>,
  react: (ctx: Context, body: FactBody<Shape>, house: ReactionHouse) => Promise<void>,
  purpose: Purpose = 'notify',
): Reaction {
  return { name: `${module}.${name}`, to: fact.factName, purpose, react: react as Reaction['react'] };
}
