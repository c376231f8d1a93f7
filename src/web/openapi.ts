import type { RouteOptions } from 'fastify';
import type { Audience, RouteConfig } from '#kernel/http.ts';
import { knownRefusals } from '#kernel/refusal.ts';

type Json = { readonly [key: string]: unknown };

export interface OpenApiDocument extends Json {
  readonly openapi: '3.1.0';
  readonly paths: { readonly [path: string]: { readonly [method: string]: Json } };
}

/** The OpenAPI 3.1 description of every route under /api, made from the schemas that check its requests. */
export function openApiOf(routes: readonly RouteOptions[]): OpenApiDocument {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const config = route.config as unknown as RouteConfig;
    if (!route.url.startsWith('/api/') || config.page) continue;
    for (const method of [route.method].flat()) {
      if (method === 'HEAD' || method === 'OPTIONS') continue;
      const path = route.url.replaceAll(/:([A-Za-z]+)/g, '{$1}');
      (paths[path] ??= {})[method.toLowerCase()] = operationOf(method, path, route, config);
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kontor',
      version: '1',
      description:
        'Money is {amountMinor, currency}; instants are ISO 8601 UTC; ids are opaque; unknown fields are refused; errors are RFC 9457 problem documents with a stable code.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: { schemas: { Problem: problemSchema() } },
  };
}

const sentenceOf = (audience: Audience): string =>
  audience === 'public'
    ? 'everyone'
    : audience === 'buyer'
      ? 'a signed-in buyer'
      : audience === 'staff'
        ? 'signed-in staff'
        : audience === 'operator'
          ? 'the operator'
          : `staff with ${[audience.staff, audience.and ?? []].flat().join(' and ')}`;

function operationOf(method: string, path: string, route: RouteOptions, config: RouteConfig): Json {
  const schema = (route.schema ?? {}) as {
    body?: Json;
    querystring?: Json;
    params?: Json;
    response?: Readonly<Record<string, unknown>>;
  };
  const [, , face = 'api', noun = ''] = path.split('/');
  return {
    operationId: operationId(method, path),
    summary: config.says,
    description: `For ${sentenceOf(config.audience)}.`,
    tags: [`${face} ${noun}`.trim()],
    parameters: [
      ...pathParameters(path, schema.params),
      ...queryParameters(schema.querystring),
      ...headersOf(method, config),
    ],
    ...(schema.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schema.body } } },
    }),
    responses: responsesOf(schema.response),
  };
}

const operationId = (method: string, path: string): string =>
  method.toLowerCase() +
  path
    .replace('/api', '')
    .replaceAll(/[/{}-]+(\w)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? '');

function pathParameters(path: string, params: Json | undefined): Json[] {
  const properties = (params?.['properties'] ?? {}) as Readonly<Record<string, unknown>>;
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: properties[name] ?? { type: 'string' },
  }));
}

function queryParameters(query: Json | undefined): Json[] {
  const required = (query?.['required'] ?? []) as readonly string[];
  return Object.entries((query?.['properties'] ?? {}) as Readonly<Record<string, unknown>>).map(
    ([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema,
    }),
  );
}

function headersOf(method: string, config: RouteConfig): Json[] {
  if (method !== 'POST' || config.idempotency === 'off') return [];
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: config.idempotency === 'required',
      schema: { type: 'string', minLength: 8, maxLength: 128 },
    },
  ];
}

function responsesOf(response: Readonly<Record<string, unknown>> | undefined): Json {
  const known = Object.entries(response ?? {}).map(
    ([status, schema]) =>
      [status, { description: `${status}`, content: { 'application/json': { schema } } }] as const,
  );
  const fine = known.length > 0 ? known : [['200', { description: 'Done' }] as const];
  const problem = {
    description: 'No, and why',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return Object.fromEntries([...fine, ['default', problem]]);
}

const problemSchema = (): Json => ({
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: {
      type: 'string',
      enum: knownRefusals()
        .map((refusal) => refusal.code)
        .toSorted(),
    },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          field: { type: 'string' },
          says: { type: 'string' },
          rule: { type: 'string', description: 'a keyword of JSON Schema' },
          limit: { type: 'number' },
        },
      },
    },
  },
});
