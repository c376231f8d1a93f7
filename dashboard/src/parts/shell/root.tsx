import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, lazy, useEffect, useState } from 'react';
import { SessionContext, sessionQuery } from '../../api/session.ts';
import type { Session } from '../../api/session.ts';
import { shopQuery } from '../../api/shop.ts';
import { useWords } from '../../words/words.ts';
import { Failure } from '../failure.tsx';
import { Shell } from './shell.tsx';
import { shellWords } from './shell-words.ts';

const SignInPage = lazy(async () => ({
  default: (await import('../../pages/sign-in/sign-in-page.tsx')).SignInPage,
}));

const SignInAgain = lazy(async () => ({
  default: (await import('../../pages/sign-in/sign-in-again.tsx')).SignInAgain,
}));

/**
 * Staff see the workbench; everybody else sees the sign-in, at the address they wanted to go to.
 *
 * Where a session ends while somebody works, their page stays as it is under a question for the password.
 */
export function Root() {
  const t = useWords(shellWords);
  const shop = useQuery(shopQuery);
  const session = useQuery(sessionQuery);
  const isJoining = useRouterState({
    select: (state) => /^\/(invitation|reset)$/.test(state.location.pathname),
  });
  const [last, setLast] = useState<Session | null>(null);
  if (session.data && session.data !== last) setLast(session.data);
  const hue = shop.data?.accentHue;
  useEffect(() => {
    if (hue !== undefined) document.documentElement.style.setProperty('--hue', String(hue));
  }, [hue]);

  if (session.error && !last) {
    return (
      <main className="lone">
        <Failure of={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  }
  if (session.isPending && !last) return <p className="only-read">{t.waking}</p>;
  if (isJoining) return <Outlet />;
  if (!last) {
    return (
      <Suspense>
        <SignInPage />
      </Suspense>
    );
  }
  return (
    <SessionContext value={last}>
      <Shell>
        <Outlet />
      </Shell>
      {session.data === null ? (
        <Suspense>
          <SignInAgain as={last} />
        </Suspense>
      ) : null}
    </SessionContext>
  );
}
