import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, lazy, useEffect } from 'react';
import { SessionContext, sessionQuery } from '../../api/session.ts';
import { shopQuery } from '../../api/shop.ts';
import { useWords } from '../../words/words.ts';
import { Failure } from '../failure.tsx';
import { Shell } from './shell.tsx';
import { shellWords } from './shell-words.ts';

const SignInPage = lazy(async () => ({
  default: (await import('../../pages/sign-in/sign-in-page.tsx')).SignInPage,
}));

/** Staff see the workbench; everybody else sees the sign-in, at the address they wanted to go to. */
export function Root() {
  const t = useWords(shellWords);
  const shop = useQuery(shopQuery);
  const session = useQuery(sessionQuery);
  const isJoining = useRouterState({
    select: (state) => /^\/(invitation|reset)$/.test(state.location.pathname),
  });
  const hue = shop.data?.accentHue;
  useEffect(() => {
    if (hue !== undefined) document.documentElement.style.setProperty('--hue', String(hue));
  }, [hue]);

  if (session.error) {
    return (
      <main className="lone">
        <Failure of={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  }
  if (session.isPending) return <p className="only-read">{t.waking}</p>;
  if (isJoining) return <Outlet />;
  if (!session.data) {
    return (
      <Suspense>
        <SignInPage />
      </Suspense>
    );
  }
  return (
    <SessionContext value={session.data}>
      <Shell>
        <Outlet />
      </Shell>
    </SessionContext>
  );
}
