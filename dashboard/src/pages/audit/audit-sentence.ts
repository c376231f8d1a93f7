import type { AuditEntry } from '../../api/audit.ts';
import type { Language, Said } from '../../words/words.ts';
import { actionWords } from './audit-words.ts';
import type { auditWords } from './audit-words.ts';

type AuditWords = Said<typeof auditWords>;

/** "Staff refunded an order", or who it was by name: who and what, in one plain sentence. */
export function sentenceOf(
  entry: AuditEntry,
  t: AuditWords,
  language: Language,
  name: string | undefined,
): string {
  const whos: Record<string, string> = {
    staff: t.staff,
    system: t.system,
    guest: t.guest,
    buyer: t.buyer,
    operator: t.operator,
  };
  const did = actionWords[entry.action]?.[language === 'de' ? 1 : 0] ?? entry.action;
  return `${name ?? whos[entry.actorKind] ?? t.somebody} ${did}`;
}
