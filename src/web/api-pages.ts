import { createHash } from 'node:crypto';
import type { RouteOptions } from 'fastify';
import type { Http } from '#kernel/http.ts';
import { knownRefusals } from '#kernel/refusal.ts';
import { openApiOf } from './openapi.ts';

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The page's whole look, named in its policy by its own hash. On a small screen each operation stands in a block. */
const style = `
:root { color-scheme: light dark; background: light-dark(#fff, #17171a); color: light-dark(#1a1a1a, #eee); font: 1rem/1.5 system-ui, sans-serif; }
a { color: light-dark(#0b4fb3, #9ec1ff); }
main { max-width: 70rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .4rem .75rem .4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid color-mix(in srgb, currentColor 18%, transparent); }
td, code { overflow-wrap: anywhere; }
td:first-child code { overflow-wrap: normal; }
@media (max-width: 45rem) { thead { display: none; } table, tbody, tr, td { display: block; } td { border: 0; padding: .1rem 0; } tr { padding: .6rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 18%, transparent); } }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

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
        `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
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
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Kontor API</title><style>${style}</style></head>
<body><main><h1>Kontor API</h1><p>The machine-readable description is <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).</p>
<h2>Operations</h2><table><thead><tr><th scope="col">Method</th><th scope="col">Path</th><th scope="col">What it does</th></tr></thead><tbody>${operations.join('\n')}</tbody></table>
<h2>Refusals</h2><table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Says</th></tr></thead><tbody>${codes.join('\n')}</tbody></table></main></body></html>`;
}
