import assert from 'node:assert/strict';
import { declaredTables } from './registry.ts';

const checked = new Set<string>();

/**
 * Refuses a statement that names a tenant table without saying whose rows it means (rule 3), and one that sets the
 * tenant by other means than `tenancy.enter` (rule 1). Each text is looked at once.
 */
export function guardSql(text: string): void {
  if (checked.has(text)) return;
  assert(
    !/\bset_config\s*\(/i.test(text),
    'set_config does not reach the workers of a cluster: use tenancy.enter',
  );
  const tables = tenantTablesIn(text);
  const predicates = text.match(/"?tenant_id"?\s*(=|\)?\s*values|,|\))/gi)?.length ?? 0;
  assert(
    predicates >= tables.length,
    `a statement names ${tables.join(', ')} but says tenant_id only ${predicates} times: ${text.slice(0, 400)}`,
  );
  if (checked.size > 5000) checked.clear();
  checked.add(text);
}

/** The tenant tables a statement reads or writes, once for each time it names them as a table. */
function tenantTablesIn(text: string): string[] {
  const found: string[] = [];
  const named =
    /\b(?:from|join|update|into|using|,)\s+(?:only\s+)?"?([a-z_]+)"?\s*\.\s*"?([a-z_]+)"?(?!\s*"?\s*[.(])/gi;
  for (const [, schema = '', name = ''] of text.matchAll(named)) {
    const table = `${schema}.${name}`.toLowerCase();
    if (declaredTables().get(table)?.scope === 'tenant') found.push(table);
  }
  return found;
}
