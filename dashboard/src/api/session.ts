import { queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { api, bodyOf, done } from './client.ts';
import type { Answer } from './client.ts';
import { asProblem } from './problem.ts';

type Me = Answer<'get', '/api/admin/me'>;
export type Permission = Me['permissions'][number];

/** Who is signed in, and what they may do. */
export interface Session extends Me {
  readonly may: (permission: string) => boolean;
}

export const sessionKey = ['session'] as const;

/** Who is signed in now; null: nobody. */
export async function readSession(): Promise<Session | null> {
  try {
    const me = await bodyOf(api.GET('/api/admin/me'));
    const permissions = new Set<string>(me.permissions);
    return { ...me, may: (permission) => permissions.has(permission) };
  } catch (error) {
    const problem = asProblem(error);
    if (problem.isSignedOut) return null; // nobody is signed in: the sign-in page asks
    throw error;
  }
}

export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: readSession,
  // Every reading of one's own name is recorded, too; a look when something was refused is enough.
  staleTime: 900_000,
});

export const SessionContext = createContext<Session | null>(null);

/** The session of a page that only staff can see. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('A page for staff was shown without a session.');
  return session;
}

export const signIn = (credentials: { email: string; password: string }) =>
  bodyOf(api.POST('/api/admin/sign-in', { body: credentials }));

export const signOut = () => done(api.POST('/api/admin/sign-out'));

export const askForReset = (email: string) => done(api.POST('/api/admin/reset/request', { body: { email } }));

export const setPassword = (body: { code: string; password: string }) =>
  done(api.POST('/api/admin/reset', { body }));

export const acceptInvitation = (body: { code: string; password: string }) =>
  done(api.POST('/api/admin/invitations/accept', { body }));
