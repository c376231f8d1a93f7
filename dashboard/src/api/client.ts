import createClient from 'openapi-fetch';
import type { MethodResponse, Middleware } from 'openapi-fetch';
import type { PathsWithMethod } from 'openapi-typescript-helpers';
import type { paths } from './generated.ts';
import { keyFor, settle } from './idempotency.ts';
import { Problem, problemOf } from './problem.ts';

const keyHeader = 'idempotency-key';

const noAnswer = (): Problem => new Problem(0, 'dashboard.offline', 'No answer came from the server.', {});

async function readThrough(response: Response): Promise<void> {
  await response.arrayBuffer().catch(() => {
    throw noAnswer();
  });
}

const manners: Middleware = {
  async onRequest({ request }) {
    request.headers.set('accept-language', document.documentElement.lang || 'en');
    if (request.method !== 'POST') return undefined;
    const isText = request.headers.get('content-type')?.includes('json') ?? true;
    const body = isText ? await request.clone().text() : String(Math.random());
    request.headers.set(keyHeader, keyFor(request, body));
    return undefined;
  },
  async onResponse({ request, response }) {
    const key = request.headers.get(keyHeader);
    if (key && response.status < 500) {
      await readThrough(response.clone()); // an answer that breaks off on its way has not arrived
      settle(key);
    }
    if (!response.ok) throw await problemOf(response);
    return undefined;
  },
  onError({ error }) {
    if (error instanceof Problem) return error;
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    return noAnswer();
  },
};

/** The API, typed by its own description. The dashboard has no other way to the shop. */
export const api = createClient<paths>({ baseUrl: '' });
api.use(manners);

type Client = typeof api;
type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What an endpoint answers: `Answer<'get', '/api/admin/shop'>`. */
export type Answer<Method extends Verb, Path extends PathsWithMethod<paths, Method>> = MethodResponse<
  Client,
  Method,
  Path
>;

/** The item of a list endpoint. */
export type ItemOf<Path extends PathsWithMethod<paths, 'get'>> =
  Answer<'get', Path> extends { items: readonly (infer Item)[] } ? Item : never;

type Called<Data> = Promise<{ data?: Data; response: Response }>;

/** The body of an answer; a no was thrown as a Problem before. */
export async function bodyOf<Data>(call: Called<Data>): Promise<NonNullable<Data>> {
  const { data } = await call;
  return data as NonNullable<Data>;
}

/** The body with the version it had, to be sent back as If-Match with a change. */
export type Versioned<Data> = Data & { readonly etag: string };

export async function versionedBodyOf<Data>(call: Called<Data>): Promise<Versioned<NonNullable<Data>>> {
  const { data, response } = await call;
  return { ...(data as NonNullable<Data>), etag: response.headers.get('etag') ?? '*' };
}

export const ifMatch = (etag: string): { headers: { 'if-match': string } } => ({
  headers: { 'if-match': etag },
});

/** For calls whose only answer is that it is done. */
export async function done(call: Promise<{ response: Response }>): Promise<void> {
  await call;
}
