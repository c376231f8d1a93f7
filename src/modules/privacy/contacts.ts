import type { Context, Locale } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { Table } from '#kernel/registry.ts';
import { selectSealedOf } from './audit/queries.ts';
import { openMany } from './vault.ts';

/** How somebody can be written to, and where they are, as far as anything here says. */
export interface Contact {
  readonly email: string | undefined;
  readonly name: string | undefined;
  readonly locale: Locale | undefined;
  readonly countries: readonly string[];
}

interface Place {
  readonly table: Table;
  readonly column: string;
  readonly owner: string;
  readonly key: string;
  readonly emailField: string | undefined;
  readonly nameField: string | undefined;
}

/** Accounts know an address best; what was mailed once is the last resort. */
const rank = (table: string): number =>
  table === 'identity.account' ? 0 : table === 'notifications.mail' ? 2 : 1;

/** Every sealed column that holds an address or a country and may be opened for this purpose. */
function places(ctx: Context): Place[] {
  return [...declaredTables().values()]
    .flatMap((table) =>
      Object.entries(table.columns).flatMap(([column, { spec }]) => {
        if (spec.kind !== 'sealed' || !spec.purposes.includes(ctx.actor.purpose)) return [];
        const fieldOf = (category: string): string | undefined =>
          Object.entries(spec.fields).find(([, known]) => known === category)?.[0];
        const emailField = fieldOf('contact.email');
        if (emailField === undefined && spec.fields['country'] === undefined) return [];
        return [
          { table, column, owner: spec.of, key: spec.row, emailField, nameField: fieldOf('identity.name') },
        ];
      }),
    )
    .toSorted((a, b) => rank(a.table.name) - rank(b.table.name));
}

/**
 * Addresses and countries of some persons, read from wherever the registry says they are; for telling people something.
 *
 * Shape: who was erased, or never left an address, has none. Reads only what may be opened for the actor's purpose.
 */
export async function contactsOf(
  ctx: Context,
  subjects: readonly SubjectId[],
): Promise<Map<SubjectId, Contact>> {
  const found = new Map<SubjectId, Contact>();
  if (subjects.length === 0) return found;
  for (const place of places(ctx)) {
    for (const { subject, email, name, locale, country } of await readPlace(ctx, place, subjects)) {
      const known = found.get(subject);
      found.set(subject, {
        email: known?.email ?? email,
        name: known?.name ?? name,
        locale: known?.locale ?? locale,
        countries: [...new Set([...(known?.countries ?? []), ...(country ? [country] : [])])].toSorted(),
      });
    }
  }
  return found;
}

async function readPlace(
  ctx: Context,
  { table, column, owner, key, emailField, nameField }: Place,
  subjects: readonly SubjectId[],
) {
  const hasLocale = table.columns['locale'] !== undefined;
  const columns = [...new Set([owner, key, column, ...(hasLocale ? ['locale'] : [])])];
  const rows = await selectSealedOf(ctx, { table: table.name, columns, owner }, subjects);
  rows.sort((a, b) => (String(a[key]) < String(b[key]) ? 1 : -1));
  // The registry was just asked which table and column this is; the types know it only for one written by hand.
  const contents = (await openMany(ctx, table, column as never, rows as never)) as (Record<
    string,
    unknown
  > | null)[];
  return rows.flatMap((row, index) => {
    const content = contents[index];
    if (!content) return [];
    const text = (field: string | undefined): string | undefined => {
      const value = field === undefined ? undefined : content[field];
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const locale = row['locale'];
    return [
      {
        subject: row[owner] as SubjectId,
        email: text(emailField),
        name: text(nameField),
        locale: locale === 'de' || locale === 'en' ? (locale as Locale) : undefined,
        country: text('country'),
      },
    ];
  });
}
