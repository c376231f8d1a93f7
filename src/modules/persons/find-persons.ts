import type { Context } from '#kernel/context.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import { indexColumns, personTables } from './paths.ts';
import { selectByIndex, selectSame } from './queries-reach.ts';

/** What somebody is known by. The caller has made sure that whoever asks controls it. */
export interface KnownBy {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly subjects?: readonly SubjectId[] | undefined;
}

/**
 * Everybody in the house who is the human behind an address, a number or a person we know: every guest order under the
 * same e-mail, the account, and whoever is proven to be the same.
 *
 * Shape: in no order; empty when nobody is known by it. Source: clause OK-16; GDPR art. 11.
 */
export async function findPersons(ctx: Context, known: KnownBy): Promise<SubjectId[]> {
  const found = new Set<SubjectId>(known.subjects);
  for (const [category, text] of [
    ['contact.email', known.email],
    ['contact.phone', known.phone],
  ] as const) {
    if (text === undefined || text.trim() === '') continue;
    for (const subject of await lookUp(ctx, category, text)) found.add(subject);
  }
  return close(ctx, found);
}

async function lookUp(ctx: Context, category: string, text: string): Promise<SubjectId[]> {
  const found: SubjectId[] = [];
  for (const table of declaredTables().values()) {
    for (const [name, spec] of indexColumns(table)) {
      if (spec.kind !== 'blindIndex' || spec.category !== category) continue;
      const hash = await vault.blind(ctx, table, name, text);
      found.push(...(await selectByIndex(ctx, table.name, name, spec.of, hash)));
    }
  }
  return found;
}

/** Adds whoever rows name as the same human, until nobody new comes. */
async function close(ctx: Context, found: Set<SubjectId>): Promise<SubjectId[]> {
  let fresh = [...found];
  while (fresh.length > 0) {
    const next: SubjectId[] = [];
    for (const { table, pair } of sameColumns()) next.push(...(await selectSame(ctx, table, pair, fresh)));
    fresh = [...new Set(next)].filter((subject) => !found.has(subject));
    for (const subject of fresh) found.add(subject);
  }
  return [...found];
}

const sameColumns = () =>
  [...personTables().values()].flatMap(({ table }) =>
    Object.entries(table.columns).flatMap(([name, { spec }]) =>
      spec.kind === 'subject' && spec.sameAs !== undefined
        ? [{ table: table.name, pair: [name, spec.sameAs] as const }]
        : [],
    ),
  );
