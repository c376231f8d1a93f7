import type { ImportRun } from '../../api/imports.ts';
import { Mark } from '../../parts/note.tsx';
import { useWords } from '../../words/words.ts';
import { importWords } from './import-words.ts';

/** How far an import is, in a word. */
export function RunState({ run }: { run: ImportRun }) {
  const t = useWords(importWords);
  const tone = run.state === 'done' ? 'green' : run.state === 'failed' ? 'red' : 'amber';
  return <Mark tone={tone}>{t[run.state]}</Mark>;
}
