import type { Glaze } from './ceramics.ts';
import { darker, lighter, mix } from './colour.ts';
import { flatShade, laidShadow, roundShade, standShadow } from './light.ts';
import { at, n, together, type Sheet, type Thing } from './sheet.ts';
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
  const profile: Profile = [[0, 70], [30, 120], [110, 164], [200, 108], [250, 48], [390, 36], [430, 50]];
  return (sheet) => {
    const away = sheet.away;
    const spout = `<path d="M${-away * 96} -170C${-away * 150} -190 ${-away * 168} -240 ${-away * 214} -286L${-away * 178} -298C${-away * 150} -272 ${-away * 126} -238 ${-away * 60} -232Z" fill="${lighter(clay, 0.12)}"/><ellipse cx="${-away * 196}" cy="-292" rx="19" ry="7" transform="rotate(${away * 20} ${-away * 196} -292)" fill="${darker(clay, 0.7)}"/>`;
    const rest = turned({ profile: [[0, 112], [16, 124], [34, 116]], colour: straw, inside: darker(straw, 0.4), tilt: 0.24, lip: 26, marks: (_, radiusAt) => `<path d="${ring(radiusAt(18), 18, 0.24)}" fill="none" stroke="${darker(straw, 0.45)}" stroke-width="36" stroke-dasharray="3 12" opacity=".6"/>`, shadow: 220 });
    const handle = tube(`M${away * 40} -376C${away * 150} -372 ${away * 186} -260 ${away * 140} -166`, 24, clay);
    const body = turned({ profile, colour: clay, inside: darker(clay, 0.6), tilt: 0.2, lip: 8, gloss: true, shadow: false, marks: (_, radiusAt) => `<path d="${[168, 184, 262].map((h) => ring(radiusAt(h), h, 0.2)).join('')}" fill="none" stroke="${lighter(clay, 0.4)}" stroke-width="4" opacity=".7"/><path d="${ring(radiusAt(176), 176, 0.2)}" fill="none" stroke="${lighter(clay, 0.4)}" stroke-width="9" stroke-dasharray="9 13" opacity=".7"/>` });
    const stopper = turned({ profile: [[0, 30], [14, 34], [34, 20], [44, 4]], colour: straw, tilt: 0.24, closed: true, shadow: false });
    return together(rest, at(0, -22, 1, together(handle, () => spout, body, at(0, -428, 1, stopper))))(sheet);
  };
}

/** A small cup, without a handle, on a saucer. */
export function cup(glaze: Glaze, drink = '#3a2015'): Thing {
  return (sheet) => {
    const saucer = `<g transform="translate(0 -8)">${standShadow(sheet, 118, 30, 0.26)}<ellipse cy="3" rx="126" ry="36" fill="${darker(glaze.outside, 0.3)}"/><ellipse cy="-6" rx="126" ry="36" fill="${lighter(glaze.outside, 0.12)}"/><ellipse cy="-3" rx="92" ry="25" fill="${darker(glaze.outside, 0.1)}"/></g>`;
    const body = turned({ profile: [[0, 42], [8, 48], [60, 74], [112, 80]], colour: glaze.outside, inside: glaze.inside, tilt: 0.28, lip: 6, gloss: true, shadow: 16, bands: [{ from: -30, to: 14, colour: glaze.clay }] });
    return `${saucer}<g transform="translate(0 -10)">${body(sheet)}<ellipse cy="-105" rx="68" ry="17" fill="${drink}"/><path d="M-52 -112A64 15 0 0 1 40 -117" fill="none" stroke="${lighter(drink, 0.4)}" stroke-width="4" opacity=".6"/></g>`;
  };
}

/** An enamel mug with a dark rim and a looped handle. */
export function mug(colour: string, rim = '#2b2f38'): Thing {
  return (sheet) => {
    const away = sheet.away;
    const handle = tube(`M${away * 112} -196C${away * 212} -206 ${away * 212} -70 ${away * 114} -66`, 22, colour);
    const body = turned({ profile: [[0, 112], [10, 118], [120, 120], [238, 124]], colour, inside: '#f4efe4', rim, tilt: 0.24, lip: 7, gloss: true, shadow: 120 });
    const chip = `<path d="${ring(117, 8, 0.24)}" fill="none" stroke="${rim}" stroke-width="8" opacity=".85"/>`;
    return together(handle, body, () => chip)(sheet);
  };
}

/** A jug of glass with a ceramic dripper and paper on it. */
export function dripper(glaze: Glaze, drink = '#4a2716'): Thing {
  return (sheet) => {
    const away = sheet.away;
    const glass: Profile = [[0, 120], [16, 138], [90, 146], [180, 96], [216, 62], [240, 66]];
    const coffee = turned({ profile: [[6, 118], [18, 132], [80, 138], [118, 128]], colour: darker(drink, 0.12), inside: lighter(drink, 0.1), rim: lighter(drink, 0.2), tilt: 0.2, lip: 5, shadow: 150, shade: 0.8 });
    const shell = turned({ profile: glass, colour: '#ffffff', tilt: 0.2, closed: true, shadow: false, shade: 0.55 });
    const handle = tube(`M${away * 88} -196C${away * 206} -206 ${away * 218} -70 ${away * 142} -62`, 17, '#c9d4d6');
    const flange = turned({ profile: [[0, 104], [12, 108]], colour: glaze.outside, tilt: 0.2, lip: 20, inside: glaze.outside, shadow: false });
    const cone = turned({ profile: [[0, 52], [20, 58], [120, 128], [134, 132]], colour: glaze.outside, inside: '#e9dfcc', rim: lighter(glaze.outside, 0.25), tilt: 0.22, lip: 8, gloss: true, shadow: false, marks: (_, radiusAt) => Array.from({ length: 9 }, (__, index) => { const turn = ((index - 4) / 4.6) * (Math.PI / 2); return `<path d="M${n(radiusAt(20) * Math.sin(turn))} -12L${n(radiusAt(128) * Math.sin(turn))} -112" stroke="${darker(glaze.outside, 0.35)}" stroke-width="3" opacity=".5"/>`; }).join('') });
    const filter = `<path d="M-116 -140L-96 -176L0 -160L92 -178L118 -140A120 24 0 0 1 -116 -140Z" fill="#f6f0e4"/><path d="M-96 -176L-84 -132M92 -178L86 -130" stroke="#d8cdb8" stroke-width="3"/><ellipse cy="-139" rx="84" ry="15" fill="#5a3320"/>`;
    const grip = tube(`M${away * 116} -104C${away * 196} -108 ${away * 190} -30 ${away * 86} -32`, 17, glaze.outside);
    return together((inner) => `<g opacity=".34">${shell(inner)}</g>`, coffee, handle, () => `<path d="${outline(glass, 0.2, false)}" fill="none" stroke="#8fa0a6" stroke-width="5" opacity=".75"/><path d="M${-away * 104} -150Q${-away * 134} -90 ${-away * 118} -36" fill="none" stroke="#fff" stroke-width="9" stroke-linecap="round" opacity=".7"/><path d="${ring(66, 240, 0.2)}" fill="none" stroke="#fff" stroke-width="5" opacity=".7"/>`, at(0, -234, 1, together(flange, at(0, -10, 1, together(grip, cone, () => filter)))))(sheet);
  };
}

function grain(sheet: Sheet, shape: string, wood: string, lines: readonly string[]): string {
  const clip = sheet.define((id) => `<clipPath id="${id}"><path d="${shape}"/></clipPath>`);
  return `<path d="${shape}" fill="${wood}"/><g clip-path="${clip}" fill="none" stroke="${darker(wood, 0.36)}" stroke-width="5" opacity=".55">${lines.map((line) => `<path d="${line}"/>`).join('')}</g><path d="${shape}" fill="${flatShade(sheet, 0.8)}"/>`;
}

/** A serving board with a handle, a hole and a thong, seen flat. */
export function board(wood: string, long = 560, wide = 300): Thing {
  return (sheet) => {
    const w = wide / 2;
    const shape = `M${-w + 40} 0H${w - 40}Q${w} 0 ${w} 44L${w - 6} ${long - 50}Q${w - 10} ${long} ${w - 60} ${long}H${-w + 60}Q${-w + 10} ${long} ${-w + 6} ${long - 50}L${-w} 44Q${-w} 0 ${-w + 40} 0ZM-42 8C-30 -40 -40 -90 -40 -130Q-40 -172 0 -172Q40 -172 40 -130C40 -90 30 -40 42 8Z`;
    const lines = [-0.86, -0.6, -0.3, 0.28, 0.56, 0.84].map((share) => `M${n(w * share)} -20Q${n(w * share + 26)} ${long * 0.3} ${n(w * share - 10)} ${long * 0.55}T${n(w * share * 0.9)} ${long + 20}`);
    lines.push(`M0 -180Q14 ${long * 0.2} 4 ${long * 0.36}M-34 ${long * 0.5}Q-2 ${long * 0.36} 30 ${long * 0.5}Q2 ${long * 0.64} -34 ${long * 0.5}M-18 ${long * 0.5}Q-2 ${long * 0.44} 14 ${long * 0.5}Q0 ${long * 0.56} -18 ${long * 0.5}`);
    return `${laidShadow(sheet, `<path d="${shape}"/>`, 18)}${grain(sheet, shape, wood, lines)}<circle cy="-132" r="17" fill="${darker(sheet.family.wall, 0.35)}"/><path d="M0 -134C-30 -190 -26 -250 0 -250C26 -250 30 -190 0 -134" fill="none" stroke="#4a2f20" stroke-width="8"/>`;
  };
}

/** A set of long-handled wooden spoons side by side. */
export function spoons(wood: string): Thing {
  return (sheet) => {
    const kinds = [
      { x: -150, turn: -7, head: 'M-17 0C-70 -40 -74 -170 0 -176C74 -170 70 -40 17 0L13 430Q0 448 -13 430Z', bowl: '<ellipse cy="-96" rx="42" ry="62"/>' },
      { x: 0, turn: 0, head: 'M-16 0C-40 -30 -66 -60 -62 -176Q0 -196 62 -176C66 -60 40 -30 16 0L13 450Q0 468 -13 450Z', bowl: '<rect x="-9" y="-150" width="18" height="92" rx="9"/>' },
      { x: 150, turn: 7, head: 'M-15 0C-58 -30 -62 -128 -46 -176L-28 -180L-24 -96H-10L-9 -186H9L10 -96H24L28 -180L46 -176C62 -128 58 -30 15 0L12 430Q0 446 -12 430Z', bowl: '' },
    ];
    return kinds
      .map(({ x, turn, head, bowl }, index) => {
        const colour = mix(wood, '#5b3416', index * 0.1);
        const hollow = bowl ? `<g fill="${darker(colour, 0.4)}" opacity=".8">${bowl}</g>` : '';
        return `<g transform="translate(${x} 0) rotate(${turn})">${laidShadow(sheet, `<path d="${head}"/>`, 12)}${grain(sheet, head, colour, ['M-5 -160Q6 60 -3 440M6 -150Q-4 120 6 440M-34 -140Q-22 -60 -10 0'])}${hollow}</g>`;
      })
      .join('');
  };
}

/** A stone mortar with its pestle leaning in it. */
export function mortar(stone: string, wood: string): Thing {
  return (sheet) => {
    const away = sheet.away;
    const body = turned({ profile: [[0, 118], [22, 128], [40, 104], [80, 128], [190, 182], [236, 186]], colour: stone, inside: darker(stone, 0.3), tilt: 0.28, lip: 26, shadow: 190 });
    const clip = sheet.define((id) => `<clipPath id="${id}"><path d="M-160 -236A160 44 0 0 0 160 -236V-700H-160Z"/></clipPath>`);
    const pestle = tube(`M${-away * 40} -190L${away * 128} -440`, 50, wood);
    const bulb = tube(`M${away * 122} -430L${away * 130} -442`, 66, wood);
    return together(body, (inner) => `<g clip-path="${clip}">${pestle(inner)}</g>${bulb(inner)}`)(sheet);
  };
}

/** A jar of honey with a cloth tied over the lid and a wooden dipper beside it. */
export function honeyJar(honey: string, cloth: string): Thing {
  return (sheet) => {
    const away = sheet.away;
    const body = turned({ profile: [[0, 108], [14, 122], [150, 124], [206, 112], [222, 92], [246, 92]], colour: honey, tilt: 0.2, closed: true, gloss: true, shadow: 130, shade: 0.8, marks: () => `<path d="${ring(118, 20, 0.2)}L118 -96A118 24 0 0 1 -118 -96Z" fill="${lighter(honey, 0.3)}" opacity=".35"/>` });
    const cover = `<path d="M-134 -214Q-112 -262 -96 -272A96 20 0 0 1 96 -272Q112 -262 134 -214Q106 -226 84 -206Q56 -224 28 -202Q0 -220 -30 -202Q-58 -224 -86 -206Q-108 -226 -134 -214Z" fill="${cloth}"/><ellipse cy="-272" rx="96" ry="20" fill="${lighter(cloth, 0.3)}"/><path d="${ring(98, 246, 0.2)}" fill="none" stroke="#8a5f3c" stroke-width="8"/>`;
    const dip = `<g transform="translate(${-away * 30} 64) rotate(${away * 76})"><rect x="-8" y="-250" width="16" height="200" rx="8" fill="#b98a5f"/>${[0, 1, 2, 3].map((row) => `<rect x="${[-22, -30, -30, -20][row]}" y="${-64 + row * 19}" width="${[44, 60, 60, 40][row]}" height="14" rx="7" fill="${row % 2 ? '#a1744b' : '#b98a5f'}"/>`).join('')}</g>`;
    return `${body(sheet)}${cover}${dip}`;
  };
}
