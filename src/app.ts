import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify from 'fastify';
import type { FastifyRequest, RouteOptions } from 'fastify';
import type { Locale, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import type { Audience, Http, Visitor } from '#kernel/http.ts';
import { httpRefuse } from '#kernel/http-refuse.ts';
import type { Module } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { findVisitor } from '#modules/identity/index.ts';
import { findTenantByHost } from '#modules/tenancy/index.ts';
import { renderProblem, storefrontRoutes } from '#storefront/index.ts';
import { apiPages } from './web/api-pages.ts';
import { actorOf, checkAudience, checkRoute, checkSameSite } from './web/audience.ts';
import { decorateBrowser } from './web/browser-state.ts';
import { refuseCardNumbers } from './web/card-numbers.ts';
import { dashboardPages } from './web/dashboard-pages.ts';
import { healthRoutes } from './web/health.ts';
import { httpsOnly } from './web/https-only.ts';
import { honourKey, notingDone, takesKey } from './web/idempotency.ts';
import { localeOf } from './web/locale.ts';
import { isPersonal, keepOutOfCaches } from './web/no-store.ts';
import { observe, openMetrics } from './web/metrics.ts';
import type { Metrics } from './web/metrics.ts';
import { isNoSuchAddress, refusalOf, sendProblem } from './web/problems.ts';
import { filterAnswers } from './web/response-filter.ts';
import { compileValidator } from './web/validation.ts';
import { isPublicDoor } from './web/public-door.ts';

export interface App {
  readonly http: Http;
  readonly routes: readonly RouteOptions[];
  readonly metrics: Metrics;
}

const uploadLimit = 64 * 1024 * 1024;

/** Builds the web application: hosts become tenants, cookies visitors, refusals problem documents. Binds no port. */
export async function buildApp(house: House, modules: readonly Module[]): Promise<App> {
  const http: Http = fastify({
    logger: false,
    trustProxy: house.settings.trustProxy,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: 'idle',
    // Fastify would answer a closing server's last requests with 503; ours finish.
    return503OnClosing: false,
  }).withTypeProvider<TypeBoxTypeProvider>();
  const routes: RouteOptions[] = [];
  const metrics = openMetrics();

  http.setValidatorCompiler(compileValidator);
  http.addHook('onRoute', (route) => {
    checkRoute(route);
    if (takesKey(route)) honourKey(route);
    if (isPersonal(route)) keepOutOfCaches(route);
    if (!routes.some((known) => known.url === route.url && known.method === route.method)) routes.push(route);
  });
  await http.register(cookie);
  await http.register(formbody);
  await http.register(multipart, { limits: { fileSize: uploadLimit, files: 10, fields: 50, parts: 60 } });

  filterAnswers(http);
  httpsOnly(http, house);
  welcome(http, house);
  refuseCardNumbers(http);
  answer(http, house, metrics);
  healthRoutes(http, house);
  for (const module of modules) module.routes?.(http);
  storefrontRoutes(http);
  await dashboardPages(http);
  apiPages(http, routes);
  return { http, routes, metrics };
}

/** Before a route: which shop, which language, who, and whether the route is for them. */
function welcome(http: Http, house: House): void {
  http.decorateRequest('house', { getter: () => house });
  for (const name of ['tenant', 'visitor', 'locale', 'work', 'claim']) http.decorateRequest(name);
  decorateBrowser(http);

  http.addHook('onRequest', async (request) => {
    const { audience, purpose } = request.routeOptions.config;
    if (request.url.startsWith('/health/')) return;
    const isOurs = isPublicDoor(request, house.settings.publicUrl);
    const tenant = isOurs ? await findTenantByHost(house.db, request.host) : undefined;
    request.locale = localeOf(request, tenant);
    if (!tenant) throw httpRefuse.notFound({ host: 'unknown' });
    const visitor: Visitor =
      request.headers.cookie === undefined
        ? { kind: 'guest' }
        : await findVisitor(house, tenant, request.cookies, isForStaff(audience) ? 'staff' : 'buyer');
    request.tenant = tenant;
    request.visitor = visitor;
    request.work = workFor(request, {
      tenant,
      visitor,
      locale: request.locale,
      purpose: purpose ?? 'browse',
    });
    if (audience === undefined) return; // no such route: the not-found handler answers
    if (request.routeOptions.config.crossSite !== true) checkSameSite(request);
    checkAudience(audience, visitor);
  });
}

/** Somebody may be signed in on both sides of the counter; the route says which side it is on. */
const isForStaff = (audience: Audience | undefined): boolean =>
  typeof audience === 'object' || audience === 'staff';

interface Asking {
  readonly tenant: Tenant;
  readonly visitor: Visitor;
  readonly locale: Locale;
  readonly purpose: Parameters<typeof actorOf>[1];
}

const workFor =
  (request: FastifyRequest, { tenant, visitor, locale, purpose }: Asking): FastifyRequest['work'] =>
  (run) =>
    unitOfWork(request.house, { tenant, actor: actorOf(visitor, purpose), locale }, notingDone(request, run));

/** After a route: problems and pages for what went wrong, stored answers, counts; a log without persons. */
function answer(http: Http, house: House, metrics: Metrics): void {
  http.setNotFoundHandler((request, reply) => {
    const refusal = httpRefuse.notFound();
    return wantsPage(request) ? renderProblem(request, reply, refusal) : sendProblem(request, reply, refusal);
  });
  http.setErrorHandler((error, request, reply) => {
    const refusal = wantsPage(request) && isNoSuchAddress(error) ? httpRefuse.notFound() : refusalOf(error);
    metrics.refusals.inc({ code: refusal.code });
    if (refusal.status >= 500)
      house.log.error(
        { err: error, route: request.routeOptions.url, code: refusal.code },
        'a request failed',
      );
    return wantsPage(request) && request.tenant
      ? renderProblem(request, reply, refusal)
      : sendProblem(request, reply, refusal);
  });
  const isChatty = house.log.isLevelEnabled('debug');
  http.addHook('onResponse', (request, reply, done) => {
    observe(metrics, request, reply.statusCode, reply.elapsedTime);
    if (isChatty) {
      const { method, routeOptions } = request;
      const ms = Math.round(reply.elapsedTime);
      house.log.debug({ method, route: routeOptions.url, status: reply.statusCode, ms }, 'answered');
    }
    done();
  });
}

const wantsPage = (request: { url: string; headers: { accept?: string | undefined } }): boolean =>
  !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
