/**
 * Cuts a migration into its statements, because a cluster takes one statement per message (rule 10).
 *
 * Understands quoted text, quoted names, dollar quotes and comments. Shape: statements without their semicolon, in order.
 */
export function statementsOf(text: string): string[] {
  const statements: string[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const end = endOfQuoted(text, at);
    if (end > at) {
      at = end;
    } else if (text[at] === ';') {
      statements.push(text.slice(start, at));
      at += 1;
      start = at;
    } else {
      at += 1;
    }
  }
  statements.push(text.slice(start));
  return statements
    .map((statement) => statement.trim())
    .filter((statement) => withoutComments(statement) !== '');
}

/** Where the quoted piece or comment that starts here ends; `at` itself when none starts here. */
function endOfQuoted(text: string, at: number): number {
  const rest = text.slice(at, at + 80);
  if (rest.startsWith('--')) return after(text, '\n', at);
  if (rest.startsWith('/*')) return after(text, '*/', at + 2);
  if (rest.startsWith("'")) return after(text, "'", at + 1);
  if (rest.startsWith('"')) return after(text, '"', at + 1);
  const dollar = /^\$[A-Za-z_]*\$/.exec(rest)?.[0];
  return dollar ? after(text, dollar, at + dollar.length) : at;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

const withoutComments = (statement: string): string =>
  statement.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').trim();

const banned: readonly { readonly pattern: RegExp; readonly because: string }[] = [
  { pattern: /\bmerge\s+into\b/i, because: 'MERGE (rule 7)' },
  { pattern: /\b(small|big)?serial\b/i, because: 'a serial column (rule 10: UUIDv7 and the counter table)' },
  {
    pattern: /\bgenerated\s+(always|by\s+default)\s+as\s+identity\b/i,
    because: 'an identity column (rule 10)',
  },
  { pattern: /\bon\s+delete\s+set\s+(null|default)\b/i, because: 'SET NULL (rule 5)' },
  { pattern: /\bon\s+update\b/i, because: 'ON UPDATE (rule 5)' },
  { pattern: /\bset_config\s*\(/i, because: 'set_config (rule 1)' },
  {
    pattern: /\bsecurity\s+definer\b/i,
    because: 'SECURITY DEFINER: it would step over the wall between tenants',
  },
  { pattern: /\bfor\s+each\s+statement\b/i, because: 'a statement trigger (rule 6: per row)' },
];

/** The one function that may run with the owner's rights: logs that only grow end by it. Source: decision 0057. */
const ownersOwn = /create\s+function\s+retention\.end_rows\s*\([^$;]*?security\s+definer/i;

/** What a migration says that would not survive on a cluster. Shape: reasons, empty when it is fine. */
export function brokenRules(migration: string): string[] {
  const text = withoutComments(migration);
  const judged = text.replace(ownersOwn, '');
  const found = banned.filter(({ pattern }) => pattern.test(judged)).map(({ because }) => because);
  const triggers = text.match(/create\s+function[\s\S]*?returns\s+trigger[\s\S]*?\$\$[\s\S]*?\$\$/gi) ?? [];
  if (triggers.some((body) => /\bnotify\b|pg_notify|advisory/i.test(body)))
    found.push('NOTIFY or a lock in a trigger (rule 6)');
  return found;
}
