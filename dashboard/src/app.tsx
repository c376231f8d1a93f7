import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { asProblem } from './api/problem.ts';
import { sessionKey } from './api/session.ts';
import { styleNonce } from './look/nonce.ts';
import { cssVariables, theme } from './look/theme.ts';
import { makeRouter } from './router.tsx';
import { ReaderContext, localeFor, preferredLanguage, rememberLanguage } from './words/words.ts';
import type { Language } from './words/words.ts';

/** A session that has ended asks to sign in again over the page; what was typed stays under it. */
const onError = (error: Error): void => {
  if (asProblem(error).isSignedOut) void queries.invalidateQueries({ queryKey: sessionKey });
};

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 2 && (asProblem(error).isOffline || asProblem(error).status >= 502),
    },
    mutations: { retry: false },
  },
});

const router = makeRouter(queries);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** The workbench: its look, its language, its data and its pages. */
export function App() {
  const [language, setLanguage] = useState<Language>(preferredLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const reader = useMemo(
    () => ({
      language,
      locale: localeFor(language),
      chooseLanguage: (chosen: Language) => {
        rememberLanguage(chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return (
    <ReaderContext value={reader}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <Notifications position="top-center" limit={3} />
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </ReaderContext>
  );
}
