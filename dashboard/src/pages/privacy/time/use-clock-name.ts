import { useWords } from '../../../words/words.ts';
import { clockNames } from './clocks-words.ts';

/** What a clock is about, in the reader's words; its own name where nobody has given it any. */
export function useClockName(): (name: string) => string {
  const t: Readonly<Record<string, unknown>> = useWords(clockNames);
  return (name) => {
    const said = t[name];
    return typeof said === 'string' ? said : name;
  };
}
