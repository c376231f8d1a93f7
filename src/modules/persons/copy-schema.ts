import { Type } from 'typebox';
import type { TSchema } from 'typebox';
import { keyClasses, purposes, sources } from '#kernel/registry.ts';
import { copySchema, copyVersion } from './copy.ts';

const one = (names: readonly string[]): TSchema => Type.Enum([...names]);
const exact = { additionalProperties: false };
const instant = Type.String({ format: 'date-time' });
const purpose = one(Object.keys(purposes));
const name = Type.String({ maxLength: 200 });

const keep = Type.Object(
  {
    until: Type.Union([instant, Type.Null()]),
    ground: one(['law', 'promise', 'none']),
    cites: Type.String(),
  },
  { ...exact, description: 'Until when it stays, and which law or promise says so.' },
);

const column = Type.Object(
  {
    name,
    kind: one(['plain', 'sealed']),
    because: Type.String({ description: 'Why it is kept.' }),
    fields: Type.Optional(
      Type.Record(Type.String(), Type.String(), { description: 'Kind of data of each field.' }),
    ),
    purposes: Type.Optional(
      Type.Array(Type.Object({ purpose, basis: Type.String(), says: Type.String() }, exact), {
        description: 'What it may be used for, with the lawful basis (GDPR art. 6).',
      }),
    ),
    source: Type.Optional(one(Object.keys(sources))),
    class: Type.Optional(one(keyClasses)),
    portable: Type.Boolean({ description: 'Covered by the right to data portability (GDPR art. 20).' }),
    importable: Type.Boolean({ description: 'Another shop on Kontor takes it over from this file.' }),
  },
  exact,
);

const section = Type.Object(
  {
    table: name,
    columns: Type.Array(column),
    rows: Type.Array(
      Type.Object(
        {
          values: Type.Record(Type.String(), Type.Unknown(), {
            description:
              'Values by column. Money in the smallest unit of its currency, large numbers as text, instants in UTC.',
          }),
          keep: Type.Record(Type.String(), keep),
        },
        exact,
      ),
    ),
  },
  exact,
);

/** The published JSON Schema of a copy of somebody's data, draft 2020-12. Source: clause K7-36; GDPR art. 20(1). */
export const personCopySchema = Type.Object(
  {
    schema: Type.Literal(copySchema),
    version: Type.Literal(copyVersion),
    madeAt: instant,
    shop: Type.Object({ name: Type.String(), country: Type.String() }, exact),
    persons: Type.Array(Type.Object({ id: Type.String(), role: Type.String(), since: instant }, exact), {
      description: 'Under which random keys the shop knows the person.',
    }),
    sections: Type.Array(section, {
      description: 'One for each table that holds something about the person.',
    }),
    recipients: Type.Array(
      Type.Object(
        { processor: name, company: Type.String(), purpose, fields: Type.Array(Type.String()), at: instant },
        exact,
      ),
      { description: 'Which companies got what, and when.' },
    ),
    readings: Type.Array(
      Type.Object(
        {
          at: instant,
          by: Type.String(),
          purpose: Type.String(),
          table: Type.String(),
          column: Type.String(),
        },
        exact,
      ),
      { description: 'When staff of the shop opened something, and what for.' },
    ),
    withheld: Type.Array(
      Type.Object(
        { table: Type.String(), part: Type.String(), because: Type.String(), count: Type.Integer() },
        exact,
      ),
      { description: 'What is left out, and why.' },
    ),
  },
  {
    ...exact,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: copySchema,
    title: 'A copy of the personal data that a shop keeps about somebody',
  },
);
