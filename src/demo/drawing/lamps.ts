import { darker, lighter, mix } from './colour.ts';
import { glow, roundShade, standShadow } from './light.ts';
import { at, n, together, type Thing } from './sheet.ts';
import { outline, ring, tube, turned, type Profile } from './turned.ts';

/** The colour of lamplight. */
export const warm = '#ffd28a';

function lit(
  profile: Profile,
  colour: string,
  tilt: number,
  marks: (radiusAt: (share: number) => number) => string = () => '',
): Thing {
  return (sheet) => {
    const body = outline(profile, tilt);
    const [top, mouth] = profile[profile.length - 1] as readonly [number, number];
    const clip = sheet.define((id) => `<clipPath id="${id}"><path d="${body}"/></clipPath>`);
    const paint = sheet.define(
      (id) =>
        `<radialGradient id="${id}" cx=".5" cy=".66" r=".72"><stop offset="0" stop-color="${lighter(warm, 0.62)}"/><stop offset=".42" stop-color="${mix(colour, warm, 0.62)}"/><stop offset="1" stop-color="${darker(colour, 0.1)}"/></radialGradient>`,
    );
    return `<path d="${body}" fill="${paint}"/><g clip-path="${clip}">${marks(() => 0)}</g><ellipse cy="${n(-top)}" rx="${n(mouth)}" ry="${n(mouth * tilt)}" fill="${mix(colour, warm, 0.3)}"/><ellipse cy="${n(-top + 2)}" rx="${n(mouth - 7)}" ry="${n((mouth - 7) * tilt)}" fill="${lighter(warm, 0.35)}"/>`;
  };
}

/** A lamp of clay with a linen shade, switched on. */
export function tableLamp(clay: string, linen: string, form: 'round' | 'tall' = 'round'): Thing {
  const base: Profile =
    form === 'round'
      ? [
          [0, 78],
          [14, 92],
          [100, 140],
          [196, 70],
          [226, 34],
          [262, 30],
        ]
      : [
          [0, 84],
          [12, 88],
          [60, 62],
          [150, 84],
          [236, 50],
          [262, 28],
        ];
  return (sheet) => {
    const back = glow(sheet, 0, -390, 470, warm, 0.62);
    const pool = `<g transform="translate(0 -6) scale(1 .24)">${glow(sheet, 0, 0, 360, warm, 0.5)}</g>`;
    const body = turned({ profile: base, colour: clay, tilt: 0.18, closed: true, gloss: true, shadow: 150 });
    const stem = `<rect x="-9" y="-310" width="18" height="60" fill="#b98f45"/>`;
    const shade = lit(
      [
        [0, 186],
        [210, 132],
      ],
      linen,
      0.15,
    );
    const spill = `<path d="${ring(182, 270, 0.15)}" fill="none" stroke="${lighter(warm, 0.7)}" stroke-width="7"/>`;
    return `${back}${pool}${body(sheet)}<ellipse cy="-250" rx="70" ry="16" fill="${warm}" opacity=".28"/>${stem}${at(0, -272, 1, shade)(sheet)}${spill}`;
  };
}

/** A woven dome on a cord; light falls through the gaps. */
export function pendant(straw: string, width = 240, height = 230, drop = 320): Thing {
  const profile: Profile = [
    [0, width],
    [height * 0.34, width * 0.93],
    [height * 0.72, width * 0.6],
    [height, width * 0.14],
  ];
  return (sheet) => {
    const body = outline(profile, 0.2);
    const clip = sheet.define((id) => `<clipPath id="${id}"><path d="${body}"/></clipPath>`);
    const paint = sheet.define(
      (id) =>
        `<radialGradient id="${id}" cx=".5" cy=".95" r=".95"><stop offset="0" stop-color="${lighter(warm, 0.55)}"/><stop offset=".5" stop-color="${mix(straw, warm, 0.5)}"/><stop offset="1" stop-color="${darker(straw, 0.24)}"/></radialGradient>`,
    );
    const rows = Array.from({ length: 13 }, (_, row) => {
      const share = row / 12;
      const r = width * Math.sqrt(Math.max(0.02, 1 - share ** 1.7));
      return ring(r + 6, height * share, 0.2);
    }).join('');
    const ribs = Array.from({ length: 17 }, (_, rib) => {
      const turn = ((rib - 8) / 8) * (Math.PI / 2);
      const x = width * Math.sin(turn);
      return `M${n(x)} ${n(width * 0.2 * Math.cos(turn))}Q${n(x * 0.96)} ${n(-height * 0.6)} ${n(x * 0.12)} ${n(-height)}`;
    }).join('');
    const cone = sheet.define(
      (id) =>
        `<linearGradient id="${id}" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="${warm}" stop-opacity=".42"/><stop offset="1" stop-color="${warm}" stop-opacity="0"/></linearGradient>`,
    );
    return `${glow(sheet, 0, 10, width * 1.9, warm, 0.6)}<path d="M${-width} 10L${-width * 1.7} 520H${width * 1.7}L${width} 10Z" fill="${cone}" opacity=".55"/><path d="M0 ${-height}V${-height - drop}" stroke="${darker(sheet.family.wall, 0.5)}" stroke-width="6"/><rect x="-16" y="${-height - 34}" width="32" height="44" rx="6" fill="#b98f45"/><ellipse rx="${width}" ry="${n(width * 0.2)}" fill="${lighter(warm, 0.5)}"/><path d="${body}" fill="${paint}"/><g clip-path="${clip}" fill="none"><path d="${rows}" stroke="${darker(straw, 0.5)}" stroke-width="5" opacity=".6"/><path d="${ribs}" stroke="${darker(straw, 0.36)}" stroke-width="4" opacity=".6"/></g><ellipse rx="${width - 4}" ry="${n(width * 0.2 - 4)}" fill="${mix(straw, warm, 0.5)}"/><ellipse rx="${width - 14}" ry="${n(width * 0.2 - 9)}" fill="${lighter(warm, 0.45)}"/><ellipse cy="-4" rx="52" ry="24" fill="#fffaf0"/>`;
  };
}

/** A round paper lantern with bamboo ribs. */
export function paperGlobe(paper: string, radius = 210, drop = 260): Thing {
  return (sheet) => {
    const paint = sheet.define(
      (id) =>
        `<radialGradient id="${id}" cx=".5" cy=".54" r=".56"><stop offset="0" stop-color="#fffaf0"/><stop offset=".5" stop-color="${mix(paper, warm, 0.3)}"/><stop offset="1" stop-color="${darker(mix(paper, warm, 0.45), 0.14)}"/></radialGradient>`,
    );
    const ribs = Array.from({ length: 13 }, (_, rib) => {
      const turn = ((rib - 6) / 6.6) * (Math.PI / 2);
      const [y, r] = [radius * 0.94 * Math.sin(turn), radius * Math.cos(turn)];
      return `M${n(-r)} ${n(y)}A${n(r)} ${n(r * 0.13 + 3)} 0 0 0 ${n(r)} ${n(y)}`;
    }).join('');
    return `${glow(sheet, 0, 0, radius * 2.5, warm, 0.7)}<path d="M0 ${-radius}V${-radius - drop}" stroke="${darker(sheet.family.wall, 0.5)}" stroke-width="6"/><ellipse rx="${radius}" ry="${n(radius * 0.96)}" fill="${paint}"/><path d="${ribs}" fill="none" stroke="${darker(mix(paper, warm, 0.5), 0.3)}" stroke-width="3" opacity=".6"/><ellipse cy="${n(-radius * 0.94)}" rx="52" ry="13" fill="${darker(paper, 0.5)}"/><ellipse cy="${n(radius * 0.94)}" rx="48" ry="11" fill="${lighter(warm, 0.6)}"/>`;
  };
}

/** A reading lamp with a jointed brass arm and a metal hood. */
export function readingLamp(hood: string, brass: string): Thing {
  return (sheet) => {
    const away = sheet.away;
    const foot = turned({
      profile: [
        [0, 118],
        [16, 120],
        [26, 104],
        [32, 20],
      ],
      colour: hood,
      tilt: 0.2,
      closed: true,
      shadow: 150,
    });
    const arm = (path: string) => tube(path, 17, brass);
    const joint = `<circle cx="${away * 110}" cy="-300" r="19" fill="${darker(brass, 0.3)}"/><circle cx="${away * 110}" cy="-300" r="9" fill="${lighter(brass, 0.4)}"/>`;
    const cone = sheet.define(
      (id) =>
        `<linearGradient id="${id}" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="${warm}" stop-opacity=".62"/><stop offset="1" stop-color="${warm}" stop-opacity="0"/></linearGradient>`,
    );
    const head = `<g transform="translate(${-away * 120} -500) rotate(${away * 24})"><path d="M-106 92L-190 430H190L106 92Z" fill="${cone}"/><path d="M-38 -34H38L112 84A112 26 0 0 1 -112 84Z" fill="${hood}"/><path d="M-38 -34H38L112 84A112 26 0 0 1 -112 84Z" fill="${roundShade(sheet)}"/><ellipse cy="86" rx="112" ry="24" fill="${lighter(warm, 0.4)}"/><ellipse cy="90" rx="46" ry="15" fill="#fffaf0"/><rect x="-27" y="-66" width="54" height="36" rx="10" fill="${brass}"/></g>`;
    return `${glow(sheet, -away * 170, -380, 400, warm, 0.5)}${together(
      foot,
      () =>
        `<g transform="translate(${-away * 230} 10) scale(1 .22)">${glow(sheet, 0, 0, 260, warm, 0.55)}</g>`,
      arm(`M0 -30L${away * 110} -300`),
      arm(`M${away * 110} -300L${-away * 104} -540`),
      () => joint + head,
    )(sheet)}`;
  };
}

/** A lamp on three wooden legs with a drum shade. */
export function tripod(wood: string, linen: string): Thing {
  return (sheet) => {
    const leg = (x: number, y: number) => tube(`M0 -400L${x} ${y}`, 19, wood);
    const shade = lit(
      [
        [0, 172],
        [190, 150],
      ],
      linen,
      0.14,
    );
    const knot = `<circle cy="-392" r="24" fill="#b98f45"/>`;
    return `${glow(sheet, 0, -500, 440, warm, 0.62)}<g transform="translate(0 -30)">${standShadow(sheet, 170, 120, 0.12)}</g>${together(leg(24, -70), leg(-168, 0), leg(176, -6))(sheet)}${knot}<rect x="-7" y="-450" width="14" height="60" fill="#b98f45"/>${at(0, -430, 1, shade)(sheet)}<path d="${ring(169, 430, 0.14)}" fill="none" stroke="${lighter(warm, 0.7)}" stroke-width="6"/>`;
  };
}
