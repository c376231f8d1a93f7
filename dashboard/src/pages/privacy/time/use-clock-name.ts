import { useWords } from '../../../words/words.ts';
import { clockNames, clocksWords } from './clocks-words.ts';

/** What a clock is about, in the reader's words; its own name where nobody has given it any. */
export function useClockName(): (name: string) => string {
  const t: Readonly<Record<string, unknown>> = useWords(clockNames);
  return (name) => {
    const said = t[name];
    return typeof said === 'string' ? said : name;
  };
}

/** What keeps a row, in the reader's words: a law by its own name, everything else as a promise or a rule of ours. */
export function useCited(): (cites: string) => string {
  const t = useWords(clocksWords);
  return (cites) =>
    cites === 'promise of the house' ? t.byHouse : cites.startsWith('promise ') ? t.byPromise : cites;
}
