import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Category, Purpose } from '#kernel/registry.ts';
import { knownProcessors } from '#modules/privacy/index.ts';
import { personTables } from './paths.ts';
import { selectByKey, selectReached } from './queries-reach.ts';
import { keysIn } from './reach.ts';

/** What a company got, or may have got, about these persons. */
export interface Told {
  readonly processor: string;
  readonly company: string;
  readonly purpose: Purpose;
  readonly fields: readonly string[];
  readonly at: Date;
  readonly about: { readonly table: string; readonly id: string };
}

/** The ledger of the gate, for many persons at once: what was sent, or may have arrived. Oldest first. Source: GDPR art. 15(1)(c), 19. */
export async function toldAbout(ctx: Context, subjects: readonly SubjectId[]): Promise<Told[]> {
  const person = personTables().get('privacy.disclosure_subject');
  if (!person) return [];
  const named = await selectReached(ctx, person, subjects, [], ['disclosureId']);
  const ids = keysIn(named, 'disclosureId');
  if (ids.length === 0) return [];
  const rows = await selectByKey(ctx, 'privacy.disclosure', 'id', ids, [
    'processor',
    'purpose',
    'fieldNames',
    'aboutTable',
    'aboutId',
    'queuedAt',
    'at',
    'outcome',
  ]);
  return rows
    .filter((row) => row['outcome'] !== 'waiting' && row['outcome'] !== 'dropped')
    .map((row) => ({
      processor: String(row['processor']),
      company: knownProcessors().get(String(row['processor']))?.company ?? String(row['processor']),
      purpose: row['purpose'] as Purpose,
      fields: row['fieldNames'] as string[],
      at: (row['at'] ?? row['queuedAt']) as Date,
      about: { table: String(row['aboutTable']), id: String(row['aboutId']) },
    }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** The companies that got something about these persons. */
export const processorsTold = async (ctx: Context, subjects: readonly SubjectId[]): Promise<string[]> => [
  ...new Set((await toldAbout(ctx, subjects)).map(({ processor }) => processor)),
];

/** The names under which a company got a kind of data, as the gate's ledger has it. */
export const fieldsGot = (told: readonly Told[], processor: string, category: Category): string[] => {
  const kinds = knownProcessors().get(processor)?.fields ?? {};
  const got = told.filter((one) => one.processor === processor).flatMap(({ fields }) => fields);
  return [...new Set(got)].filter((field) => kinds[field] === category);
};

/** The companies that got a kind of data. */
export const companiesThatGot = (told: readonly Told[], category: Category): string[] =>
  [...new Set(told.map(({ processor }) => processor))].filter(
    (processor) => fieldsGot(told, processor, category).length > 0,
  );
