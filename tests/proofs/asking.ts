/** Asking a shop over HTTP in a proof that expects an answer, and reading the letters it writes. */
import assert from 'node:assert/strict';
import { lettersTo } from '#modules/notifications/index.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { eventually } from '#testing/eventually.ts';
import type { Answer, Program, Request, Site } from './processes.ts';

export interface Asked {
  readonly cookie?: string;
  readonly expect?: number | readonly number[];
  readonly headers?: Record<string, string>;
}

/** Somebody whose browser and network are known by these headers. Shape: asks; another answer than expected is a fault. */
export function asker(web: Pick<Program, 'ask'>, own: Record<string, string>) {
  const ask = async (
    method: Request['method'],
    url: string,
    payload?: object | string,
    asked: Asked = {},
  ): Promise<Answer> => {
    const headers = { ...own, ...(asked.cookie && { cookie: asked.cookie }), ...asked.headers };
    const answer = await web.ask({ method, url, ...(payload !== undefined && { payload }), headers });
    const expected = [asked.expect ?? [200, 201, 202, 204]].flat();
    assert.ok(
      expected.includes(answer.statusCode),
      `${method} ${url.slice(0, 60)} answered ${answer.statusCode}: ${answer.body.slice(0, 300)}`,
    );
    return answer;
  };
  const json = async <T>(...asked: Parameters<typeof ask>): Promise<T> =>
    JSON.parse((await ask(...asked)).body) as T;
  return { ask, json };
}

export type Asker = ReturnType<typeof asker>;

export const cookieOf = (answer: Answer, name = ''): string =>
  (answer.headers['set-cookie'] ?? []).find((line) => line.startsWith(name))?.split(';')[0] ?? '';

/** Waits for the letter to somebody that carries a code. */
export function codeTo(site: Site, email: string, about: RegExp): Promise<string> {
  const look = { tenant: site.tenant, actor: { kind: 'system', id: 'test', purpose: 'administer' } } as const;
  return eventually(`a letter about ${about}`, async () => {
    const letters = await unitOfWork(site.house, look, (ctx) => lettersTo(ctx, email));
    return letters
      .map(({ text }) => text)
      .find((text) => about.test(text))
      ?.match(/code=([\w.~-]+)/)?.[1];
  });
}
