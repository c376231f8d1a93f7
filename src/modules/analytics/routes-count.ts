import type { House } from '#kernel/house.ts';
import type { FastifyReply, FastifyRequest, Http } from '#kernel/http.ts';
import { countVisit } from './count-visit.ts';
import { deskOf } from './desk.ts';
import { flushVisits } from './flush-visits.ts';

/** Counts pages when they have been answered; the reader waits for nothing. */
export function countPages(http: Http): void {
  let house: House | undefined;
  http.addHook('onResponse', (request, reply, done) => {
    if (isPage(request, reply)) {
      house = request.house;
      countVisit(house, request.tenant, {
        ip: request.ip,
        userAgent: request.headers['user-agent'],
        referrer: request.headers.referer,
        host: request.host,
        page: pageOf(request),
        isPathAllowed: false,
      });
    }
    done();
  });
  http.addHook('onClose', async () => {
    if (house) await flushVisits(house, deskOf(house));
  });
}

/** A page of the shop that somebody came to see: not a part of one, not one fetched ahead, not the workbench. */
function isPage(request: FastifyRequest, reply: FastifyReply): boolean {
  const { url, config } = request.routeOptions;
  return (
    request.method === 'GET' &&
    reply.statusCode === 200 &&
    config.page === true &&
    url !== undefined &&
    !url.startsWith('/dashboard') &&
    String(reply.getHeader('content-type')).startsWith('text/html') &&
    request.headers['hx-request'] !== 'true' &&
    request.headers['sec-purpose'] === undefined &&
    request.visitor.kind !== 'staff'
  );
}

/** Addresses of the catalogue are public; of every other page only the pattern counts, so that no key or token does. */
const withSlug = new Set(['/products/:slug', '/collections/:slug']);

function pageOf(request: FastifyRequest): string {
  const url = request.routeOptions.url ?? '';
  if (!withSlug.has(url)) return url;
  const { slug } = request.params as { readonly slug: string };
  return url.replace(':slug', slug.slice(0, 200));
}
