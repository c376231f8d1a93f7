import { useWords } from '../../../words/words.ts';
import { clocksWords } from './clocks-words.ts';

/** What keeps a row, in the reader's words: a law by its own name, everything else as a promise or a rule of ours. */
export function useCited(): (cites: string) => string {
  const t = useWords(clocksWords);
  return (cites) =>
    cites === 'promise of the house' ? t.byHouse : cites.startsWith('promise ') ? t.byPromise : cites;
}
