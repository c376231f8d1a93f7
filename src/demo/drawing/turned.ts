import { darker, lighter } from './colour.ts';
import { hollowShade, roundShade, standShadow } from './light.ts';
import { n, points, type Sheet, type Thing } from './sheet.ts';

/** Heights above the foot and radii, from the foot up; a point given twice makes an edge. */
export type Profile = readonly (readonly [number, number])[];

/** A band of colour round the body. */
interface Band {
  from: number;
  to: number;
  colour: string;
}

/** Anything that could come off a potter's wheel or a lathe. */
interface Turned {
  profile: Profile;
  colour: string;
  inside?: string;
  rim?: string;
  /** How far one looks down on it: ellipse height over width. */
  tilt?: number;
  lip?: number;
  bands?: readonly Band[];
  gloss?: boolean;
  closed?: boolean;
  shadow?: number | false;
  shade?: number;
  /** Marks drawn on the body and clipped to it. */
  marks?: (sheet: Sheet, radiusAt: (height: number) => number, tilt: number) => string;
}

function curve(profile: Profile, side: 1 | -1): string {
  const get = (index: number) =>
    profile[Math.min(profile.length - 1, Math.max(0, index))] as readonly [number, number];
  let text = '';
  for (let index = 0; index < profile.length - 1; index += 1) {
    const [before, here, there, after] = [get(index - 1), get(index), get(index + 1), get(index + 2)];
    const one = [here[1] + (there[1] - before[1]) / 6, here[0] + (there[0] - before[0]) / 6] as const;
    const two = [there[1] - (after[1] - here[1]) / 6, there[0] - (after[0] - here[0]) / 6] as const;
    text += `C${points([
      [side * one[0], -one[1]],
      [side * two[0], -two[1]],
      [side * there[1], -there[0]],
    ])}`;
  }
  return text;
}

/** The radius of the body at a height, read off the same curve that is drawn. */
function radiusOf(profile: Profile): (height: number) => number {
  const get = (index: number) =>
    profile[Math.min(profile.length - 1, Math.max(0, index))] as readonly [number, number];
  const samples: (readonly [number, number])[] = [];
  for (let index = 0; index < profile.length - 1; index += 1) {
    const [a, b, c, d] = [get(index - 1), get(index), get(index + 1), get(index + 2)];
    for (let step = 0; step <= 12; step += 1) {
      const t = step / 12;
      const spline = (p: number, q: number, r: number, s: number) =>
        0.5 *
        (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t);
      samples.push([spline(a[0], b[0], c[0], d[0]), spline(a[1], b[1], c[1], d[1])]);
    }
  }
  return (height) => {
    let best = samples[0] as readonly [number, number];
    for (const sample of samples)
      if (Math.abs(sample[0] - height) < Math.abs(best[0] - height)) best = sample;
    return best[1];
  };
}

/**
 * The discs of the lower body that reach below the foot's own arc.
 *
 * Without them a body that swells quickly above its foot would show a notch where it turns towards us.
 */
function belly(profile: Profile, tilt: number): string {
  const [foot, footRadius] = profile[0] as readonly [number, number];
  const radiusAt = radiusOf(profile);
  let text = '';
  for (const rise of [0.05, 0.12, 0.22]) {
    const height = foot + footRadius * rise;
    const r = radiusAt(height);
    if (r < footRadius + 3 || r * tilt < height - foot) continue;
    const arc = `A${n(r)} ${n(r * tilt)} 0 0 0`;
    text += `M${n(-r)} ${n(-height)}${arc} ${n(r)} ${n(-height)}${arc} ${n(-r)} ${n(-height)}Z`;
  }
  return text;
}

/** The outline of the body as path text, from the back of the mouth round the foot. */
export function outline(profile: Profile, tilt: number, swollen = true): string {
  const [foot, footRadius] = profile[0] as readonly [number, number];
  const [height, mouth] = profile[profile.length - 1] as readonly [number, number];
  const right = curve(profile, 1);
  const round = `A${n(footRadius)} ${n(footRadius * tilt)} 0 0 0`;
  const back = [...profile].reverse().map(([h, r]) => [h, r] as const);
  return `${swollen ? belly(profile, tilt) : ''}M${n(-mouth)} ${n(-height)}${curve(back, -1)}${round} ${n(footRadius)} ${n(-foot)}${right}A${n(mouth)} ${n(mouth * tilt)} 0 0 0 ${n(-mouth)} ${n(-height)}Z`;
}

/** The front half of a ring round the body, as path text. */
export function ring(radius: number, height: number, tilt: number): string {
  return `M${n(-radius)} ${n(-height)}A${n(radius)} ${n(radius * tilt)} 0 0 0 ${n(radius)} ${n(-height)}`;
}

function band({ from, to, colour }: Band, radiusAt: (height: number) => number, tilt: number): string {
  const [low, high] = [radiusAt(from) + 3, radiusAt(to) + 3];
  return `<path d="${ring(low, from, tilt)}L${n(high)} ${n(-to)}A${n(high)} ${n(high * tilt)} 0 0 1 ${n(-high)} ${n(-to)}Z" fill="${colour}"/>`;
}

function highlight(sheet: Sheet, { profile }: Turned, tilt: number): string {
  const radiusAt = radiusOf(profile);
  const foot = (profile[0] as readonly [number, number])[0];
  const top = (profile[profile.length - 1] as readonly [number, number])[0];
  const line: (readonly [number, number])[] = [];
  for (let step = 0; step <= 6; step += 1) {
    const height = foot + (top - foot) * (0.56 + 0.3 * (step / 6));
    const radius = radiusAt(height);
    line.push([-sheet.away * radius * 0.66, -height + radius * tilt * 0.75]);
  }
  return `<path d="M${points(line)}" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round" stroke-linejoin="round" opacity=".3"/>`;
}

/** Draws a turned body with its shadow, bands, marks and mouth. */
export function turned(form: Turned): Thing {
  return (sheet) => {
    const { profile, colour, tilt = 0.2, lip = 9, bands = [], shade = 1 } = form;
    const radiusAt = radiusOf(profile);
    const body = outline(profile, tilt);
    const clip = sheet.define((id) => `<clipPath id="${id}"><path d="${body}"/></clipPath>`);
    const foot = (profile[0] as readonly [number, number])[1];
    const [height, mouth] = profile[profile.length - 1] as readonly [number, number];
    const widest = Math.max(...profile.map(([, radius]) => radius));
    const reach = form.shadow === undefined ? height * 0.55 + (widest - foot) : form.shadow;
    const parts: string[] = [];
    if (reach !== false)
      parts.push(standShadow(sheet, Math.max(foot, widest * 0.62), reach, tilt, foot * 1.04));
    const [half, over, under] = [widest * 1.02, height + mouth * tilt + 1, widest * tilt + 1];
    const cover = (paint: string) =>
      `<rect x="${n(-half)}" y="${n(-over)}" width="${n(half * 2)}" height="${n(over + under)}" fill="${paint}"/>`;
    const decorated =
      bands.map((one) => band(one, radiusAt, tilt)).join('') + (form.marks?.(sheet, radiusAt, tilt) ?? '');
    parts.push(`<g clip-path="${clip}">${cover(colour)}${decorated}${cover(roundShade(sheet, shade))}</g>`);
    if (form.gloss) parts.push(highlight(sheet, form, tilt));
    if (form.closed) return parts.join('');
    const rim = form.rim ?? lighter(colour, 0.28);
    const hollow = form.inside ?? darker(colour, 0.18);
    const inner = Math.max(1, mouth - lip);
    const mouthOf = (radius: number, drop: number, paint: string) =>
      `<ellipse cy="${n(-height + drop)}" rx="${n(radius)}" ry="${n(radius * tilt)}" fill="${paint}"/>`;
    parts.push(
      mouthOf(mouth, 0, rim),
      mouthOf(inner, lip * tilt * 0.4, hollow),
      mouthOf(inner, lip * tilt * 0.4, hollowShade(sheet)),
    );
    return parts.join('');
  };
}

/** A handle, spout wire or stem: a tube along a path, darker below and lit above. */
export function tube(path: string, width: number, colour: string): Thing {
  return (sheet) =>
    `<g fill="none" stroke-linecap="round" stroke-linejoin="round"><path d="${path}" stroke="${darker(colour, 0.3)}" stroke-width="${n(width)}"/><path d="${path}" stroke="${colour}" stroke-width="${n(width * 0.72)}" transform="translate(${n(-sheet.away * width * 0.12)} ${n(-width * 0.08)})"/><path d="${path}" stroke="${lighter(colour, 0.35)}" stroke-width="${n(width * 0.2)}" transform="translate(${n(-sheet.away * width * 0.22)} ${n(-width * 0.14)})" opacity=".7"/></g>`;
}
