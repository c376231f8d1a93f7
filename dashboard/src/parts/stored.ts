import { useCallback, useState } from 'react';

/** A choice of this person, kept in this browser: columns, views, language. Never data of the shop. */
export function useStored<Value>(name: string, initial: Value): readonly [Value, (next: Value) => void] {
  const key = `kontor.${name}`;
  const [value, setValue] = useState<Value>(() => {
    const text = localStorage.getItem(key);
    if (text === null) return initial;
    try {
      return JSON.parse(text) as Value;
    } catch {
      return initial; // somebody else's text under our name is as good as no choice
    }
  });
  const store = useCallback(
    (next: Value) => {
      setValue(next);
      localStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  return [value, store];
}
