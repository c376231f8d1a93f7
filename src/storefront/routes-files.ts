import type { FastifyReply, FastifyRequest, Http } from '#kernel/http.ts';
import { httpRefuse } from '#kernel/http-refuse.ts';
import { bankStyle, findAsset } from './assets.ts';
import type { Asset } from './assets.ts';
import { hasDrawing, heroWidths, paintHero, paintMark } from './own-drawing.ts';
import { markPicture } from './parts/mark.ts';
import { legalOf } from './routes-legal.ts';
import { addressOf, originOf } from './show.ts';

const file = { audience: 'public', purpose: 'browse', page: true } as const;
const aYear = 'public, max-age=31536000, immutable';
const aDay = 'public, max-age=86400';

/** Styles, scripts, fonts, the mark, and what robots and browsers ask for by name. */
export function fileRoutes(http: Http): void {
  http.get(
    '/assets/*',
    { config: { ...file, says: 'A style, a script or a font.' } },
    async (request, reply) => {
      const asset = findAsset(addressOf(request).pathname);
      if (!asset) throw httpRefuse.notFound();
      return sendAsset(request, reply, asset);
    },
  );

  http.get(
    '/assets/bank.css',
    { config: { ...file, says: 'The style of the pretended bank.' } },
    async (request, reply) => sendAsset(request, reply, bankStyle).header('cache-control', aDay),
  );

  http.get(
    '/favicon.svg',
    { config: { ...file, says: 'The mark of the shop for browser tabs.' } },
    async (request, reply) =>
      reply
        .type('image/svg+xml')
        .header('cache-control', aDay)
        .header('x-content-type-options', 'nosniff')
        .send(Buffer.from(markPicture(request.tenant, false))),
  );

  for (const width of heroWidths) {
    http.get(
      `/hero-${width}.webp`,
      { config: { ...file, says: 'The window of the first page.' } },
      async (request, reply) => {
        if (!hasDrawing(request.tenant)) throw httpRefuse.notFound();
        return reply
          .type('image/webp')
          .header('cache-control', aDay)
          .send(await paintHero(width));
      },
    );
  }

  const icons = {
    '/apple-touch-icon.png': 180,
    '/icon-192.png': 192,
    '/icon-512.png': 512,
    '/favicon.ico': 48,
  } as const;
  for (const [path, size] of Object.entries(icons)) {
    http.get(
      path,
      { config: { ...file, says: 'The mark of the shop as a picture.' } },
      async (request, reply) =>
        reply
          .type('image/png')
          .header('cache-control', aDay)
          .send(await paintMark(markPicture(request.tenant, true), size)),
    );
  }

  http.get(
    '/manifest.webmanifest',
    { config: { ...file, says: 'How the shop appears on a home screen.' } },
    async (request, reply) =>
      reply
        .type('application/manifest+json')
        .header('cache-control', aDay)
        .serializer(String)
        .send(
          JSON.stringify({
            name: request.tenant.name,
            short_name: request.tenant.name,
            lang: request.tenant.locale,
            start_url: '/',
            display: 'browser',
            background_color: '#fdfcfa',
            theme_color: '#fdfcfa',
            icons: [192, 512].map((size) => ({
              src: `/icon-${size}.png`,
              sizes: `${size}x${size}`,
              type: 'image/png',
            })),
          }),
        ),
  );

  http.get('/robots.txt', { config: { ...file, says: 'What robots may read.' } }, async (request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', aDay)
      .send(
        [
          'User-agent: *',
          ...['/cart', '/checkout', '/account', '/orders/', '/search', '/api/', '/dashboard'].map(
            (path) => `Disallow: ${path}`,
          ),
          '',
          `Sitemap: ${originOf(request)}/sitemap.xml`,
          '',
        ].join('\n'),
      ),
  );

  http.get(
    '/.well-known/security.txt',
    { config: { ...file, says: 'Whom to tell about a hole. Source: RFC 9116.' } },
    async (request, reply) => {
      const { email } = await legalOf(request);
      const expires = new Date(request.house.clock().getTime() + 180 * 86_400_000).toISOString().slice(0, 10);
      const lines = [
        `Contact: mailto:${email}`,
        `Expires: ${expires}T00:00:00Z`,
        'Preferred-Languages: en, de',
        `Canonical: ${originOf(request)}/.well-known/security.txt`,
        '',
      ];
      return reply.type('text/plain; charset=utf-8').header('cache-control', aDay).send(lines.join('\n'));
    },
  );

  http.get(
    '/.well-known/gpc.json',
    { config: { ...file, says: 'Says that Global Privacy Control is honoured.' } },
    async (_request, reply) =>
      reply
        .type('application/json')
        .header('cache-control', aDay)
        .serializer(String)
        .send(JSON.stringify({ gpc: true, lastUpdate: '2026-11-23' })),
  );
}

function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset): FastifyReply {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  reply.type(asset.type).header('cache-control', aYear).header('x-content-type-options', 'nosniff');
  if (!asset.brotli || !asset.gzip) return reply.send(asset.plain);
  reply.header('vary', 'Accept-Encoding');
  if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(asset.brotli);
  if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(asset.gzip);
  return reply.send(asset.plain);
}
