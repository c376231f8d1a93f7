import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Kysely } from 'kysely';
import type { AuditNote, Context } from '#kernel/context.ts';
import { httpRefuse } from '#kernel/http-refuse.ts';
import type { KernelRows } from '#kernel/tables.ts';
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
 * in flight is refused, and so is one that was done before its answer could be stored. Answers are kept sealed for 48
 * hours; failures of ours are not kept.
 *
 * Refuses: kernel.keyNeeded, kernel.keyReused, kernel.keyInFlight, kernel.answerLost.
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
  if (claim?.outcome === 'answer_lost') throw httpRefuse.answerLost();
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

/**
 * Notes with the work of a claimed request that it is done, in its own transaction: whoever dies before the answer is
 * stored must not do it twice.
 *
 * What leaves a trace in the audit log counts as work: staff's changes. A purchase goes on from where it was instead.
 */
export function notingDone<T>(
  request: FastifyRequest,
  run: (ctx: Context) => Promise<T>,
): (ctx: Context) => Promise<T> {
  return async (ctx) => {
    const { claim } = request;
    if (!claim) return run(ctx);
    let isWork = false;
    const audit = (note: AuditNote): void => {
      isWork = true;
      ctx.audit(note);
    };
    const value = await run({ ...ctx, audit });
    const tx: Kysely<KernelRows> = ctx.tx;
    if (isWork) {
      await tx
        .updateTable('kernel.idempotency_key')
        .set({ state: 'committed' })
        .where('scope', '=', claim.scope)
        .execute();
    }
    return value;
  };
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

/** Guests have no name: two of them who make up the same key must not get each other's answers. */
const principalOf = ({ visitor, ip }: FastifyRequest): string =>
  visitor.kind === 'guest' ? `guest ${ip}` : `${visitor.kind} ${visitor.accountId}`;
