import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';

const root = new URL('../..', import.meta.url).pathname;

/** The checks as they are, over a house of our own making. */
const settings = [
  'architecture.ts',
  '.dependency-cruiser.ts',
  '.oxlintrc.json',
  'tsconfig.json',
  'package.json',
  'scripts/architecture.ts',
  'scripts/run.ts',
];

/** A small house in which all is well. */
const house: Record<string, string> = {
  'src/kernel/money.ts': `export type Money = { minor: bigint };`,
  'src/kernel/any.ts': `export const loose: any = 1;`,
  'src/testing/database.ts': `export const aDatabase = (): string => 'postgres://';`,
  'src/modules/privacy/index.ts': `export { seal } from './seal.ts';`,
  'src/modules/privacy/seal.ts': `export const seal = (text: string): string => text;`,
  'src/modules/privacy/keystore.ts': `import pg from 'pg';\nexport const keys = new pg.Pool();`,
  'src/modules/privacy/egress.ts': `import http from 'node:http';\nexport const send = (): unknown => [http, fetch];`,
  'src/modules/tenancy/index.ts': `export type { Tenant } from './tenant.ts';`,
  'src/modules/tenancy/tenant.ts': `export type Tenant = { id: string };`,
  'src/modules/catalog/index.ts': `export { list } from './list.ts';\nexport { routes } from './routes.ts';`,
  'src/modules/catalog/list.ts': `import { seal } from '#modules/privacy/index.ts';\nimport { find } from './queries-search.ts';\nexport const list = (): unknown => [seal, find];`,
  'src/modules/catalog/queries-search.ts': `import { sql } from 'kysely';\nexport const find = sql;`,
  'src/modules/catalog/routes.ts': `import { fastify } from 'fastify';\nexport const routes = fastify;`,
  'src/modules/catalog/list.test.ts': `import pg from 'pg';\nimport { aDatabase } from '../../testing/database.ts';\nimport { list } from './list.ts';\nexport const used = [pg, aDatabase, list];`,
  'src/app.ts': `import { list } from '#modules/catalog/index.ts';\nexport const app = list;`,
};

interface Plant {
  /** What the planted file does wrong. */
  readonly what: string;
  readonly file: string;
  readonly text: string;
  readonly caughtBy: string;
}

const architecturePlants: Plant[] = [
  {
    what: 'a profile that does something',
    file: 'src/profiles/busy.ts',
    text: `import { list } from '#modules/catalog/index.ts';\nexport const busy = list;`,
    caughtBy: 'profiles-are-data',
  },
  {
    what: 'an import past the face of another module',
    file: 'src/modules/catalog/deep.ts',
    text: `import { seal } from '#modules/privacy/seal.ts';\nexport const deep = seal;`,
    caughtBy: 'catalog-calls-only-its-list',
  },
  {
    what: 'an import of a type past the face of another module',
    file: 'src/modules/catalog/deep-type.ts',
    text: `import type { Tenant } from '#modules/tenancy/tenant.ts';\nexport type Deep = Tenant;`,
    caughtBy: 'catalog-calls-only-its-list',
  },
  {
    what: 'a dynamic import past the face of another module',
    file: 'src/modules/catalog/deep-dynamic.ts',
    text: `export const deep = (): Promise<unknown> => import('#modules/privacy/seal.ts');`,
    caughtBy: 'catalog-calls-only-its-list',
  },
  {
    what: 'a call to a module that stands below',
    file: 'src/modules/tenancy/upside-down.ts',
    text: `import { list } from '#modules/catalog/index.ts';\nexport const upsideDown = list;`,
    caughtBy: 'tenancy-calls-only-its-list',
  },
  {
    what: 'a test that reaches into another module',
    file: 'src/modules/catalog/deep.test.ts',
    text: `import { seal } from '#modules/privacy/seal.ts';\nexport const deep = seal;`,
    caughtBy: 'catalog-calls-only-its-list',
  },
  {
    what: 'a call to a module that is not on the list',
    file: 'src/modules/catalog/to-nowhere.ts',
    text: `import { thing } from '#modules/gossip/index.ts';\nexport const used = thing;`,
    caughtBy: 'module-on-the-list',
  },
  {
    what: 'a module that is not on the list calling one that is',
    file: 'src/modules/gossip/index.ts',
    text: `import { seal } from '#modules/privacy/index.ts';\nexport const thing = seal;`,
    caughtBy: 'module-on-the-list-to-call',
  },
  {
    what: 'a circle of two files that import each other',
    file: 'src/modules/catalog/egg.ts',
    text: `import { hen } from './hen.ts';\nexport const egg = (): unknown => hen;`,
    caughtBy: 'no-cycles',
  },
  {
    what: 'the kernel knowing a module',
    file: 'src/kernel/curious.ts',
    text: `import type { Tenant } from '#modules/tenancy/index.ts';\nexport type Curious = Tenant;`,
    caughtBy: 'kernel-is-a-leaf',
  },
  {
    what: 'a page that goes past the face of a module',
    file: 'src/storefront/page.ts',
    text: `import { list } from '#modules/catalog/list.ts';\nexport const page = list;`,
    caughtBy: 'face-only',
  },
  {
    what: 'a journey that goes past the face of a module',
    file: 'tests/journeys/buy.ts',
    text: `import { list } from '#modules/catalog/list.ts';\nexport const buy = list;`,
    caughtBy: 'face-only',
  },
  {
    what: 'SQL in a verb',
    file: 'src/modules/catalog/ask-database.ts',
    text: `import { sql } from 'kysely';\nexport const askDatabase = sql;`,
    caughtBy: 'sql-only-in-queries',
  },
  {
    what: 'SQL in the data map',
    file: 'src/modules/catalog/tables.ts',
    text: `import type { Kysely } from 'kysely';\nexport type Tables = Kysely<unknown>;`,
    caughtBy: 'sql-only-in-queries',
  },
  {
    what: 'fastify in a verb',
    file: 'src/modules/catalog/answer.ts',
    text: `import type { FastifyReply } from 'fastify';\nexport type Answer = FastifyReply;`,
    caughtBy: 'http-only-in-routes',
  },
  {
    what: 'a connection to another company past the only door',
    file: 'src/modules/catalog/phone-home.ts',
    text: `import https from 'node:https';\nexport const phoneHome = https;`,
    caughtBy: 'egress-only-through-privacy',
  },
  ...['child_process', 'worker_threads', 'dns/promises'].map((way) => ({
    what: `a way around the gate by ${way}`,
    file: `src/modules/catalog/around-${way.replace('/', '-').replace('_', '-')}.ts`,
    text: `import * as way from 'node:${way}';\nexport const around = way;`,
    caughtBy: 'no-way-around-the-gate',
  })),
  {
    what: 'a shop that leans on what only tests need',
    file: 'src/modules/catalog/lazy.ts',
    text: `import { aDatabase } from '../../testing/database.ts';\nexport const lazy = aDatabase;`,
    caughtBy: 'tests-are-nobody-s-ground',
  },
  {
    what: 'an import that leads nowhere',
    file: 'src/modules/catalog/lost.ts',
    text: `import { nothing } from './nothing.ts';\nexport const lost: unknown = nothing;`,
    caughtBy: 'no-unresolvable',
  },
];

const lintPlants: Plant[] = [
  {
    what: 'fetch past the only door',
    file: 'src/modules/catalog/fetches.ts',
    text: `export const fetches = (): Promise<unknown> => fetch('https://other.example');`,
    caughtBy: 'no-restricted-globals',
  },
  {
    what: 'a WebSocket past the only door',
    file: 'src/storefront/sockets.ts',
    text: `export const sockets = (): unknown => new WebSocket('wss://other.example');`,
    caughtBy: 'no-restricted-globals',
  },
  {
    what: 'fetch reached through globalThis',
    file: 'src/modules/catalog/global-fetches.ts',
    text: `export const fetches = (): Promise<unknown> => globalThis.fetch('https://other.example');`,
    caughtBy: 'no-restricted-properties',
  },
  {
    what: 'node:http past the only door',
    file: 'src/modules/catalog/speaks-http.ts',
    text: `import http from 'node:http';\nexport const speaks = http;`,
    caughtBy: 'no-restricted-imports',
  },
  {
    what: 'any outside the kernel',
    file: 'src/modules/catalog/loose.ts',
    text: `export const loose: any = 1;`,
    caughtBy: 'typescript(no-explicit-any)',
  },
  {
    what: 'a promise that nobody waits for',
    file: 'src/modules/catalog/floats.ts',
    text: `const work = async (): Promise<void> => {};\nexport const floats = (): void => { work(); };`,
    caughtBy: 'typescript(no-floating-promises)',
  },
  {
    what: 'a default export',
    file: 'src/modules/catalog/nameless.ts',
    text: `export default 1;`,
    caughtBy: 'import(no-default-export)',
  },
  {
    what: 'a file name that is not in kebab-case',
    file: 'src/modules/catalog/ListItems.ts',
    text: `export const listItems = 1;`,
    caughtBy: 'unicorn(filename-case)',
  },
];

/** What the planted files need beside them. */
const accomplices: Record<string, string> = {
  'src/modules/catalog/hen.ts': `import { egg } from './egg.ts';\nexport const hen = (): unknown => egg;`,
};

function build(files: Record<string, string>): string {
  const place = mkdtempSync(join(tmpdir(), 'kontor-house-'));
  for (const file of settings) cpSync(join(root, file), join(place, file));
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    writeFileSync(join(place, file), `${text}\n`);
  }
  return place;
}

function runIn(place: string, ...command: string[]): { code: number | null; says: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: place, encoding: 'utf8' });
  return { code: status, says: stdout + stderr };
}

const checkArchitecture = (place: string): ReturnType<typeof runIn> =>
  runIn(place, 'scripts/architecture.ts');
const lint = (place: string): ReturnType<typeof runIn> =>
  runIn(place, join(root, 'node_modules/oxlint/bin/oxlint'), '--deny-warnings', '--format=unix', 'src');

describe('the checks of the house', () => {
  let goodHouse = '';
  let badHouse = '';
  let architectureSays: string[] = [];
  let lintSays: string[] = [];

  before(() => {
    const plants = [...architecturePlants, ...lintPlants].map(({ file, text }) => [file, text]);
    goodHouse = build(house);
    badHouse = build({ ...house, ...accomplices, ...Object.fromEntries(plants) });
    architectureSays = checkArchitecture(badHouse).says.split('\n');
    lintSays = lint(badHouse).says.split('\n');
  });
  after(() => {
    for (const place of [goodHouse, badHouse]) rmSync(place, { recursive: true, force: true });
  });

  test('a house that keeps the rules passes', () => {
    const architecture = checkArchitecture(goodHouse);
    const linted = lint(goodHouse);

    assert.equal(architecture.code, 0, architecture.says);
    assert.equal(linted.code, 0, linted.says);
  });

  for (const { what, file, caughtBy } of architecturePlants) {
    test(`${what} is caught`, () => {
      const caught = architectureSays.some((line) => line.includes(`error ${caughtBy}: ${file} →`));
      assert(caught, architectureSays.join('\n'));
    });
  }

  for (const { what, file, caughtBy } of lintPlants) {
    test(`${what} is caught`, () => {
      const caught = lintSays.some((line) => line.startsWith(`${file}:`) && line.includes(caughtBy));
      assert(caught, lintSays.join('\n'));
    });
  }

  test('a module folder that architecture.ts does not list is caught', () => {
    assert(
      architectureSays.includes('src/modules/gossip is not in architecture.ts.'),
      architectureSays.join('\n'),
    );
  });

  test('a list that lets a module call one below it is caught', () => {
    const place = build(house);
    writeFileSync(
      join(place, 'architecture.ts'),
      `export const mayCall = { privacy: ['tenancy'], tenancy: [], catalog: ['privacy'] };`,
    );

    const { code, says } = checkArchitecture(place);

    rmSync(place, { recursive: true, force: true });
    assert.equal(code, 1);
    assert.match(says, /privacy → tenancy/);
  });

  test('Kontor itself keeps the rules', () => {
    const architecture = checkArchitecture(root);
    const linted = lint(root);

    assert.equal(architecture.code, 0, architecture.says);
    assert.equal(linted.code, 0, linted.says);
  });
});
