import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { colleaguesQuery } from '../api/people.ts';
import { useSession } from '../api/session.ts';
import { useWords, words } from '../words/words.ts';

const whoWords = words({
  colleague: ['a colleague', 'jemand aus dem Team'],
  buyer: ['the buyer', 'die Kundschaft'],
  operator: ['the operator', 'der Betreiber'],
  system: ['automatically', 'von selbst'],
});

const isOf = (kind: string): kind is 'buyer' | 'operator' | 'system' =>
  kind === 'buyer' || kind === 'operator' || kind === 'system';

/** Puts a name to a key, for those who work with colleagues. Undefined: the reader may not know, or there is none any more. */
export function useColleagues(): (id: string | null) => string | undefined {
  const { may } = useSession();
  const { data } = useQuery({
    ...colleaguesQuery,
    enabled: may('staff.manage') || may('audit.read') || may('orders.write'),
  });
  return useCallback((id) => data?.items.find((one) => one.id === id)?.name, [data]);
}

/** Says who did something: "Olga Weber", "a colleague", "the buyer". */
export function useWho(): (by: { kind: string; colleagueId: string | null }) => string {
  const t = useWords(whoWords);
  const nameOf = useColleagues();
  return ({ kind, colleagueId }) => {
    if (kind === 'staff') return nameOf(colleagueId) ?? t.colleague;
    const known = kind === 'guest' ? 'buyer' : kind;
    return isOf(known) ? t[known] : '';
  };
}
