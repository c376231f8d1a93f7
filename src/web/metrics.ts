import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fastify from 'fastify';

/** What a process counts: per route pattern, never per address, person or order. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly refusals: Counter<'code'>;
  readonly jobs: Counter<'job' | 'outcome'>;
  readonly factsWaiting: Gauge;
}

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: 'kontor_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      registers: [registry],
      buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    }),
    refusals: new Counter({
      name: 'kontor_refusals_total',
      help: 'Requests that were answered with no',
      labelNames: ['code'],
      registers: [registry],
    }),
    jobs: new Counter({
      name: 'kontor_jobs_total',
      help: 'Jobs that ran',
      labelNames: ['job', 'outcome'],
      registers: [registry],
    }),
    factsWaiting: new Gauge({
      name: 'kontor_relay_batch',
      help: 'Facts in the last batch of the relay',
      registers: [registry],
    }),
  };
}

export function observe(
  metrics: Metrics,
  request: FastifyRequest,
  status: number,
  milliseconds: number,
): void {
  metrics.requests.observe(
    {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: `${Math.floor(status / 100)}xx`,
    },
    milliseconds / 1000,
  );
}

/** `/metrics` on a port of its own that only this machine reaches. */
export async function serveMetrics(metrics: Metrics, port: number): Promise<FastifyInstance> {
  const server = fastify({ logger: false });
  server.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  await server.listen({ port, host: '127.0.0.1' });
  return server;
}
