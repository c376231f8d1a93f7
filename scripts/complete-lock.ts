/**
 * Names every platform's packages in package-lock.json: `node scripts/complete-lock.ts` after `npm install`.
 *
 * A registry that serves only some platforms makes npm leave the others out, and then `npm ci` refuses the
 * lock on every machine. What is added has no checksum, so npm trusts its registry for these.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from './run.ts';

interface Locked {
  version?: string;
  dev?: boolean;
  optionalDependencies?: Record<string, string>;
}

const file = `${root}package-lock.json`;
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Locked> };

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 's390x', 'riscv64', 'x64'];

/** What the name says: `@swc/core-linux-arm64-musl` is for linux, arm64, musl. Undefined when it says nothing. */
function platformOf(name: string): object | undefined {
  const words = name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  if (os.length !== 1 || cpu.length !== 1) return undefined;
  const libc = name.includes('musl') ? ['musl'] : name.includes('gnu') && os[0] === 'linux' ? ['glibc'] : [];
  return { cpu, ...(libc.length > 0 ? { libc } : {}), optional: true, os };
}

const missing = Object.entries(lock.packages).flatMap(([path, { dev, optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(
      ([name]) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
    )
    .map(([name, version]) => ({ name, version, onlyDev: dev ? { dev } : {} })),
);

for (const { name, version, onlyDev } of missing) {
  const platform = platformOf(name);
  if (!platform || !/^\d/.test(version)) {
    throw new Error(`${name}@${version} is missing in the lock and its platform is unknown.`);
  }
  lock.packages[`node_modules/${name}`] = { version, ...onlyDev, ...platform };
}

const [self, ...others] = Object.entries(lock.packages);
const sorted = others.toSorted(([one], [other]) => one.localeCompare(other, 'en'));
lock.packages = Object.fromEntries(self ? [self, ...sorted] : sorted);
if (missing.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`Added ${missing.length} platform packages to the lock.`);
