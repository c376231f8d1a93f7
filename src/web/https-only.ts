import type { House } from '#kernel/house.ts';
import type { Http } from '#kernel/http.ts';

const yearSeconds = 31_536_000;

/**
 * A shop whose address is https answers nothing else: browsers are told to remember it for a year, and plain requests are
 * sent on. Health checks of a load balancer stay plain.
 *
 * Why only behind a proxy that is believed: this process never ends TLS itself, so without one every request looks plain.
 * Source: RFC 6797; clauses K7-28, KC-31.
 */
export function httpsOnly(http: Http, { settings }: Pick<House, 'settings'>): void {
  if (!settings.publicUrl?.startsWith('https:')) return;
  const header = `max-age=${yearSeconds}`;
  http.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/health/')) return undefined;
    if (settings.trustProxy && request.protocol === 'http')
      return reply.redirect(`https://${request.host}${request.url}`, 308);
    reply.header('strict-transport-security', header);
    return undefined;
  });
}
