import { foot, type Glaze } from './ceramics.ts';
import { darker } from './colour.ts';
import { at, n, together, type Thing } from './sheet.ts';
import { ring, turned, type Profile } from './turned.ts';

export function vase(glaze: Glaze, stems?: Thing): Thing {
  const profile: Profile = [
    [0, 84],
    [16, 92],
    [180, 138],
    [300, 128],
    [392, 56],
    [440, 50],
    [462, 62],
  ];
  const body = turned({
    profile,
    colour: glaze.outside,
    inside: darker(glaze.inside, 0.5),
    tilt: 0.18,
    lip: 8,
    gloss: true,
    bands: [{ from: 236, to: 312, colour: glaze.clay }],
    marks: (_, radiusAt) => {
      const rings = [222, 236, 312, 326].map((h) => ring(radiusAt(h), h, 0.18)).join('');
      const zig = Array.from({ length: 13 }, (__, index) => {
        const angle = ((index - 6) / 6) * (Math.PI / 2);
        const h = index % 2 ? 252 : 296;
        const r = radiusAt(h);
        return `${n(r * Math.sin(angle))} ${n(-h + r * 0.18 * Math.cos(angle))}`;
      }).join(' ');
      return `<g fill="none" stroke="${darker(glaze.clay, 0.42)}" stroke-width="4">${`<path d="${rings}"/>`}<path d="M${zig}" stroke="${glaze.inside}" stroke-width="6"/></g>`;
    },
  });
  return stems ? together(at(0, -452, 1, stems), body) : body;
}

/** A small round vase for one stem. */
export function budVase(glaze: Glaze, stem?: Thing): Thing {
  const profile: Profile = [
    [0, 66],
    [12, 82],
    [92, 124],
    [170, 78],
    [206, 26],
    [262, 22],
    [276, 34],
  ];
  const body = turned({
    profile,
    colour: glaze.outside,
    inside: darker(glaze.outside, 0.6),
    tilt: 0.2,
    lip: 6,
    gloss: true,
    bands: foot(glaze, 20),
  });
  return stem ? together(at(0, -268, 1, stem), body) : body;
}

/** A straight jar with a lid and a knob; the height grows with the size. */
export function jar(glaze: Glaze, height = 260, radius = 130): Thing {
  const body = turned({
    profile: [
      [0, radius * 0.86],
      [14, radius * 0.96],
      [height * 0.5, radius],
      [height - 14, radius * 0.96],
      [height, radius * 0.9],
    ],
    colour: glaze.outside,
    tilt: 0.2,
    closed: true,
    gloss: true,
    bands: foot(glaze, height * 0.2),
  });
  const lid = turned({
    profile: [
      [0, radius * 0.96],
      [14, radius * 0.97],
      [14, radius * 0.97],
      [34, radius * 0.72],
      [42, radius * 0.24],
    ],
    colour: glaze.clay,
    tilt: 0.2,
    closed: true,
    shadow: false,
  });
  const knob = turned({
    profile: [
      [0, 12],
      [14, 14],
      [32, 26],
      [48, 14],
      [50, 3],
    ],
    colour: glaze.clay,
    tilt: 0.3,
    closed: true,
    shadow: false,
  });
  const seam: Thing = () =>
    `<path d="${ring(radius * 0.95, height, 0.2)}" fill="none" stroke="${darker(glaze.outside, 0.6)}" stroke-width="7" opacity=".6"/>`;
  return together(body, seam, at(0, -height - 2, 1, lid), at(0, -height - 36, 1, knob));
}
