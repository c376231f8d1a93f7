import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { databaseRefuse, isConnectionError } from '#kernel/database.ts';
import { httpRefuse } from '#kernel/http-refuse.ts';
import { Refusal, sentenceOf } from '#kernel/refusal.ts';

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldFault[];
  readonly [detail: string]: unknown;
}

/** One field that was wrong; `rule` and `limit` let a form say it in its reader's own language. */
interface FieldFault {
  readonly field: string;
  readonly says: string;
  /** A keyword of JSON Schema, such as `maxLength`. */
  readonly rule: string;
  readonly limit?: number;
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
function faultOf(fault: Fault, part: string | undefined): FieldFault {
  const inside = fault.instancePath.slice(1).replaceAll('/', '.');
  const extra = fault.params['additionalProperty'] ?? fault.params['missingProperty'];
  const field =
    [inside, typeof extra === 'string' ? extra : ''].filter((name) => name !== '').join('.') ||
    (part ?? 'body');
  const rule = fault.keyword;
  if (rule === 'additionalProperties') return { field, rule, says: 'is not a known field' };
  if (rule === 'required') return { field, rule, says: 'is missing' };
  const allowed = fault.params['allowedValue'];
  if (rule === 'const' && typeof allowed === 'string') return { field, rule, says: `may be "${allowed}"` };
  const limit = fault.params['limit'];
  return { field, rule, says: fault.message ?? 'is not valid', ...(typeof limit === 'number' && { limit }) };
}

/** RFC 9457 problem document: a stable code, a sentence for a person, no personal data. */
function problemOf(refusal: Refusal, locale: string): Problem {
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
