import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';

/** Whether a route's answers are about somebody: everything of the API but what every visitor may browse. */
export const isPersonal = ({ url, config }: RouteOptions): boolean =>
  url.startsWith('/api/') && config?.purpose !== 'browse';

/** Keeps a route's answers out of every cache, the browser's own on disk too. */
export function keepOutOfCaches(route: RouteOptions): void {
  route.onSend = [forbidStoring, ...[route.onSend ?? []].flat()];
}

async function forbidStoring(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
}
