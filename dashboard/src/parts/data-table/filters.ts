import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** What stands behind the question mark of an address: plain text by name. */
export type Search = Readonly<Record<string, string>>;

/** One thing that a list can be narrowed by. */
export interface Filter {
  readonly name: string;
  readonly says: string;
  /** Each reads on from the list's name: "Orders … that wait for payment". */
  readonly options: readonly { readonly value: string; readonly says: string }[];
}

/** The filters of a list live in its address, so that it can be sent to somebody and gone back to. */
export function useListSearch() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const setSearch = useCallback(
    (change: Readonly<Record<string, string | undefined>>, how: { replace?: boolean } = {}) => {
      const next = { ...search, ...change };
      const kept = Object.fromEntries(
        Object.entries(next).filter(([, value]) => value !== undefined && value !== ''),
      );
      void navigate({ to: '.', search: kept as never, replace: how.replace ?? false });
    },
    [navigate, search],
  );
  const replaceSearch = useCallback(
    (next: Search) => void navigate({ to: '.', search: next as never }),
    [navigate],
  );
  return { search, setSearch, replaceSearch };
}

/** The part of the address that narrows the list; the open row is none of it. */
export function filtersOf(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([name]) => name !== 'open'));
}

export const isSameSearch = (a: Search, b: Search): boolean => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => (a[name] ?? '') === (b[name] ?? ''));
};
