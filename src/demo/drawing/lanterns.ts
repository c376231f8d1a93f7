import { warm } from './lamps.ts';
import { darker, lighter } from './colour.ts';
import { glow } from './light.ts';
import { at, n, together, type Thing } from './sheet.ts';
import { tube, turned, type Profile } from './turned.ts';

/** A dried calabash pierced with a pattern of holes; a lamp inside throws points of light. */
export function gourd(skin: string): Thing {
  const profile: Profile = [
    [0, 60],
    [24, 122],
    [130, 190],
    [260, 130],
    [330, 74],
    [410, 82],
    [470, 44],
    [500, 14],
  ];
  return (sheet) => {
    const holes = (height: number, r: number, count: number, size: number) =>
      Array.from({ length: count }, (_, index) => {
        const turn = ((index + 0.5) / count - 0.5) * 0.94 * Math.PI;
        return `<ellipse cx="${n(r * Math.sin(turn))}" cy="${n(-height + r * 0.18 * Math.cos(turn))}" rx="${n(size * Math.max(0.3, Math.cos(turn)))}" ry="${size}"/>`;
      }).join('');
    const rows =
      holes(60, 158, 11, 5) +
      holes(100, 184, 9, 11) +
      holes(140, 190, 11, 5) +
      holes(178, 182, 9, 11) +
      holes(214, 162, 11, 5) +
      holes(246, 140, 7, 9) +
      holes(396, 82, 7, 5) +
      holes(420, 78, 5, 8);
    const body = turned({
      profile,
      colour: skin,
      tilt: 0.18,
      closed: true,
      shadow: 170,
      marks: () =>
        `<g fill="${warm}" opacity=".35" transform="translate(0 0)">${holes(100, 184, 9, 19)}${holes(178, 182, 9, 19)}</g><g fill="${lighter(warm, 0.6)}">${rows}</g>`,
    });
    const specks = Array.from(
      { length: 26 },
      () =>
        `<circle cx="${n(sheet.between(-370, 370))}" cy="${n(sheet.between(-640, -170))}" r="${n(sheet.between(4, 10))}"/>`,
    ).join('');
    return `${glow(sheet, 0, -190, 480, warm, 0.5)}<g fill="${warm}" opacity=".3">${specks}</g>${together(body, at(0, -496, 1, tube('M0 0Q4 -26 22 -38', 17, darker(skin, 0.4))))(sheet)}`;
  };
}

/** A lantern cut from reused tin, with a candle behind the slots. */
export function tinLantern(tin: string, accent: string): Thing {
  return (sheet) => {
    const body = turned({
      profile: [
        [0, 128],
        [20, 132],
        [20, 132],
        [300, 132],
        [300, 132],
        [322, 126],
      ],
      colour: tin,
      tilt: 0.18,
      closed: true,
      shadow: 170,
      bands: [
        { from: -30, to: 22, colour: accent },
        { from: 298, to: 340, colour: accent },
      ],
      marks: () =>
        [70, 164]
          .map((h) =>
            [-100, -62, 0, 62, 100]
              .map((x) => {
                const squash = Math.max(0.34, Math.sqrt(1 - (x / 132) ** 2));
                const y = -h + 24 * squash;
                return `<path d="M${x} ${n(y)}L${n(x + 27 * squash)} ${n(y - 44)}L${x} ${n(y - 88)}L${n(x - 27 * squash)} ${n(y - 44)}Z" fill="${lighter(warm, 0.3)}"/><ellipse cx="${x}" cy="${n(y - 40)}" rx="${n(9 * squash)}" ry="20" fill="#fffaf0"/>`;
              })
              .join(''),
          )
          .join(''),
    });
    const roof = turned({
      profile: [
        [0, 142],
        [10, 142],
        [10, 142],
        [96, 34],
        [104, 34],
        [122, 30],
      ],
      colour: tin,
      tilt: 0.18,
      lip: 8,
      inside: darker(tin, 0.6),
      shadow: false,
      marks: () =>
        `<ellipse cx="0" cy="-36" rx="11" ry="13" fill="${warm}"/><ellipse cx="58" cy="-36" rx="7" ry="12" fill="${warm}"/><ellipse cx="-58" cy="-36" rx="7" ry="12" fill="${warm}"/>`,
    });
    const bail = tube('M-104 -352C-130 -560 130 -560 104 -352', 11, '#8d7a5c');
    return `${glow(sheet, 0, -190, 460, warm, 0.6)}<g transform="translate(0 0) scale(1 .25)">${glow(sheet, 0, 0, 340, warm, 0.55)}</g>${together(bail, body, at(0, -322, 1, roof))(sheet)}`;
  };
}

/** Two beeswax candles, burning, in low holders. */
export function candles(wax: string, clay: string): Thing {
  const one =
    (height: number): Thing =>
    (sheet) => {
      const dish = turned({
        profile: [
          [0, 74],
          [8, 82],
          [26, 96],
        ],
        colour: clay,
        tilt: 0.26,
        lip: 7,
        shadow: 90,
      });
      const cuff = turned({
        profile: [
          [0, 42],
          [34, 40],
        ],
        colour: clay,
        tilt: 0.26,
        lip: 5,
        shadow: false,
      });
      const body = turned({
        profile: [
          [0, 32],
          [height * 0.5, 31],
          [height, 27],
        ],
        colour: wax,
        inside: lighter(wax, 0.5),
        rim: lighter(wax, 0.6),
        tilt: 0.26,
        lip: 5,
        shadow: false,
      });
      const top = -22 - height;
      const flame = `<path d="M0 ${top + 2}v-18" stroke="#3a2015" stroke-width="5"/><path d="M0 ${top - 98}C26 ${top - 58} 25 ${top - 14} 0 ${top - 10}C-25 ${top - 14} -26 ${top - 58} 0 ${top - 98}Z" fill="${warm}"/><path d="M0 ${top - 68}C13 ${top - 42} 13 ${top - 18} 0 ${top - 14}C-13 ${top - 18} -13 ${top - 42} 0 ${top - 68}Z" fill="#fffaf0"/>`;
      return `${together(dish, at(0, -14, 1, together(cuff, at(0, -8, 1, body))))(sheet)}${glow(sheet, 0, top - 46, 250, warm, 0.7)}${flame}`;
    };
  return together(at(110, -70, 1, one(330)), at(-96, 0, 1, one(230)));
}
