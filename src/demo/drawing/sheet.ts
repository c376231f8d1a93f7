import { lighter } from './colour.ts';

/** What the pictures of one collection share: ground, shadow and where the light comes from. */
export interface Family {
  wall: string;
  table: string;
  shadow: string;
  light: 'left' | 'right';
}

/** The paper a picture is drawn on: hands out gradients and repeatable chance. */
export interface Sheet {
  family: Family;
  /** +1 when shadows fall to the right, -1 when they fall to the left. */
  away: 1 | -1;
  /** Adds a definition once per distinct markup and returns the reference to paint with. */
  define: (markup: (id: string) => string) => string;
  /** A repeatable number between the two. */
  between: (low: number, high: number) => number;
}

/** What a thing looks like once drawn, standing on the point 0,0 with its height going up (negative y). */
export type Thing = (sheet: Sheet) => string;

/** A number as short as the eye allows. */
export function n(value: number): string {
  return String(Math.abs(value) < 60 ? Math.round(value * 10) / 10 : Math.round(value));
}

/** A list of points as path text. */
export function points(list: readonly (readonly [number, number])[]): string {
  return list.map(([x, y]) => `${n(x)} ${n(y)}`).join(' ');
}

function hash(text: string): number {
  let value = 2166136261;
  for (const letter of text) value = Math.imul(value ^ letter.charCodeAt(0), 16777619) >>> 0;
  return value;
}

/** A small seeded generator (mulberry32): the same seed always draws the same picture. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Puts things at a place and size. */
export function at(x: number, y: number, scale: number, thing: Thing): Thing {
  return (sheet) =>
    `<g transform="translate(${n(x)} ${n(y)})${scale === 1 ? '' : ` scale(${scale})`}">${thing(sheet)}</g>`;
}

/** Several things, the first one furthest back. */
export function together(...things: readonly Thing[]): Thing {
  return (sheet) => things.map((thing) => thing(sheet)).join('');
}

interface Format {
  width: number;
  height: number;
  /** Where wall and table meet; none means a flat ground seen from above or a wall. */
  horizon?: number;
}

/** Tall picture of a product standing on a table. */
export const standing: Format = { width: 800, height: 1000, horizon: 610 };
/** Tall picture of a product hanging on a wall or lying flat. */
export const flat: Format = { width: 800, height: 1000 };
/** Wide picture for the top of a page. */
export const wide: Format = { width: 1600, height: 900, horizon: 560 };

function ground(sheet: Sheet, { width, height, horizon }: Format): string {
  const { wall, table, light } = sheet.family;
  const centre = light === 'left' ? 0.22 : 0.78;
  const glow = (colour: string, share: number) =>
    sheet.define(
      (id) =>
        `<radialGradient id="${id}" cx="${centre}" cy=".16" r="1.05"><stop offset="0" stop-color="${lighter(colour, share)}"/><stop offset="1" stop-color="${colour}"/></radialGradient>`,
    );
  const back = `<rect width="${width}" height="${height}" fill="${glow(wall, 0.42)}"/>`;
  if (horizon === undefined) return back;
  return `${back}<rect y="${horizon}" width="${width}" height="${height - horizon}" fill="${glow(table, 0.26)}"/>`;
}

/** Draws a picture. Shape: a complete SVG document; the same seed gives the same bytes. */
export function picture(family: Family, format: Format, seed: string, thing: Thing): () => string {
  return () => {
    const number = hash(seed);
    const next = chance(number);
    const known = new Map<string, string>();
    const definitions: string[] = [];
    const prefix = `k${number.toString(36)}`;
    const sheet: Sheet = {
      family,
      away: family.light === 'left' ? 1 : -1,
      define: (markup) => {
        const key = markup('');
        const found = known.get(key);
        if (found) return found;
        const id = `${prefix}${known.size.toString(36)}`;
        definitions.push(markup(id));
        known.set(key, `url(#${id})`);
        return `url(#${id})`;
      },
      between: (low, high) => low + (high - low) * next(),
    };
    const drawn = ground(sheet, format) + thing(sheet);
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${format.width} ${format.height}"><defs>${definitions.join('')}</defs>${drawn}</svg>`;
  };
}
