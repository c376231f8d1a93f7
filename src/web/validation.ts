import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** Says no to unknown fields and wrong types; only text that had to be text (addresses, forms) is read as numbers. */
const strict = checker(false);
const reading = checker('array');

function checker(coerceTypes: 'array' | false): Ajv {
  const ajv = new Ajv({
    removeAdditional: false,
    useDefaults: true,
    coerceTypes,
    allErrors: true,
    strict: false,
  });
  addFormats.default(ajv);
  return ajv;
}

interface Compiled {
  readonly schema: unknown;
  readonly httpPart?: string | undefined;
  readonly url?: string | undefined;
}

/** Fastify's question for a validator: bodies of the API are taken literally, addresses and page forms are read. */
export function compileValidator({ schema, httpPart, url }: Compiled): ValidateFunction {
  const literal = httpPart === 'body' && (url ?? '').startsWith('/api/');
  return (literal ? strict : reading).compile(schema as object);
}
