import { mayCall } from './architecture.ts';

/**
 * The checks that `architecture.ts` and the house rules ask for, one named rule each.
 *
 * Patterns are matched against paths from the root of the repository.
 */
const names = Object.keys(mayCall);

const perModule = Object.entries(mayCall).map(([name, allowed]) => ({
  name: `${name}-calls-only-its-list`,
  comment: 'A module reaches only the faces (index.ts) of the modules that architecture.ts lists for it.',
  severity: 'error',
  from: { path: `^src/modules/${name}/` },
  to: {
    path: '^src/modules/',
    pathNot: [`^src/modules/${name}/`, ...allowed.map((other) => `^src/modules/${other}/index[.]ts$`)],
  },
}));

const test = '[.]test[.]ts$';

export default {
  forbidden: [
    ...perModule,
    {
      name: 'module-on-the-list',
      comment: 'Every folder in src/modules stands in architecture.ts.',
      severity: 'error',
      from: {},
      to: { path: '^src/modules/', pathNot: [`^src/modules/(${names.join('|')})/`] },
    },
    {
      name: 'module-on-the-list-to-call',
      comment: 'A folder that is not in architecture.ts may not exist, so it may not call anyone either.',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: [`^src/modules/(${names.join('|')})/`] },
      to: {},
    },
    {
      name: 'no-cycles',
      comment: 'Files that import each other cannot be read one after the other.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'face-only',
      comment: 'Everything outside src/modules reaches a module through its index.ts.',
      severity: 'error',
      from: { path: '^(src/(?!modules/)|tests/|scripts/|bench/|examples/)' },
      to: { path: '^src/modules/[^/]+/(?!index[.]ts$)' },
    },
    {
      name: 'kernel-is-a-leaf',
      comment: 'The kernel knows no module, no page and no profile. Its tests may use src/testing.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: [test] },
      to: { path: '^src/(?!kernel/)' },
    },
    {
      name: 'profiles-are-data',
      comment:
        'A profile is typed data: it imports types of the kernel and other profiles, nothing that does anything.',
      severity: 'error',
      from: { path: '^src/profiles/', pathNot: [test] },
      to: {
        pathNot: [
          '^src/kernel/(profile|processor|registry|context)[.]ts$',
          '^src/profiles/',
          '^(node:)?assert',
        ],
      },
    },
    {
      name: 'kernel-tests-know-no-module',
      severity: 'error',
      from: { path: `^src/kernel/.*${test}` },
      to: { path: '^src/(?!kernel/|testing/)' },
    },
    {
      name: 'tests-are-nobody-s-ground',
      comment: 'What runs in a shop does not lean on what only tests need.',
      severity: 'error',
      from: { path: '^src/', pathNot: [test, '^src/testing/'] },
      to: { path: `^(tests/|src/testing/)|${test}` },
    },
    {
      name: 'sql-only-in-queries',
      comment: 'Only queries*.ts speaks SQL; the keystore is a database of its own and speaks it through pg.',
      severity: 'error',
      from: {
        path: '^src/modules/',
        pathNot: ['/queries(|-[a-z-]+)[.]ts$', '^src/modules/privacy/keystore(|-[a-z]+)[.]ts$', test],
      },
      to: { path: '(^|/)node_modules/(kysely|pg)/' },
    },
    {
      name: 'http-only-in-routes',
      comment: 'Only routes*.ts knows that we are spoken to over HTTP.',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: ['/(routes(|-[a-z-]+)|index)[.]ts$', test] },
      to: { path: '(^|/)node_modules/(fastify|@fastify)/' },
    },
    {
      name: 'egress-only-through-privacy',
      comment:
        'privacy/egress.ts is the only door out, egress-guard.ts shuts the others; the embedded database only looks for a free port.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/modules/privacy/egress(|-guard|-host)[.]ts$',
          '^src/kernel/embedded-postgres[.]ts$',
          '^src/testing/',
          test,
        ],
      },
      to: { path: '(^(node:)?(http|https|http2|net|tls|dgram)$)|((^|/)node_modules/undici/)' },
    },
    {
      name: 'no-way-around-the-gate',
      comment:
        'Another process or thread has no guard, and a name that is looked up is told to whoever owns it. Ours: the embedded database, and the release that is asked of git.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/modules/privacy/egress[.]ts$',
          '^src/kernel/embedded-postgres-[a-z]+[.]ts$',
          '^src/modules/policy/release[.]ts$',
          '^src/testing/',
          test,
        ],
      },
      to: { path: '^(node:)?(child_process|worker_threads|cluster|inspector|dns)(/promises)?$' },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^tests/architecture/fixture/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
