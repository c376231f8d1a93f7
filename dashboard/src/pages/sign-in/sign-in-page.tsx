import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { askForReset, signIn } from '../../api/session.ts';
import { Failure } from '../../parts/failure.tsx';
import { Note } from '../../parts/note.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { credentialsIn } from './credentials.ts';
import { Door } from './door.tsx';
import { signInWords } from './sign-in-words.ts';

/** The door for those who work here. */
export function SignInPage() {
  const t = useWords(signInWords);
  const queries = useQueryClient();
  const [isForgotten, setForgotten] = useState(false);
  const enter = useAct(signIn, { showsFailure: true, onDone: () => void queries.resetQueries() });
  if (isForgotten) return <Forgotten onBack={() => setForgotten(false)} />;

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!enter.isPending) enter.mutate(credentialsIn(event.currentTarget));
  };
  return (
    <Door title={t.title}>
      <form className="stack" onSubmit={onSubmit}>
        <TextInput
          name="email"
          type="email"
          label={t.email}
          autoComplete="username"
          required
          withAsterisk={false}
          data-autofocus
        />
        <PasswordInput
          name="password"
          label={t.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        {enter.error ? <Failure of={enter.error} isPlain /> : null}
        <Button type="submit" loading={enter.isPending} fullWidth>
          {t.enter}
        </Button>
      </form>
      <p>
        <button type="button" className="link-button" onClick={() => setForgotten(true)}>
          {t.forgot}
        </button>
      </p>
    </Door>
  );
}

function Forgotten({ onBack }: { onBack: () => void }) {
  const t = useWords(signInWords);
  const ask = useAct(askForReset, { showsFailure: true });
  return (
    <Door title={ask.isSuccess ? t.sentTitle : t.forgot}>
      {ask.isSuccess ? (
        <Note tone="green">{t.sentDo}</Note>
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            ask.mutate(credentialsIn(event.currentTarget).email);
          }}
        >
          <TextInput
            name="email"
            type="email"
            label={t.email}
            description={t.forgotDo}
            autoComplete="username"
            required
            withAsterisk={false}
          />
          {ask.error ? <Failure of={ask.error} isPlain /> : null}
          <Button type="submit" loading={ask.isPending} fullWidth>
            {t.send}
          </Button>
        </form>
      )}
      <p>
        <button type="button" className="link-button" onClick={onBack}>
          {t.back}
        </button>
      </p>
    </Door>
  );
}
