import { useThingName } from '../../words/use-thing-name.ts';
import { useReader, useWords } from '../../words/words.ts';
import { companyWords, inWords } from '../privacy/gate/gate-words.ts';
import type { Words } from './map-graph.ts';
import { subjectWords } from './policy-words.ts';

/** The names on the map in the reader's words; what nobody has named keeps its own. */
export function useMapWords(): Words {
  const { language } = useReader();
  const subjects: Readonly<Record<string, unknown>> = useWords(subjectWords);
  return {
    subject: (name) => (typeof subjects[name] === 'string' ? subjects[name] : name),
    table: useThingName(),
    company: (name) => inWords(companyWords, name, language),
  };
}
