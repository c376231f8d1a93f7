import { Button, Modal, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { readSession, sessionQuery, signIn } from '../../api/session.ts';
import type { Session } from '../../api/session.ts';
import { Failure } from '../../parts/failure.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { credentialsIn } from './credentials.ts';
import { signInWords } from './sign-in-words.ts';

/**
 * Over a page whose session has ended. Whoever signs in again goes on where they were, with everything they typed;
 * anybody else gets a page of their own.
 */
export function SignInAgain({ as }: { as: Session }) {
  const t = useWords(signInWords);
  const queries = useQueryClient();
  const enter = useAct(
    async (credentials: { email: string; password: string }) => {
      await signIn(credentials);
      return readSession();
    },
    {
      showsFailure: true,
      onDone: (me) => {
        if (me?.accountId !== as.accountId) location.reload();
        else queries.setQueryData(sessionQuery.queryKey, me);
        void queries.invalidateQueries();
      },
    },
  );
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t.againTitle}
      centered
      zIndex={400}
      overlayProps={{ backgroundOpacity: 0.4, blur: 12 }}
      attributes={{ header: { role: 'presentation' } }} // the page's own header is its only banner
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!enter.isPending) enter.mutate(credentialsIn(event.currentTarget));
        }}
      >
        <p>{t.againDo}</p>
        <TextInput
          name="email"
          type="email"
          label={t.email}
          autoComplete="username"
          required
          withAsterisk={false}
          defaultValue={as.email}
        />
        <PasswordInput
          name="password"
          label={t.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus
        />
        {enter.error ? <Failure of={enter.error} isPlain /> : null}
        <Button type="submit" loading={enter.isPending} fullWidth>
          {t.enter}
        </Button>
      </form>
    </Modal>
  );
}
