import { darker, lighter } from './colour.ts';
import { hollowShade, roundShade, standShadow } from './light.ts';
import { fruit } from './plants.ts';
import { at, n, together, type Thing } from './sheet.ts';
import { ring, tube, turned, type Profile } from './turned.ts';

/** A glaze: the colour outside, the colour inside and the bare clay that shows at the foot. */
export interface Glaze {
  outside: string;
  inside: string;
  clay: string;
}

/** The part of the foot that stays unglazed. */
export const foot = (glaze: Glaze, to: number) => [{ from: -40, to, colour: glaze.clay }];

/** A wide bowl; `full` heaps fruit in it. */
export function bowl(glaze: Glaze, width = 250, height = 190, full?: readonly [string, string]): Thing {
  const profile: Profile = [
    [0, width * 0.36],
    [height * 0.1, width * 0.36],
    [height * 0.14, width * 0.4],
    [height * 0.5, width * 0.83],
    [height, width],
  ];
  const body = turned({
    profile,
    colour: glaze.outside,
    inside: glaze.inside,
    rim: lighter(glaze.inside, 0.3),
    tilt: 0.3,
    lip: 10,
    bands: foot(glaze, height * 0.12),
    gloss: true,
    shadow: width * 0.7,
  });
  if (!full) return body;
  const radius = width * 0.27;
  const front: Thing = (sheet) => {
    const [rx, ry] = [width - 10, (width - 10) * 0.3];
    const clip = sheet.define(
      (id) =>
        `<clipPath id="${id}"><path d="M${n(-rx)} ${n(-height)}V-900H${n(rx)}V${n(-height)}A${n(rx)} ${n(ry)} 0 0 1 ${n(-rx)} ${n(-height)}Z"/></clipPath>`,
    );
    const heap = together(
      at(width * 0.12, -height + radius * 0.3, 1, fruit(radius, full[1])),
      at(-width * 0.36, -height + radius * 0.75, 1, fruit(radius * 1.02, full[0])),
      at(width * 0.42, -height + radius * 0.8, 1, fruit(radius * 0.95, full[0])),
      at(width * 0.02, -height + radius * 1.18, 1, fruit(radius, full[1])),
    );
    return `<g clip-path="${clip}">${heap(sheet)}</g>`;
  };
  return together(body, front);
}

/** A flat plate seen from above at a slant. */
function plate(glaze: Glaze, radius = 270, tilt = 0.42): Thing {
  return (sheet) => {
    const oval = (r: number, y: number, paint: string, more = '') =>
      `<ellipse cy="${n(y)}" rx="${n(r)}" ry="${n(r * tilt)}" fill="${paint}"${more}/>`;
    const base = -radius * tilt;
    return (
      `<g transform="translate(0 ${n(base)})">${standShadow(sheet, radius * 0.84, radius * 0.1, tilt * 0.7)}` +
      oval(radius * 0.8, 12, darker(glaze.clay, 0.3)) +
      oval(radius, 4, darker(glaze.outside, 0.28)) +
      oval(radius, -6, lighter(glaze.outside, 0.2)) +
      oval(radius - 7, -4, glaze.outside) +
      oval(radius - 7, -4, roundShade(sheet, 0.5)) +
      oval(radius * 0.68, 1, darker(glaze.inside, 0.14)) +
      oval(radius * 0.67, 4, glaze.inside) +
      oval(radius * 0.67, 4, hollowShade(sheet, 0.42)) +
      `<ellipse cy="-4" rx="${n(radius * 0.84)}" ry="${n(radius * tilt * 0.84)}" fill="none" stroke="${glaze.clay}" stroke-width="5" stroke-dasharray="46 7 13 7" opacity=".75"/></g>`
    );
  };
}

/** Plates on top of each other, the lowest first. */
export function plates(glazes: readonly Glaze[], radius = 250): Thing {
  return together(...glazes.map((glaze, index) => at(0, -index * 30, 1, plate(glaze, radius, 0.4))));
}

/** A jug with a pulled lip on the light's side and a handle on the other. */
export function jug(glaze: Glaze, scale = 1): Thing {
  const profile: Profile = [
    [0, 92],
    [18, 104],
    [120, 146],
    [240, 118],
    [318, 78],
    [372, 88],
  ];
  return (sheet) => {
    const away = sheet.away;
    const handle = tube(
      `M${n(away * 84)} -338C${n(away * 210)} -356 ${n(away * 222)} -190 ${n(away * 132)} -150`,
      30,
      glaze.outside,
    );
    const body = turned({
      profile,
      colour: glaze.outside,
      inside: glaze.inside,
      tilt: 0.2,
      lip: 8,
      bands: [{ from: -40, to: 62, colour: glaze.clay }],
      gloss: true,
    });
    const lip = `<path d="M${n(-away * 60)} -382Q${n(-away * 108)} -402 ${n(-away * 138)} -408Q${n(-away * 128)} -366 ${n(-away * 77)} -318Q${n(-away * 76)} -350 ${n(-away * 60)} -358Z" fill="${lighter(glaze.outside, 0.1)}"/><path d="M${n(-away * 54)} -384Q${n(-away * 108)} -402 ${n(-away * 136)} -407Q${n(-away * 112)} -386 ${n(-away * 62)} -362Q${n(-away * 72)} -372 ${n(-away * 54)} -384Z" fill="${darker(glaze.inside, 0.24)}"/>`;
    return at(
      0,
      0,
      scale,
      together(handle, body, () => lip),
    )(sheet);
  };
}

/** A round teapot with a lid, a spout and a loop handle. */
export function teapot(glaze: Glaze): Thing {
  const profile: Profile = [
    [0, 104],
    [14, 122],
    [110, 182],
    [200, 140],
    [236, 92],
  ];
  return (sheet) => {
    const away = sheet.away;
    const spout = `<path d="M${n(-away * 120)} -70C${n(-away * 210)} -76 ${n(-away * 214)} -190 ${n(-away * 276)} -232L${n(-away * 240)} -250C${n(-away * 196)} -232 ${n(-away * 170)} -170 ${n(-away * 130)} -172Z" fill="${lighter(glaze.outside, 0.1)}"/><ellipse cx="${n(-away * 258)}" cy="-241" rx="21" ry="9" transform="rotate(${n(away * 28)} ${n(-away * 258)} -241)" fill="${darker(glaze.outside, 0.5)}"/>`;
    const body = turned({
      profile,
      colour: glaze.outside,
      tilt: 0.2,
      bands: foot(glaze, 24),
      gloss: true,
      closed: true,
      shadow: 170,
    });
    const handle = tube(
      `M${n(away * 126)} -206C${n(away * 262)} -236 ${n(away * 268)} -96 ${n(away * 162)} -82`,
      26,
      glaze.clay,
    );
    const lid = turned({
      profile: [
        [0, 96],
        [6, 96],
        [6, 96],
        [34, 66],
        [46, 14],
      ],
      colour: lighter(glaze.outside, 0.06),
      tilt: 0.2,
      closed: true,
      shadow: false,
    });
    const knob = turned({
      profile: [
        [0, 9],
        [10, 12],
        [26, 23],
        [42, 14],
        [44, 3],
      ],
      colour: glaze.clay,
      tilt: 0.3,
      closed: true,
      shadow: false,
    });
    const seat = `<path d="${ring(97, 232, 0.2)}" fill="none" stroke="${darker(glaze.outside, 0.5)}" stroke-width="6"/>`;
    return together(
      handle,
      () => spout,
      body,
      () => seat,
      at(0, -234, 1, lid),
      at(0, -274, 1, knob),
    )(sheet);
  };
}

/** A beaker without a handle, half dipped in glaze. */
export function beaker(glaze: Glaze, height = 190): Thing {
  return turned({
    profile: [
      [0, 62],
      [10, 68],
      [height * 0.5, 80],
      [height, 86],
    ],
    colour: glaze.outside,
    inside: glaze.inside,
    tilt: 0.24,
    lip: 8,
    bands: foot(glaze, height * 0.36),
    gloss: true,
    shadow: 70,
  });
}
