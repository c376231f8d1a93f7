import { useThingName } from '../../../words/use-thing-name.ts';
import { useReader, useWords } from '../../../words/words.ts';
import { kindWords } from '../../incidents/incident-words.ts';
import { holdsWords } from './holds-words.ts';

interface HeldThing {
  readonly table: string;
  readonly kinds: readonly string[];
  /** The number of the order or request that it belongs to. */
  readonly number?: string | null;
  readonly role?: string | null;
  /** A name on an invoice stands beside a name for delivery: their columns tell them apart. */
  readonly field?: string | null;
}

/** Says what is held as the shop calls it: "Order 1007: name, postal address (recipient)". */
export function useHeldThing(): (thing: HeldThing) => string {
  const t = useWords(holdsWords);
  const nameOf = useThingName();
  const { language } = useReader();
  const roles: Readonly<Record<string, string>> = {
    buyer: t.buyer,
    recipient: t.recipient,
    bill_to: t.billTo,
  };
  return ({ table, kinds, number, role, field }) => {
    const isOrder = table === 'orders.order';
    const what = isOrder ? t.order : field ? nameOf(`${table}.${field}`, nameOf(table)) : nameOf(table);
    const of = number ? (isOrder ? ` ${number}` : ` ${t.ofNumber(number)}`) : '';
    const said = kinds.map((kind) => kindWords[kind]?.[language === 'de' ? 1 : 0] ?? kind).join(', ');
    const as = role ? ` (${roles[role] ?? role})` : '';
    return `${what}${of}: ${said === '' ? t.rowItself : said}${as}`;
  };
}
