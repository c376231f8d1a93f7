import { darker, lighter, mix } from './colour.ts';
import { flatShade, laidShadow } from './light.ts';
import { n, together, type Sheet, type Thing } from './sheet.ts';
import { ring, tube, turned } from './turned.ts';

function grain(sheet: Sheet, shape: string, wood: string, lines: readonly string[]): string {
  const clip = sheet.define((id) => `<clipPath id="${id}"><path d="${shape}"/></clipPath>`);
  return `<path d="${shape}" fill="${wood}"/><g clip-path="${clip}" fill="none" stroke="${darker(wood, 0.36)}" stroke-width="5" opacity=".55">${lines.map((line) => `<path d="${line}"/>`).join('')}</g><path d="${shape}" fill="${flatShade(sheet, 0.8)}"/>`;
}

/** A serving board with a handle, a hole and a thong, seen flat. */
export function board(wood: string, long = 560, wide = 300): Thing {
  return (sheet) => {
    const w = wide / 2;
    const shape = `M${-w + 40} 0H${w - 40}Q${w} 0 ${w} 44L${w - 6} ${long - 50}Q${w - 10} ${long} ${w - 60} ${long}H${-w + 60}Q${-w + 10} ${long} ${-w + 6} ${long - 50}L${-w} 44Q${-w} 0 ${-w + 40} 0ZM-42 8C-30 -40 -40 -90 -40 -130Q-40 -172 0 -172Q40 -172 40 -130C40 -90 30 -40 42 8Z`;
    const lines = [-0.86, -0.6, -0.3, 0.28, 0.56, 0.84].map(
      (share) =>
        `M${n(w * share)} -20Q${n(w * share + 26)} ${long * 0.3} ${n(w * share - 10)} ${long * 0.55}T${n(w * share * 0.9)} ${long + 20}`,
    );
    lines.push(
      `M0 -180Q14 ${long * 0.2} 4 ${long * 0.36}M-34 ${long * 0.5}Q-2 ${long * 0.36} 30 ${long * 0.5}Q2 ${long * 0.64} -34 ${long * 0.5}M-18 ${long * 0.5}Q-2 ${long * 0.44} 14 ${long * 0.5}Q0 ${long * 0.56} -18 ${long * 0.5}`,
    );
    return `${laidShadow(sheet, `<path d="${shape}"/>`, 18)}${grain(sheet, shape, wood, lines)}<circle cy="-132" r="17" fill="${darker(sheet.family.wall, 0.35)}"/><path d="M0 -134C-30 -190 -26 -250 0 -250C26 -250 30 -190 0 -134" fill="none" stroke="#4a2f20" stroke-width="8"/>`;
  };
}

/** A set of long-handled wooden spoons side by side. */
export function spoons(wood: string): Thing {
  return (sheet) => {
    const kinds = [
      {
        x: -150,
        turn: -7,
        head: 'M-17 0C-70 -40 -74 -170 0 -176C74 -170 70 -40 17 0L13 430Q0 448 -13 430Z',
        bowl: '<ellipse cy="-96" rx="42" ry="62"/>',
      },
      {
        x: 0,
        turn: 0,
        head: 'M-16 0C-40 -30 -66 -60 -62 -176Q0 -196 62 -176C66 -60 40 -30 16 0L13 450Q0 468 -13 450Z',
        bowl: '<rect x="-9" y="-150" width="18" height="92" rx="9"/>',
      },
      {
        x: 150,
        turn: 7,
        head: 'M-15 0C-58 -30 -62 -128 -46 -176L-28 -180L-24 -96H-10L-9 -186H9L10 -96H24L28 -180L46 -176C62 -128 58 -30 15 0L12 430Q0 446 -12 430Z',
        bowl: '',
      },
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
    const body = turned({
      profile: [
        [0, 118],
        [22, 128],
        [40, 104],
        [80, 128],
        [190, 182],
        [236, 186],
      ],
      colour: stone,
      inside: darker(stone, 0.3),
      tilt: 0.28,
      lip: 26,
      shadow: 190,
    });
    const clip = sheet.define(
      (id) => `<clipPath id="${id}"><path d="M-160 -236A160 44 0 0 0 160 -236V-700H-160Z"/></clipPath>`,
    );
    const pestle = tube(`M${-away * 40} -190L${away * 128} -440`, 50, wood);
    const bulb = tube(`M${away * 122} -430L${away * 130} -442`, 66, wood);
    return together(body, (inner) => `<g clip-path="${clip}">${pestle(inner)}</g>${bulb(inner)}`)(sheet);
  };
}

/** A jar of honey with a cloth tied over the lid and a wooden dipper beside it. */
export function honeyJar(honey: string, cloth: string): Thing {
  return (sheet) => {
    const away = sheet.away;
    const body = turned({
      profile: [
        [0, 108],
        [14, 122],
        [150, 124],
        [206, 112],
        [222, 92],
        [246, 92],
      ],
      colour: honey,
      tilt: 0.2,
      closed: true,
      gloss: true,
      shadow: 130,
      shade: 0.8,
      marks: () =>
        `<path d="${ring(118, 20, 0.2)}L118 -96A118 24 0 0 1 -118 -96Z" fill="${lighter(honey, 0.3)}" opacity=".35"/>`,
    });
    const cover = `<path d="M-134 -214Q-112 -262 -96 -272A96 20 0 0 1 96 -272Q112 -262 134 -214Q106 -226 84 -206Q56 -224 28 -202Q0 -220 -30 -202Q-58 -224 -86 -206Q-108 -226 -134 -214Z" fill="${cloth}"/><ellipse cy="-272" rx="96" ry="20" fill="${lighter(cloth, 0.3)}"/><path d="${ring(98, 246, 0.2)}" fill="none" stroke="#8a5f3c" stroke-width="8"/>`;
    const dip = `<g transform="translate(${-away * 30} 64) rotate(${away * 76})"><rect x="-8" y="-250" width="16" height="200" rx="8" fill="#b98a5f"/>${[0, 1, 2, 3].map((row) => `<rect x="${[-22, -30, -30, -20][row]}" y="${-64 + row * 19}" width="${[44, 60, 60, 40][row]}" height="14" rx="7" fill="${row % 2 ? '#a1744b' : '#b98a5f'}"/>`).join('')}</g>`;
    return `${body(sheet)}${cover}${dip}`;
  };
}
