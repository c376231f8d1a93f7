import { useCallback } from 'react';
import { thingWords } from './thing-words.ts';
import { useWords } from './words.ts';

/** What a kind of row is called, by the name of its table, in the reader's words; its own name, or another, where it has none. */
export function useThingName(): (table: string, otherwise?: string) => string {
  const t: Readonly<Record<string, unknown>> = useWords(thingWords);
  return useCallback(
    (table, otherwise = table) => {
      const said = t[table];
      return typeof said === 'string' ? said : otherwise;
    },
    [t],
  );
}
