import { Button } from '@mantine/core';
import { Failure } from '../../parts/failure.tsx';
import { useWords } from '../../words/words.ts';
import { settingsWords } from './settings-words.ts';

interface SaveRowProps {
  isChanged: boolean;
  isBusy: boolean;
  error: unknown;
  takeNewest?: (() => void) | undefined;
}

/** The end of a settings form. */
export function SaveRow({ isChanged, isBusy, error, takeNewest }: SaveRowProps) {
  const t = useWords(settingsWords);
  return (
    <>
      {error ? <Failure of={error} inForm onRetry={takeNewest} /> : null}
      <div className="row row-end">
        <Button type="submit" disabled={!isChanged} loading={isBusy}>
          {t.save}
        </Button>
      </div>
    </>
  );
}
