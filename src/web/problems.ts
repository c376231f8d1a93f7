import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { databaseRefuse, isConnectionError } from '#kernel/database.ts';
import { httpRefuse } from '#kernel/http-refuse.ts';
import { Refusal, sentenceOf } from '#kernel/refusal.ts';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly field: string; readonly says: string }[];
  readonly [detail: string]: unknown;
}

/** What any error becomes: a refusal as it is, bad input as `kernel.invalid`, everything else as our failure. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isConnectionError(error)) return databaseRefuse.databaseDown();
  if (!isFastifyError(error)) return httpRefuse.failed();
  if (error.code === unstorableText) return httpRefuse.invalid();
  if (error.validation)
    return httpRefuse.invalid({
      errors: error.validation.map((fault) => faultOf(fault, error.validationContext)),
    });
  if (error.statusCode === 413 || error.code === 'FST_REQ_FILE_TOO_LARGE') return httpRefuse.tooLarge();
  if (error.statusCode === 415) return httpRefuse.wrongMediaType();
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return httpRefuse.invalid();
  return httpRefuse.failed();
}

/** PostgreSQL keeps no text with a zero byte, and nobody types one. Source: PostgreSQL, Appendix A, 22021. */
const unstorableText = '22021';

/** Whether an address names something that cannot exist, such as version "x" of a page. */
export const isNoSuchAddress = (error: unknown): boolean =>
  isFastifyError(error) && error.validation !== undefined && error.validationContext === 'params';

const isFastifyError = (error: unknown): error is FastifyError => error instanceof Error && 'code' in error;

type Fault = NonNullable<FastifyError['validation']>[number];

/** Names the field as the caller wrote it; never repeats the value. */
function faultOf(fault: Fault, part: string | undefined): { field: string; says: string } {
  const inside = fault.instancePath.slice(1).replaceAll('/', '.');
  const extra = fault.params['additionalProperty'] ?? fault.params['missingProperty'];
  const field =
    [inside, typeof extra === 'string' ? extra : ''].filter((name) => name !== '').join('.') ||
    (part ?? 'body');
  if (fault.keyword === 'additionalProperties') return { field, says: 'is not a known field' };
  if (fault.keyword === 'required') return { field, says: 'is missing' };
  const allowed = fault.params['allowedValue'];
  if (fault.keyword === 'const' && typeof allowed === 'string') return { field, says: `may be "${allowed}"` };
  return { field, says: fault.message ?? 'is not valid' };
}

/** RFC 9457 problem document: a stable code, a sentence for a person, no personal data. */
export function problemOf(refusal: Refusal, locale: string): Problem {
  return {
    type: `/api#${refusal.code}`,
    title: sentenceOf(refusal, locale),
    status: refusal.status,
    code: refusal.code,
    detail: sentenceOf(refusal, locale),
    ...refusal.details,
  };
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  if (refusal.status === 503) reply.header('retry-after', '2');
  if (refusal.status === 401) reply.header('www-authenticate', 'Cookie');
  return reply
    .code(refusal.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemOf(refusal, request.locale ?? 'en'));
}
