import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A file that we serve ourselves, ready to send: its address holds its hash, so it may be kept for ever. */
export interface Asset {
  readonly url: string;
  readonly type: string;
  readonly plain: Buffer;
  /** Undefined where compressing gains nothing: fonts and pictures are compressed already. */
  readonly brotli: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
};

const byUrl = new Map<string, Asset>();

/** Hashes and compresses a file once. Nothing is written to disk: there is no build to forget. */
function keep(name: string, content: Buffer): Asset {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 12);
  const ending = name.split('.').at(-1) ?? '';
  const compresses = ending !== 'woff2';
  const asset: Asset = {
    url: `/assets/${hash}/${name}`,
    type: types[ending] ?? 'application/octet-stream',
    plain: content,
    brotli: compresses
      ? brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
      : undefined,
    gzip: compresses ? gzipSync(content, { level: 9 }) : undefined,
  };
  byUrl.set(asset.url, asset);
  return asset;
}

const ours = (name: string): Buffer => readFileSync(new URL(`./assets/${name}`, import.meta.url));
const packaged = createRequire(import.meta.url);
const theirs = (path: string): Buffer => readFileSync(packaged.resolve(path));

const shopJs = keep('shop.js', ours('shop.js'));
const htmx = keep('htmx.js', theirs('htmx.org/dist/htmx.min.js'));

/** The style of the demo's pretended bank, at an address that its own page can know. */
export const bankStyle = keep('bank.css', ours('bank.css'));

interface Face {
  readonly asset: Asset;
  readonly family: string;
  readonly weights: string;
  readonly range: string;
  readonly early: boolean;
}

// Source of the ranges: Google Fonts' Latin and Latin Extended subsets, as @fontsource ships them.
const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const latinExtended =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

function face(family: 'inter' | 'newsreader', subset: 'latin' | 'latin-ext'): Face {
  const file = `${family}-${subset}-wght-normal.woff2`;
  return {
    asset: keep(file, theirs(`@fontsource-variable/${family}/files/${file}`)),
    family: family === 'inter' ? 'Inter Variable' : 'Newsreader Variable',
    weights: family === 'inter' ? '100 900' : '200 800',
    range: subset === 'latin' ? latin : latinExtended,
    early: subset === 'latin',
  };
}

const faces = [
  face('inter', 'latin'),
  face('newsreader', 'latin'),
  face('inter', 'latin-ext'),
  face('newsreader', 'latin-ext'),
];

const fontRules = faces
  .map(
    ({ asset, family, weights, range }) =>
      `@font-face{font-family:'${family}';font-style:normal;font-display:swap;font-weight:${weights};src:url(${asset.url}) format('woff2');unicode-range:${range}}`,
  )
  .join('\n');

const sheets = [
  'tokens.css',
  'base.css',
  'parts.css',
  'choices.css',
  'pages.css',
  'privacy.css',
  'policy.css',
]
  .map((name) => ours(name).toString())
  .join('\n');

const styleByHue = new Map<number, Asset>();

/** The whole style in one file, with the shop's hue in front: no inline style is needed anywhere. */
function styleFor(hue: number): Asset {
  const known = styleByHue.get(hue);
  if (known) return known;
  const made = keep(`shop-${hue}.css`, Buffer.from(`:root{--hue:${hue}}\n${fontRules}\n${squeeze(sheets)}`));
  styleByHue.set(hue, made);
  return made;
}

/** Comments and indentation are for people; browsers do without. */
const squeeze = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s*/g, '\n');

const wholeHue = (hue: number): number => ((Math.round(hue) % 360) + 360) % 360;

/** Where a shop's pages find their style, scripts and first fonts. */
export function assetsFor(hue: number) {
  return {
    css: styleFor(wholeHue(hue)).url,
    js: shopJs.url,
    htmx: htmx.url,
    fonts: faces.filter(({ early }) => early).map(({ asset }) => asset.url),
  };
}

/**
 * The file of an address, or undefined.
 *
 * A style is made again from the hue in its name when another process has handed the address out.
 */
export function findAsset(url: string): Asset | undefined {
  const known = byUrl.get(url);
  if (known) return known;
  const hue = /\/shop-(\d{1,3})\.css$/.exec(url)?.[1];
  if (hue === undefined || Number(hue) > 359) return undefined;
  const made = styleFor(Number(hue));
  return made.url === url ? made : undefined;
}
