import type { RouteOptions } from 'fastify';
import type { Http } from '#kernel/http.ts';
import { knownRefusals } from '#kernel/refusal.ts';
import { openApiOf } from './openapi.ts';

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** `/api/openapi.json` for machines and `/api` for people, both made from the running route table. */
export function apiPages(http: Http, routes: readonly RouteOptions[]): void {
  const config = { audience: 'public', purpose: 'browse', page: true } as const;
  let json: string | undefined;
  let page: string | undefined;
  http.get(
    '/api/openapi.json',
    { config: { ...config, says: 'The API as OpenAPI 3.1.' } },
    async (_request, reply) => {
      json ??= JSON.stringify(openApiOf(routes));
      return reply.type('application/json; charset=utf-8').send(json);
    },
  );
  http.get('/api', { config: { ...config, says: 'The API for readers.' } }, async (_request, reply) => {
    page ??= pageOf(routes);
    return reply
      .type('text/html; charset=utf-8')
      .header(
        'content-security-policy',
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      )
      .send(page);
  });
}

function pageOf(routes: readonly RouteOptions[]): string {
  const operations = Object.entries(openApiOf(routes).paths)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, operation]) =>
          `<tr><td><code>${method.toUpperCase()}</code></td><td><code>${escapeText(path)}</code></td><td>${escapeText(String(operation['summary']))} ${escapeText(String(operation['description']))}</td></tr>`,
      ),
    );
  const codes = knownRefusals()
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(
      (refusal) =>
        `<tr id="${escapeText(refusal.code)}"><td><code>${escapeText(refusal.code)}</code></td><td>${refusal.status}</td><td>${escapeText(refusal.says)}</td></tr>`,
    );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Kontor API</title></head>
<body><main><h1>Kontor API</h1><p>The machine-readable description is <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).</p>
<h2>Operations</h2><table><thead><tr><th scope="col">Method</th><th scope="col">Path</th><th scope="col">What it does</th></tr></thead><tbody>${operations.join('\n')}</tbody></table>
<h2>Refusals</h2><table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Says</th></tr></thead><tbody>${codes.join('\n')}</tbody></table></main></body></html>`;
}
