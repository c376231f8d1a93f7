import fastify from 'fastify';
import type { RouteOptions } from 'fastify';
import type { Http } from '../src/kernel/http.ts';
import { modules } from '../src/modules.ts';
import { openApiOf } from '../src/web/openapi.ts';
import type { OpenApiDocument } from '../src/web/openapi.ts';

/** The OpenAPI document from the route table itself: no server, no database. */
export function describedApi(): OpenApiDocument {
  const http = fastify() as unknown as Http;
  const routes: RouteOptions[] = [];
  http.setValidatorCompiler(() => () => true);
  http.setSerializerCompiler(() => JSON.stringify);
  http.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD') routes.push(route);
  });
  for (const module of modules) module.routes?.(http);
  return JSON.parse(JSON.stringify(openApiOf(routes))) as OpenApiDocument;
}
