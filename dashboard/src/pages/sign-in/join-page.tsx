import { Button, PasswordInput } from '@mantine/core';
import { Link, useRouterState, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { acceptInvitation, setPassword } from '../../api/session.ts';
import type { Search } from '../../parts/data-table/filters.ts';
import { Failure } from '../../parts/failure.tsx';
import { Note } from '../../parts/note.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { Door } from './door.tsx';
import { signInWords } from './sign-in-words.ts';

/** Where the link in an invitation, or in a mail about a new password, leads. */
export function JoinPage() {
  const t = useWords(signInWords);
  const { code } = useSearch({ strict: false }) as Search;
  const isReset = useRouterState({ select: (state) => state.location.pathname.startsWith('/reset') });
  const [password, setWord] = useState('');
  const act = useAct(isReset ? setPassword : acceptInvitation, { showsFailure: true });
  if (act.isSuccess) {
    return (
      <Door title={t.joinTitle}>
        <Note tone="green">{t.joined}</Note>
        <Button component={Link} to="/" fullWidth>
          {t.toSignIn}
        </Button>
      </Door>
    );
  }
  if (!code) {
    return (
      <Door title={t.noCode}>
        <p>{t.noCodeDo}</p>
      </Door>
    );
  }
  return (
    <Door title={t.joinTitle}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate({ code, password });
        }}
      >
        <PasswordInput
          label={t.password}
          description={t.joinDo}
          autoComplete="new-password"
          minLength={12}
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
        {isReset ? null : (
          <Note>
            <strong>{t.promise}</strong> {t.promiseText}
          </Note>
        )}
        {act.error ? <Failure of={act.error} isPlain /> : null}
        <Button type="submit" loading={act.isPending} fullWidth>
          {isReset ? t.reset : t.join}
        </Button>
      </form>
    </Door>
  );
}
