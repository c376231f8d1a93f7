import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../words/words.ts';
import { Empty } from '../note.tsx';
import { shellWords } from './shell-words.ts';

export function NothingHere() {
  const t = useWords(shellWords);
  return (
    <Empty
      title={t.nothing}
      action={
        <Button component={Link} to="/">
          {t.toHome}
        </Button>
      }
    >
      {t.nothingDo}
    </Empty>
  );
}
