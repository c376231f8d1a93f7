import { darker, lighter } from './colour.ts';
import { standShadow } from './light.ts';
import { at, together, type Thing } from './sheet.ts';
import { ring, tube, turned } from './turned.ts';

/** A flower pot with a thick rim on its saucer; a plant may grow in it. */
export function flowerPot(clay: string, scale = 1, plant?: Thing, saucer = true): Thing {
  const dish = turned({
    profile: [
      [0, 118],
      [8, 128],
      [26, 146],
    ],
    colour: darker(clay, 0.1),
    tilt: 0.22,
    lip: 8,
    shadow: 190,
  });
  const pot = turned({
    profile: [
      [0, 92],
      [10, 96],
      [170, 134],
      [170, 134],
    ],
    colour: clay,
    tilt: 0.22,
    closed: true,
    shadow: saucer ? false : 170,
  });
  const rim = turned({
    profile: [
      [0, 146],
      [10, 148],
      [62, 152],
    ],
    colour: lighter(clay, 0.05),
    inside: '#3b2a20',
    rim: lighter(clay, 0.22),
    tilt: 0.22,
    lip: 17,
    shadow: false,
  });
  const under: Thing = (sheet) =>
    `<path d="${ring(125, 160, 0.22)}" fill="none" stroke="${sheet.family.shadow}" stroke-width="13" opacity=".35"/>`;
  const lift = saucer ? -12 : 0;
  const front: Thing = (sheet) => {
    if (!plant) return '';
    const clip = sheet.define(
      (id) =>
        `<clipPath id="${id}"><path d="M-134 -230A134 29 0 0 0 134 -230H700V-900H-700V-230Z"/></clipPath>`,
    );
    return `<g clip-path="${clip}">${at(0, -226, 1, plant)(sheet)}</g>`;
  };
  return at(
    0,
    0,
    scale,
    together(...(saucer ? [dish] : []), at(0, lift, 1, together(pot, under, at(0, -168, 1, rim), front))),
  );
}

/** A planter on three wooden legs. */
export function planter(glaze: string, wood: string, plant: Thing): Thing {
  return (sheet) => {
    const leg = (x: number, y: number, lean: number) => tube(`M${x} -230L${x + lean} ${y}`, 26, wood);
    const bowl = turned({
      profile: [
        [0, 96],
        [30, 134],
        [160, 176],
        [220, 178],
      ],
      colour: glaze,
      inside: '#3b2a20',
      tilt: 0.22,
      lip: 13,
      gloss: true,
      shadow: false,
    });
    const clip = sheet.define(
      (id) =>
        `<clipPath id="${id}"><path d="M-164 -220A164 36 0 0 0 164 -220H700V-900H-700V-220Z"/></clipPath>`,
    );
    const green: Thing = (inner) => `<g clip-path="${clip}">${at(0, -206, 1, plant)(inner)}</g>`;
    return `${standShadow(sheet, 150, 130, 0.18)}${together(leg(20, -46, 6), leg(-118, 0, -26), leg(122, 0, 26), at(0, -110, 1, together(bowl, green)))(sheet)}`;
  };
}
