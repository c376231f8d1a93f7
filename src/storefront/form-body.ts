import { Type } from 'typebox';
import type { FastifyRequest } from '#kernel/http.ts';
import { Refusal, sentenceOf } from '#kernel/refusal.ts';
import type { FieldProblem } from './model.ts';

/** A text of 2,000 characters, as a browser counts them: it sends each end of a line as two. */
const longestText = 4000;

/** A posted form: fields by name. What a page does not know, it does not read. */
export const FormBody = Type.Record(
  Type.String({ maxLength: 100 }),
  Type.String({ maxLength: longestText }),
  {
    maxProperties: 60,
  },
);

export type FormFields = Readonly<Record<string, string>>;

/**
 * What a refusal has to say about the fields of a form; anything else is thrown on.
 *
 * Shape: the problem stands beside the field that the refusal names, else at the top.
 */
export function problemsOf(
  error: unknown,
  request: Pick<FastifyRequest, 'locale'>,
  rename: Readonly<Record<string, string>> = {},
): FieldProblem[] {
  if (!(error instanceof Refusal) || error.status >= 500) throw error;
  const told = error.details['problems'] ?? error.details['errors'];
  if (Array.isArray(told) && told.every(isFieldProblem))
    return told.map(({ field, says }) => ({ field: rename[field] ?? field, says }));
  const field = typeof error.details['field'] === 'string' ? error.details['field'] : '';
  return [{ field: rename[field] ?? field, says: sentenceOf(error, request.locale) }];
}

const isFieldProblem = (thing: unknown): thing is FieldProblem =>
  typeof thing === 'object' &&
  thing !== null &&
  'field' in thing &&
  'says' in thing &&
  typeof thing.field === 'string' &&
  typeof thing.says === 'string';
