import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Category } from '#kernel/registry.ts';
import { vault } from '#modules/privacy/index.ts';
import { leavesOf } from './leaves.ts';
import { sealedColumns } from './paths.ts';
import { openByName } from './vault-by-name.ts';
import type { Reached } from './reach.ts';

/** By what a person can be recognised outside of their rows: in answers, in free text, at another company. */
export interface Traces {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly names: readonly string[];
  /** For companies that hear of a correction: what it is. */
  readonly news?: News;
}

/** What was put right, for the companies that got it wrong from us. */
export interface News {
  readonly category: Category;
  readonly value: string;
  readonly was: readonly string[];
  readonly parts: readonly string[];
  readonly from: readonly { readonly table: string; readonly column: string }[];
}

const listByCategory: Readonly<Partial<Record<Category, 'emails' | 'phones' | 'names'>>> = {
  'contact.email': 'emails',
  'contact.phone': 'phones',
  'identity.name': 'names',
};

/** Reads from what is reached by what these persons can be recognised. Source: read for the purpose `rights` only. */
export async function tracesOf(
  ctx: Context,
  subjects: readonly SubjectId[],
  reached: ReadonlyMap<string, Reached>,
): Promise<Traces> {
  const found = { emails: new Set<string>(), phones: new Set<string>(), names: new Set<string>() };
  const known = new Set<unknown>(subjects);
  for (const { person, rows } of reached.values()) {
    for (const [column, spec] of sealedColumns(person.table)) {
      if (!spec.purposes.includes('rights')) continue;
      const mine = rows.filter((row) => row[column] !== null && known.has(row[spec.of]));
      for (const content of await openByName(ctx, person.table, column, mine)) {
        for (const { category, text } of leavesOf(spec, content ?? {})) {
          const list = listByCategory[category];
          if (list && text.trim() !== '') found[list].add(text.trim());
        }
      }
    }
  }
  return { emails: [...found.emails], phones: [...found.phones], names: [...found.names] };
}

const label = 'persons.traces';

export const sealTraces = (ctx: Context, traces: Traces): Promise<Buffer> =>
  vault.sealForTenant(ctx, label, Buffer.from(JSON.stringify(traces)));

export async function openTraces(
  ctx: Pick<Context, 'keys' | 'tenant'>,
  sealed: Buffer | null,
): Promise<Traces> {
  if (!sealed) return { emails: [], phones: [], names: [] };
  return JSON.parse((await vault.openForTenant(ctx, label, sealed)).toString()) as Traces;
}
