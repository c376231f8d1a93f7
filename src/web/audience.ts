import assert from 'node:assert/strict';
import type { FastifyRequest, RouteOptions } from 'fastify';
import type { Actor } from '#kernel/context.ts';
import type { Audience, RouteConfig, Visitor } from '#kernel/http.ts';
import { httpRefuse } from '#kernel/http-refuse.ts';

/** A route says who it is for, why it opens data, and what it does; one that does not stops the start. */
export function checkRoute(route: RouteOptions): void {
  const { audience, purpose, says } = (route.config ?? {}) as Partial<RouteConfig>;
  assert(
    audience && purpose && says,
    `${String(route.method)} ${route.url} must declare audience, purpose and a sentence in its config`,
  );
}

/** Refuses who the route is not for. Refuses: kernel.signInNeeded, kernel.notAllowed. */
export function checkAudience(audience: Audience | undefined, visitor: Visitor): void {
  if (audience === 'public') return;
  if (visitor.kind === 'guest') throw httpRefuse.signInNeeded();
  if (audience === 'buyer' && visitor.kind === 'buyer') return;
  if (audience === 'staff' && visitor.kind === 'staff') return;
  if (typeof audience === 'object' && visitor.kind === 'staff') {
    const { staff, and = staff } = audience;
    if (visitor.permissions.has(staff) && visitor.permissions.has(and)) return;
  }
  throw httpRefuse.notAllowed();
}

/**
 * Refuses a change that another site asked the browser to make.
 *
 * Browsers say where a request comes from in Sec-Fetch-Site, older ones in Origin; programs say neither and carry no cookies.
 */
export function checkSameSite(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw httpRefuse.crossSite();
    return;
  }
  const { origin } = request.headers;
  if (origin === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== request.host) throw httpRefuse.crossSite();
}

export function actorOf(visitor: Visitor, purpose: Actor['purpose']): Actor {
  return visitor.kind === 'guest'
    ? { kind: 'guest', id: 'guest', purpose }
    : { kind: visitor.kind, id: visitor.subject, purpose, session: visitor.sessionId };
}
