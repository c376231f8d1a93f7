import { readFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import type { Http } from '#kernel/http.ts';

const dist = new URL('../../dashboard/dist/', import.meta.url);
const config = { audience: 'public', purpose: 'browse', page: true } as const;

/** The dashboard's own files; everything it shows it asks the API for. */
export async function dashboardPages(http: Http): Promise<void> {
  const index = await readFile(new URL('index.html', dist), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined; // not built yet: say so instead of failing the shop
    throw error;
  });
  if (index !== undefined) {
    // Its own routes would carry no audience, so the files get a route of ours.
    await http.register(staticFiles, { root: fileURLToPath(new URL('assets/', dist)), serve: false });
    http.get(
      '/dashboard/assets/*',
      { config: { ...config, says: 'A file of the dashboard.' } },
      (request, reply) =>
        reply.sendFile((request.params as { '*': string })['*'], { immutable: true, maxAge: '365d' }),
    );
  }
  const page = { config: { ...config, says: 'The dashboard.' } };
  for (const path of ['/dashboard', '/dashboard/', '/dashboard/*']) {
    http.get(path, page, async (_request, reply) => {
      const nonce = randomBytes(16).toString('base64');
      return reply
        .code(index === undefined ? 503 : 200)
        .type('text/html; charset=utf-8')
        .headers({
          'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'same-origin',
        })
        .send(
          index?.replaceAll('__NONCE__', nonce) ??
            '<!doctype html><title>Dashboard</title><p>The dashboard has not been built yet. Run <code>npm run build:dashboard</code>.</p>',
        );
    });
  }
}
