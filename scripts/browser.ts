import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './run.ts';

/** What Playwright needs to launch a browser: `chromium.launch(await findBrowser())`. */
export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

/** A sandbox needs rights that root in a container lacks; the pages under test are our own. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/**
 * The browser of the tests: the one in CHROMIUM_PATH, or the one that came through npm.
 *
 * That one is packed for servers without a desktop and brings the libraries that such machines lack. It is
 * unpacked once, aside and then renamed, because several test files may ask at the same moment.
 */
export async function findBrowser(): Promise<Browser> {
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  const given = process.env['CHROMIUM_PATH'];
  if (given) return { executablePath: given, args, env };

  const unpacked = await unpack();
  return {
    executablePath: join(unpacked, 'chromium'),
    args,
    env: {
      ...env,
      LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'),
      FONTCONFIG_PATH: process.env['FONTCONFIG_PATH'] ?? join(unpacked, 'fonts'),
    },
  };
}

async function unpack(): Promise<string> {
  const face = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packed = join(dirname(face), '..', 'bin');
  const { version } = createRequire(face)('../package.json') as { version: string };
  const target = join(root, 'node_modules', '.cache', `chromium-${version}`);
  if (existsSync(target)) return target;

  await mkdir(dirname(target), { recursive: true });
  const unfinished = await mkdtemp(`${target}.`);
  const usual = process.env['TMPDIR'];
  process.env['TMPDIR'] = unfinished; // The package unpacks into the temporary folder and nowhere else.
  try {
    const { inflate } = await import('@sparticuz/chromium');
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await Promise.all(archives.map((archive) => inflate(join(packed, archive))));
  } finally {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
  }
  // Whoever renames first wins; the others use the winner's copy.
  await rename(unfinished, target).catch(() => rm(unfinished, { recursive: true, force: true }));
  return target;
}
