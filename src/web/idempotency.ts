import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { httpRefuse } from '#kernel/http-refuse.ts';
import { vault } from '#modules/privacy/index.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The claim on an Idempotency-Key that this request must settle. */
    claim?: { readonly scope: Buffer };
  }
}

/** Whether a route's requests may carry an Idempotency-Key; the others are spared the question. */
export const takesKey = ({ method, config }: RouteOptions): boolean =>
  [method].flat().includes('POST') && config?.idempotency !== 'off';

/** Claims the key before a route's handler and settles it with the answer. */
export function honourKey(route: RouteOptions): void {
  route.preHandler = [claimKey, ...[route.preHandler ?? []].flat()];
  route.onSend = [...[route.onSend ?? []].flat(), settleKey];
}

/**
 * Honours Idempotency-Key on POSTs: the same key and body replays the stored answer, another body is refused, a request
 * in flight is refused. Answers are kept sealed for 48 hours; failures of ours are not kept.
 *
 * Refuses: kernel.keyNeeded, kernel.keyReused, kernel.keyInFlight.
 */
async function claimKey(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { idempotency } = request.routeOptions.config;
  if (request.method !== 'POST') return;
  const key = request.headers['idempotency-key'];
  if (key === undefined && idempotency !== 'required') return;
  if (typeof key !== 'string' || key.length < 8 || key.length > 128)
    throw httpRefuse.keyNeeded({ field: 'Idempotency-Key' });

  const scope = await vault.keyedHash(
    lookOf(request),
    'idempotency',
    `${principalOf(request)} ${request.method} ${request.url} ${key}`,
  );
  const body = await vault.keyedHash(
    lookOf(request),
    'idempotency',
    createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest('base64'),
  );
  const [claim] = await request.house.db.statement<{
    outcome: string;
    status: number | null;
    answer: Buffer | null;
  }>('select outcome, status, answer from kernel.claim_idempotency($1, $2, $3, $4)', [
    request.tenant.id,
    scope,
    body,
    request.house.clock(),
  ]);
  if (claim?.outcome === 'other_body') throw httpRefuse.keyReused({ field: 'Idempotency-Key' });
  if (claim?.outcome === 'in_flight') throw httpRefuse.keyInFlight();
  if (claim?.outcome === 'replay' && claim.status !== null && claim.answer !== null) {
    const answer = await vault.openForTenant(lookOf(request), 'idempotency', claim.answer);
    const type =
      claim.status >= 400 ? 'application/problem+json; charset=utf-8' : 'application/json; charset=utf-8';
    await reply
      .code(claim.status)
      .header('idempotency-replayed', 'true')
      .type(type)
      .serializer(String)
      .send(answer.toString());
    return;
  }
  request.claim = { scope };
}

/** Stores the answer of a claimed request before it is sent. */
async function settleKey(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<void> {
  if (!request.claim) return;
  const text = typeof payload === 'string' ? payload : Buffer.isBuffer(payload) ? payload.toString() : '';
  const answer = await vault.sealForTenant(lookOf(request), 'idempotency', Buffer.from(text));
  await request.house.db.statement('select kernel.settle_idempotency($1, $2, $3, $4)', [
    request.tenant.id,
    request.claim.scope,
    reply.statusCode,
    answer,
  ]);
}

const lookOf = (request: FastifyRequest) => ({ keys: request.house.keys, tenant: request.tenant });

const principalOf = (request: FastifyRequest): string =>
  request.visitor.kind === 'guest' ? 'guest' : `${request.visitor.kind} ${request.visitor.accountId}`;
