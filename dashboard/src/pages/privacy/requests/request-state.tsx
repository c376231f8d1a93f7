import { Mark } from '../../../parts/note.tsx';
import { useReader } from '../../../words/words.ts';
import { said, stateWords } from './requests-words.ts';

const tones: Readonly<Record<string, 'plain' | 'green' | 'amber' | 'red'>> = {
  fulfilled: 'green',
  extended: 'amber',
  awaiting_processor: 'amber',
};

/** Where a request is, in a word. */
export function RequestState({ state }: { state: string }) {
  const { language } = useReader();
  return <Mark tone={tones[state] ?? 'plain'}>{said(stateWords, state, language)}</Mark>;
}
