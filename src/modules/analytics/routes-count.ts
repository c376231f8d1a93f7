import { isPermitted } from '#kernel/browser-items.ts';
import type { House } from '#kernel/house.ts';
import type { FastifyReply, FastifyRequest, Http } from '#kernel/http.ts';
import { countVisit, forgetVisit, mayFollow, tellVisits } from './count-visit.ts';
import { newVisit, statisticsItems, visitCookie, visitIn } from './visit-cookie.ts';

/** Visits of browsers that allowed to be followed through the shop, for as long as a request is answered. */
const visits = new WeakMap<FastifyRequest, string>();

/** Counts pages when they have been answered; the reader waits for nothing. */
export function countPages(http: Http): void {
  let house: House | undefined;
  http.addHook('preHandler', async (request, reply) => {
    // Health checks belong to no shop.
    if (request.tenant && isShopPage(request) && mayFollow(request.tenant))
      await followIfAllowed(request, reply);
  });
  http.addHook('onResponse', (request, reply, done) => {
    if (isSeen(request, reply)) {
      house = request.house;
      countVisit(house, request.tenant, {
        ip: request.ip,
        userAgent: request.headers['user-agent'],
        referrer: request.headers.referer,
        host: request.host,
        page: pageOf(request),
        visit: visits.get(request),
      });
    }
    forgetIfTakenBack(request);
    done();
  });
  http.addHook('onClose', async () => {
    if (house) await tellVisits(house);
  });
}

/** Gives a visit its number, if its browser said yes. Source: directive 2002/58/EC art. 5(3); clause OK-3. */
async function followIfAllowed(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (!isPermitted(await request.browser(), statisticsItems.visit)) return;
  const known = visitIn(request.cookies);
  const visit = known ?? newVisit();
  visits.set(request, visit);
  if (known) return;
  const there = [reply.getHeader('set-cookie') ?? []].flat().map(String);
  reply.header('set-cookie', [...there, visitCookie(visit, request.protocol === 'https')]);
}

/** A browser that carries the number of a visit and no longer allows it has taken its yes back, maybe in this very request. */
function forgetIfTakenBack(request: FastifyRequest): void {
  const visit = visitIn(request.cookies);
  // Without a tenant there is no shop that could have asked.
  if (visit === undefined || (request.tenant as unknown) === undefined) return;
  const { house, tenant } = request;
  request.browser().then(
    (state) => {
      if (!isPermitted(state, statisticsItems.visit)) forgetVisit(house, tenant, visit);
    },
    (error: unknown) =>
      house.log.warn({ err: error }, 'a browser could not be judged: its visit goes with its day'),
  );
}

/** A page of the shop, not a part of one, not one fetched ahead, not the workbench. */
function isShopPage(request: FastifyRequest): boolean {
  const { url, config } = request.routeOptions;
  return (
    request.method === 'GET' &&
    config.page === true &&
    url !== undefined &&
    !url.startsWith('/dashboard') &&
    request.headers['hx-request'] !== 'true' &&
    request.headers['sec-purpose'] === undefined
  );
}

/** A page that somebody who does not work here came to see, and saw. */
const isSeen = (request: FastifyRequest, reply: FastifyReply): boolean =>
  isShopPage(request) &&
  reply.statusCode === 200 &&
  String(reply.getHeader('content-type')).startsWith('text/html') &&
  request.visitor.kind !== 'staff';

/** Addresses of the catalogue are public; of every other page only the pattern counts, so that no key or token does. */
const withSlug = new Set(['/products/:slug', '/collections/:slug']);

function pageOf(request: FastifyRequest): string {
  const url = request.routeOptions.url ?? '';
  if (!withSlug.has(url)) return url;
  const { slug } = request.params as { readonly slug: string };
  return url.replace(':slug', slug.slice(0, 200));
}
