import type { Glaze } from './ceramics.ts';
import { darker, lighter, mix } from './colour.ts';
import { flatShade, roundShade, standShadow } from './light.ts';
import { at, n, together, type Thing } from './sheet.ts';
import { outline, ring, tube, turned, type Profile } from './turned.ts';

/** Coffee beans scattered round 0,0, each with its crease. */
export function beans(count: number, spread: number, colour = '#4b2a1a'): Thing {
  return (sheet) =>
    Array.from({ length: count }, (_, index) => {
      const x = ((index + 0.5) / count - 0.5) * 2 * spread + sheet.between(-14, 14);
      const y = sheet.between(-26, 26);
      const turn = sheet.between(-80, 80);
      return `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)})"><ellipse cx="3" cy="5" rx="18" ry="12" fill="${sheet.family.shadow}" opacity=".35"/><ellipse rx="18" ry="12" fill="${colour}"/><ellipse cx="-4" cy="-3" rx="11" ry="6" fill="${lighter(colour, 0.22)}"/><path d="M-16 1Q-5 -5 2 1T16 0" fill="none" stroke="${darker(colour, 0.6)}" stroke-width="3"/></g>`;
    }).join('');
}

/** A paper bag of coffee, folded shut, with a label showing a cherry twig. */
export function coffeeBag(paper: string, label: string, cherry: string, height = 430, width = 290): Thing {
  return (sheet) => {
    const w = width / 2;
    const body = `M${-w} -16Q${-w + 2} 0 ${-w + 16} 0H${w - 16}Q${w - 2} 0 ${w} -16L${w - 12} ${-height + 60}H${-w + 12}Z`;
    const fold = `M${-w + 10} ${-height + 64}L${-w + 16} ${-height}H${w - 16}L${w - 10} ${-height + 64}Z`;
    const [lw, lh] = [width * 0.33, height * 0.3];
    const twig = `<path d="M-8 52Q-2 0 12 -50" fill="none" stroke="${darker(label, 0.75)}" stroke-width="5" stroke-linecap="round"/><path d="M4 -12C-20 -52 -58 -50 -64 -22C-44 2 -20 4 4 -12ZM4 12C20 -18 52 -26 66 -4C52 24 24 28 4 12Z" fill="${mix('#5d7448', label, 0.1)}"/><circle cx="-22" cy="26" r="17" fill="${cherry}"/><circle cx="16" cy="44" r="17" fill="${darker(cherry, 0.2)}"/><circle cx="-27" cy="20" r="5" fill="#fff" opacity=".5"/>`;
    return `${standShadow(sheet, w * 1.05, height * 0.3, 0.14)}<path d="${body}" fill="${paper}"/><path d="M${-w + 34} 0L${-w + 56} ${-height + 64}M${w - 34} 0L${w - 56} ${-height + 64}" stroke="${sheet.family.shadow}" stroke-width="4" opacity=".16"/><path d="${body}" fill="${roundShade(sheet, 0.85)}"/><path d="${fold}" fill="${lighter(paper, 0.12)}"/><path d="${fold}" fill="${flatShade(sheet, 0.8)}"/><path d="M${-w + 10} ${-height + 64}H${w - 10}" stroke="${darker(paper, 0.5)}" stroke-width="4" opacity=".6"/><path d="M${-w - 4} ${-height + 32}H${w + 4}" stroke="${cherry}" stroke-width="11" stroke-linecap="round"/><g transform="translate(0 ${n(-height * 0.42)})"><rect x="${n(-lw)}" y="${n(-lh)}" width="${n(lw * 2)}" height="${n(lh * 2)}" rx="5" fill="${label}"/><rect x="${n(-lw + 10)}" y="${n(-lh + 10)}" width="${n(lw * 2 - 20)}" height="${n(lh * 2 - 20)}" fill="none" stroke="${cherry}" stroke-width="3"/><g transform="translate(0 -22)">${twig}</g><path d="M-40 ${n(lh - 48)}H40M-26 ${n(lh - 32)}H26" stroke="${darker(label, 0.55)}" stroke-width="5"/></g>`;
  };
}

/** A round-bellied clay coffee pot with a long neck, spout and handle, resting in a woven ring. */
export function coffeePot(clay: string, straw: string): Thing {
  const profile: Profile = [
    [0, 70],
    [30, 120],
    [110, 164],
    [200, 108],
    [250, 48],
    [390, 36],
    [430, 50],
  ];
  return (sheet) => {
    const away = sheet.away;
    const spout = `<path d="M${-away * 96} -170C${-away * 150} -190 ${-away * 168} -240 ${-away * 214} -286L${-away * 178} -298C${-away * 150} -272 ${-away * 126} -238 ${-away * 60} -232Z" fill="${lighter(clay, 0.12)}"/><ellipse cx="${-away * 196}" cy="-292" rx="19" ry="7" transform="rotate(${away * 20} ${-away * 196} -292)" fill="${darker(clay, 0.7)}"/>`;
    const rest = turned({
      profile: [
        [0, 112],
        [16, 124],
        [34, 116],
      ],
      colour: straw,
      inside: darker(straw, 0.4),
      tilt: 0.24,
      lip: 26,
      marks: (_, radiusAt) =>
        `<path d="${ring(radiusAt(18), 18, 0.24)}" fill="none" stroke="${darker(straw, 0.45)}" stroke-width="36" stroke-dasharray="3 12" opacity=".6"/>`,
      shadow: 220,
    });
    const handle = tube(
      `M${away * 40} -376C${away * 150} -372 ${away * 186} -260 ${away * 140} -166`,
      24,
      clay,
    );
    const body = turned({
      profile,
      colour: clay,
      inside: darker(clay, 0.6),
      tilt: 0.2,
      lip: 8,
      gloss: true,
      shadow: false,
      marks: (_, radiusAt) =>
        `<path d="${[168, 184, 262].map((h) => ring(radiusAt(h), h, 0.2)).join('')}" fill="none" stroke="${lighter(clay, 0.4)}" stroke-width="4" opacity=".7"/><path d="${ring(radiusAt(176), 176, 0.2)}" fill="none" stroke="${lighter(clay, 0.4)}" stroke-width="9" stroke-dasharray="9 13" opacity=".7"/>`,
    });
    const stopper = turned({
      profile: [
        [0, 30],
        [14, 34],
        [34, 20],
        [44, 4],
      ],
      colour: straw,
      tilt: 0.24,
      closed: true,
      shadow: false,
    });
    return together(
      rest,
      at(
        0,
        -22,
        1,
        together(handle, () => spout, body, at(0, -428, 1, stopper)),
      ),
    )(sheet);
  };
}

/** A small cup, without a handle, on a saucer. */
export function cup(glaze: Glaze, drink = '#3a2015'): Thing {
  return (sheet) => {
    const saucer = `<g transform="translate(0 -8)">${standShadow(sheet, 118, 30, 0.26)}<ellipse cy="3" rx="126" ry="36" fill="${darker(glaze.outside, 0.3)}"/><ellipse cy="-6" rx="126" ry="36" fill="${lighter(glaze.outside, 0.12)}"/><ellipse cy="-3" rx="92" ry="25" fill="${darker(glaze.outside, 0.1)}"/></g>`;
    const body = turned({
      profile: [
        [0, 42],
        [8, 48],
        [60, 74],
        [112, 80],
      ],
      colour: glaze.outside,
      inside: glaze.inside,
      tilt: 0.28,
      lip: 6,
      gloss: true,
      shadow: 16,
      bands: [{ from: -30, to: 14, colour: glaze.clay }],
    });
    return `${saucer}<g transform="translate(0 -10)">${body(sheet)}<ellipse cy="-105" rx="68" ry="17" fill="${drink}"/><path d="M-52 -112A64 15 0 0 1 40 -117" fill="none" stroke="${lighter(drink, 0.4)}" stroke-width="4" opacity=".6"/></g>`;
  };
}

/** An enamel mug with a dark rim and a looped handle. */
export function mug(colour: string, rim = '#2b2f38'): Thing {
  return (sheet) => {
    const away = sheet.away;
    const handle = tube(
      `M${away * 112} -196C${away * 212} -206 ${away * 212} -70 ${away * 114} -66`,
      22,
      colour,
    );
    const body = turned({
      profile: [
        [0, 112],
        [10, 118],
        [120, 120],
        [238, 124],
      ],
      colour,
      inside: '#f4efe4',
      rim,
      tilt: 0.24,
      lip: 7,
      gloss: true,
      shadow: 120,
    });
    const chip = `<path d="${ring(117, 8, 0.24)}" fill="none" stroke="${rim}" stroke-width="8" opacity=".85"/>`;
    return together(handle, body, () => chip)(sheet);
  };
}

/** A jug of glass with a ceramic dripper and paper on it. */
export function dripper(glaze: Glaze, drink = '#4a2716'): Thing {
  return (sheet) => {
    const away = sheet.away;
    const glass: Profile = [
      [0, 120],
      [16, 138],
      [90, 146],
      [180, 96],
      [216, 62],
      [240, 66],
    ];
    const coffee = turned({
      profile: [
        [6, 118],
        [18, 132],
        [80, 138],
        [118, 128],
      ],
      colour: darker(drink, 0.12),
      inside: lighter(drink, 0.1),
      rim: lighter(drink, 0.2),
      tilt: 0.2,
      lip: 5,
      shadow: 150,
      shade: 0.8,
    });
    const shell = turned({
      profile: glass,
      colour: '#ffffff',
      tilt: 0.2,
      closed: true,
      shadow: false,
      shade: 0.55,
    });
    const handle = tube(
      `M${away * 88} -196C${away * 206} -206 ${away * 218} -70 ${away * 142} -62`,
      17,
      '#c9d4d6',
    );
    const flange = turned({
      profile: [
        [0, 104],
        [12, 108],
      ],
      colour: glaze.outside,
      tilt: 0.2,
      lip: 20,
      inside: glaze.outside,
      shadow: false,
    });
    const cone = turned({
      profile: [
        [0, 52],
        [20, 58],
        [120, 128],
        [134, 132],
      ],
      colour: glaze.outside,
      inside: '#e9dfcc',
      rim: lighter(glaze.outside, 0.25),
      tilt: 0.22,
      lip: 8,
      gloss: true,
      shadow: false,
      marks: (_, radiusAt) =>
        Array.from({ length: 9 }, (__, index) => {
          const turn = ((index - 4) / 4.6) * (Math.PI / 2);
          return `<path d="M${n(radiusAt(20) * Math.sin(turn))} -12L${n(radiusAt(128) * Math.sin(turn))} -112" stroke="${darker(glaze.outside, 0.35)}" stroke-width="3" opacity=".5"/>`;
        }).join(''),
    });
    const filter = `<path d="M-116 -140L-96 -176L0 -160L92 -178L118 -140A120 24 0 0 1 -116 -140Z" fill="#f6f0e4"/><path d="M-96 -176L-84 -132M92 -178L86 -130" stroke="#d8cdb8" stroke-width="3"/><ellipse cy="-139" rx="84" ry="15" fill="#5a3320"/>`;
    const grip = tube(
      `M${away * 116} -104C${away * 196} -108 ${away * 190} -30 ${away * 86} -32`,
      17,
      glaze.outside,
    );
    return together(
      (inner) => `<g opacity=".34">${shell(inner)}</g>`,
      coffee,
      handle,
      () =>
        `<path d="${outline(glass, 0.2, false)}" fill="none" stroke="#8fa0a6" stroke-width="5" opacity=".75"/><path d="M${-away * 104} -150Q${-away * 134} -90 ${-away * 118} -36" fill="none" stroke="#fff" stroke-width="9" stroke-linecap="round" opacity=".7"/><path d="${ring(66, 240, 0.2)}" fill="none" stroke="#fff" stroke-width="5" opacity=".7"/>`,
      at(
        0,
        -234,
        1,
        together(
          flange,
          at(
            0,
            -10,
            1,
            together(grip, cone, () => filter),
          ),
        ),
      ),
    )(sheet);
  };
}
