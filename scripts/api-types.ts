/**
 * Writes the types of our HTTP API for the dashboard, from the route table itself: no server, no database.
 *
 * The check runs it before it looks at the dashboard's types. A build does not need it: types leave no trace.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import type { OpenAPI3 } from 'openapi-typescript';
import { describedApi } from './described-api.ts';
import { root } from './run.ts';

const target = `${root}dashboard/src/api/generated.ts`;

const described = describedApi() as unknown as OpenAPI3;
const types = astToString(await openapiTS(described));
await mkdir(new URL('.', `file://${target}`), { recursive: true });
await writeFile(target, `// Written by scripts/api-types.ts from the route table; never by hand.\n${types}`);
console.log(
  `The API has ${Object.keys(described.paths ?? {}).length} paths; their types are in dashboard/src/api/generated.ts.`,
);
