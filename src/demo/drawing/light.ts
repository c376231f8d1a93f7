import { n, type Sheet } from './sheet.ts';

/** Paint that rounds a body off: lit on the light's side, dark on the other. */
export function roundShade(sheet: Sheet, strength = 1): string {
  const dark = sheet.family.shadow;
  const [x1, x2] = sheet.away === 1 ? [0, 1] : [1, 0];
  const stop = (offset: number, colour: string, opacity: number) =>
    `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${(opacity * strength).toFixed(2)}"/>`;
  return sheet.define(
    (id) =>
      `<linearGradient id="${id}" x1="${x1}" x2="${x2}">${stop(0, dark, 0.1)}${stop(0.08, dark, 0)}${stop(0.08, '#fff', 0)}${stop(0.24, '#fff', 0.2)}${stop(0.44, '#fff', 0)}${stop(0.44, dark, 0)}${stop(0.66, dark, 0.15)}${stop(0.9, dark, 0.38)}${stop(1, dark, 0.3)}</linearGradient>`,
  );
}

/** Paint for a hollow: the side nearest the light lies in shade. */
export function hollowShade(sheet: Sheet, strength = 1): string {
  const dark = sheet.family.shadow;
  const [x1, x2] = sheet.away === 1 ? [0, 1] : [1, 0];
  return sheet.define(
    (id) =>
      `<linearGradient id="${id}" x1="${x1}" x2="${x2}" y1="0" y2=".35"><stop offset="0" stop-color="${dark}" stop-opacity="${(0.6 * strength).toFixed(2)}"/><stop offset=".55" stop-color="${dark}" stop-opacity="${(0.22 * strength).toFixed(2)}"/><stop offset="1" stop-color="${dark}" stop-opacity="0"/></linearGradient>`,
  );
}

/** Paint for a flat side: a slow fall of light from one side to the other. */
export function flatShade(sheet: Sheet, strength = 1): string {
  const dark = sheet.family.shadow;
  const [x1, x2] = sheet.away === 1 ? [0, 1] : [1, 0];
  return sheet.define(
    (id) =>
      `<linearGradient id="${id}" x1="${x1}" x2="${x2}" y1="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="${(0.26 * strength).toFixed(2)}"/><stop offset=".45" stop-color="${dark}" stop-opacity="0"/><stop offset="1" stop-color="${dark}" stop-opacity="${(0.3 * strength).toFixed(2)}"/></linearGradient>`,
  );
}

function blur(sheet: Sheet, amount: number): string {
  return sheet.define(
    (id) =>
      `<filter id="${id}" x="-60%" y="-120%" width="220%" height="340%"><feGaussianBlur stdDeviation="${amount}"/></filter>`,
  );
}

/** The soft shadow of a thing that stands on the table: one long and pale, one short and dark. */
export function standShadow(
  sheet: Sheet,
  radius: number,
  length: number,
  depth = 0.2,
  contact = radius,
): string {
  const { shadow } = sheet.family;
  const reach = (radius + length) * 0.44;
  const shift = sheet.away * (reach - radius * 0.4);
  const tilt = -5 * sheet.away;
  return `<g fill="${shadow}"><ellipse cx="${n(shift)}" cy="${n(-radius * 0.1)}" rx="${n(reach + radius * 0.42)}" ry="${n(radius * depth * 1.25 + 8)}" transform="rotate(${tilt})" opacity=".34" filter="${blur(sheet, 17)}"/><ellipse cx="${n(sheet.away * contact * 0.08)}" cy="4" rx="${n(contact * 1.06)}" ry="${n(contact * depth + 5)}" opacity=".5" filter="${blur(sheet, 6)}"/></g>`;
}

/** The soft shadow of a thing that lies flat or hangs close to the wall. Shape: any shape's markup without a fill. */
export function laidShadow(sheet: Sheet, shape: string, drop = 16): string {
  return `<g fill="${sheet.family.shadow}" transform="translate(${n(sheet.away * drop)} ${n(drop * 1.25)})" opacity=".36" filter="${blur(sheet, Math.max(4, drop * 0.7))}">${shape}</g>`;
}

/** A pool of warm light. */
export function glow(
  sheet: Sheet,
  x: number,
  y: number,
  radius: number,
  colour: string,
  strength: number,
): string {
  const paint = sheet.define(
    (id) =>
      `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/><stop offset=".35" stop-color="${colour}" stop-opacity="${(strength * 0.45).toFixed(2)}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`,
  );
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${paint}"/>`;
}
