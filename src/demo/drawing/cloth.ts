import { darker, lighter } from './colour.ts';
import { flatShade, laidShadow, standShadow } from './light.ts';
import { n, type Sheet, type Thing } from './sheet.ts';

/** A woven pattern: the ground and stripes given as [start, width, colour] in shares of the cloth's width. */
export interface Fabric {
  ground: string;
  stripes: readonly (readonly [number, number, string])[];
}

function upright(fabric: Fabric, x: number, width: number, y: number, height: number): string {
  return fabric.stripes
    .map(
      ([start, wide, colour]) =>
        `<rect x="${n(x + start * width)}" y="${n(y)}" width="${n(wide * width)}" height="${n(height)}" fill="${colour}"/>`,
    )
    .join('');
}

function level(fabric: Fabric, x: number, width: number, y: number, height: number): string {
  return fabric.stripes
    .map(
      ([start, wide, colour]) =>
        `<rect x="${n(x)}" y="${n(y + start * height)}" width="${n(width)}" height="${n(wide * height)}" fill="${colour}"/>`,
    )
    .join('');
}

/** Soft vertical folds as paint over a hanging cloth. */
function foldShade(sheet: Sheet, strength = 1): string {
  const dark = sheet.family.shadow;
  const stops = [0.02, 0.2, 0.02, 0.3, 0.06, 0.16, 0.0, 0.28, 0.08, 0.34];
  return sheet.define(
    (id) =>
      `<linearGradient id="${id}">${stops.map((opacity, index) => `<stop offset="${n((index / 9) * 100)}%" stop-color="${dark}" stop-opacity="${(opacity * strength).toFixed(2)}"/>`).join('')}</linearGradient>`,
  );
}

/** A fringe: short threads hanging from a line. */
function fringe(x: number, y: number, width: number, length: number, colour: string): string {
  let threads = '';
  for (let place = 4; place < width; place += 11)
    threads += `M${n(x + place)} ${n(y)}l${place % 2 ? 2 : -2} ${length}`;
  return `<path d="${threads}" stroke="${colour}" stroke-width="4.5" fill="none" stroke-linecap="round"/>`;
}

/** One cloth folded several times: soft rounded folds at the front, the last fold lying over the top. */
export function folded(
  fabric: Fabric,
  width = 430,
  folds = 5,
  thick = 46,
  ends: 'hem' | 'fringe' = 'hem',
): Thing {
  return (sheet) => {
    const dark = sheet.family.shadow;
    const roll = sheet.define(
      (id) =>
        `<linearGradient id="${id}" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".05"/><stop offset=".22" stop-color="#fff" stop-opacity=".22"/><stop offset=".5" stop-color="${dark}" stop-opacity="0"/><stop offset="1" stop-color="${dark}" stop-opacity=".46"/></linearGradient>`,
    );
    const parts = [standShadow(sheet, width * 0.5, folds * thick * 0.5, 0.14)];
    const round = thick / 2;
    for (let fold = 0; fold < folds; fold += 1) {
      const wide = width * (1 + 0.035 * Math.sin(fold * 2.3)) - fold * 3;
      const shift = 5 * Math.sin(fold * 1.7);
      const [left, right, top] = [shift - wide / 2, shift + wide / 2, -(fold + 1) * thick];
      const sag = 3 + (fold % 2) * 2;
      const shape = `M${n(left + round)} ${top}Q${n(shift)} ${top + sag} ${n(right - round)} ${top}A${n(round)} ${n(round)} 0 0 1 ${n(right - round)} ${top + thick}Q${n(shift)} ${top + thick + sag} ${n(left + round)} ${top + thick}A${n(round)} ${n(round)} 0 0 1 ${n(left + round)} ${top}Z`;
      const clip = sheet.define((id) => `<clipPath id="${id}"><path d="${shape}"/></clipPath>`);
      parts.push(
        `<path d="${shape}" fill="${fabric.ground}"/><g clip-path="${clip}">${upright(fabric, -width / 2, width, top - 2, thick + 8)}</g><path d="${shape}" fill="${roll}"/>`,
      );
    }
    const top = -folds * thick;
    const [near, far, deep] = [width / 2 - 12, width / 2 - 34, 84];
    const plane = `M${-near + 12} ${top + 12}Q${-near - 6} ${top + 4} ${-near} ${top - 12}L${-far} ${top - deep + 12}Q${-far + 4} ${top - deep} ${-far + 20} ${top - deep}Q0 ${top - deep + 8} ${far - 20} ${top - deep}Q${far - 4} ${top - deep} ${far} ${top - deep + 12}L${near} ${top - 12}Q${near + 6} ${top + 4} ${near - 12} ${top + 12}Q0 ${top + 17} ${-near + 12} ${top + 12}Z`;
    const clip = sheet.define((id) => `<clipPath id="${id}"><path d="${plane}"/></clipPath>`);
    const stripes = fabric.stripes
      .map(([start, wide, colour]) => {
        const [a, b] = [-width / 2 + start * width, -width / 2 + (start + wide) * width];
        return `<path d="M${n(a)} ${top + 18}L${n(a * 0.9)} ${top - deep}H${n(b * 0.9)}L${n(b)} ${top + 18}Z" fill="${lighter(colour, 0.1)}"/>`;
      })
      .join('');
    if (ends === 'fringe')
      parts.push(fringe(-near + 14, top + 10, 2 * near - 28, 64, lighter(fabric.ground, 0.34)));
    parts.push(
      `<path d="${plane}" fill="${lighter(fabric.ground, 0.16)}"/><g clip-path="${clip}">${stripes}</g><path d="${plane}" fill="${flatShade(sheet, 0.8)}"/><path d="M${-near + 16} ${top + 11}Q0 ${top + 16} ${near - 16} ${top + 11}" fill="none" stroke="${dark}" stroke-width="3.5" opacity=".3"/>`,
    );
    return parts.join('');
  };
}

/** A cloth hanging in folds from a wooden peg rail; top edge at 0, hanging down. */
export function hanging(
  fabric: Fabric,
  width: number,
  height: number,
  ends: 'hem' | 'fringe',
  across = true,
): Thing {
  return (sheet) => {
    const [w, g] = [width / 2, width * 0.13];
    const shape = `M${n(-g)} 0C${n(-g * 1.5)} 40 ${n(-w * 0.92)} 120 ${n(-w)} ${n(height * 0.42)}L${n(-w * 1.02)} ${n(height)}Q${n(-w * 0.7)} ${n(height + 16)} ${n(-w * 0.34)} ${n(height - 6)}T${n(w * 0.34)} ${n(height)}T${n(w * 1.02)} ${n(height - 4)}L${n(w)} ${n(height * 0.42)}C${n(w * 0.92)} 120 ${n(g * 1.5)} 40 ${n(g)} 0Q0 -14 ${n(-g)} 0Z`;
    const clip = sheet.define((id) => `<clipPath id="${id}"><path d="${shape}"/></clipPath>`);
    const stripes = across
      ? level(fabric, -width, width * 2, 0, height)
      : upright(fabric, -w * 1.02, width * 1.02, 0, height + 20);
    const pull = `M${n(-g * 0.6)} 20Q${n(-w * 0.5)} 150 ${n(-w * 0.55)} ${n(height)}M0 24Q${n(w * 0.02)} 200 ${n(w * 0.05)} ${n(height)}M${n(g * 0.6)} 20Q${n(w * 0.52)} 150 ${n(w * 0.6)} ${n(height)}`;
    const peg = `<circle cy="-4" r="19" fill="#8a5f3c"/><circle cx="${-sheet.away * 4}" cy="-9" r="10" fill="#b98a5f"/>`;
    return `${laidShadow(sheet, `<path d="${shape}"/>`, 18)}${ends === 'fringe' ? fringe(-w, height - 4, width, 44, lighter(fabric.ground, 0.1)) : ''}<g clip-path="${clip}"><path d="${shape}" fill="${fabric.ground}"/>${stripes}</g><path d="${pull}" fill="none" stroke="${sheet.family.shadow}" stroke-width="7" opacity=".13" stroke-linecap="round"/><path d="${shape}" fill="${foldShade(sheet)}"/>${peg}`;
  };
}

/** A square cushion with drawn-in corners, leaning a little. */
export function cushion(
  fabric: Fabric,
  size = 440,
  pattern: 'stripes' | 'cross' = 'stripes',
  oblong = 1,
): Thing {
  return (sheet) => {
    const [w, h] = [(size / 2) * oblong, size / 2];
    const shape = `M${n(-w)} ${n(-h)}Q0 ${n(-h * 0.86)} ${n(w)} ${n(-h)}Q${n(w * 0.9)} 0 ${n(w)} ${n(h)}Q0 ${n(h * 0.9)} ${n(-w)} ${n(h)}Q${n(-w * 0.9)} 0 ${n(-w)} ${n(-h)}Z`;
    const clip = sheet.define((id) => `<clipPath id="${id}"><path d="${shape}"/></clipPath>`);
    const mark = fabric.stripes[0]?.[2] ?? darker(fabric.ground, 0.4);
    let drawn = '';
    if (pattern === 'stripes') drawn = upright(fabric, -w, 2 * w, -h, 2 * h);
    else {
      let crosses = '';
      for (let row = -4; row <= 4; row += 1)
        for (let column = -5; column <= 5; column += 1) {
          const [x, y] = [column * 66 + (row % 2 ? 33 : 0), row * 58];
          if (Math.abs(x) < w + 20 && Math.abs(y) < h + 20) crosses += `M${x - 15} ${y}h30m-15 -15v30`;
        }
      drawn = `<path d="${crosses}" stroke="${mark}" stroke-width="7"/>`;
    }
    const puff = sheet.define(
      (id) =>
        `<radialGradient id="${id}" cx="${sheet.away === 1 ? 0.38 : 0.62}" cy=".36" r=".78"><stop offset="0" stop-color="#fff" stop-opacity=".26"/><stop offset=".4" stop-color="${sheet.family.shadow}" stop-opacity="0"/><stop offset="1" stop-color="${sheet.family.shadow}" stop-opacity=".5"/></radialGradient>`,
    );
    return `<g transform="translate(0 ${n(-h * 0.98)})"><g transform="translate(0 ${n(h * 0.96)})">${standShadow(sheet, w * 0.96, 60, 0.12)}</g><g transform="rotate(${-2 * sheet.away})"><g clip-path="${clip}"><path d="${shape}" fill="${fabric.ground}"/>${drawn}</g><path d="${shape}" fill="${puff}"/><path d="${shape}" fill="none" stroke="${darker(fabric.ground, 0.24)}" stroke-width="6" stroke-linejoin="round"/></g></g>`;
  };
}

/** An apron on its neck loop, with ties and a pocket. */
export function apron(colour: string, trim: string): Thing {
  return (sheet) => {
    const shape =
      'M-100 0Q0 12 100 0C112 110 150 190 214 226C214 380 216 520 222 640Q0 664 -222 640C-216 520 -214 380 -214 226C-150 190 -112 110 -100 0Z';
    const strap = `<path d="M-88 4C-88 -120 -20 -150 0 -150C20 -150 88 -120 88 4" fill="none" stroke="${trim}" stroke-width="17"/>`;
    const tie = (side: number) =>
      `<path d="M${side * 212} 232C${side * 290} 262 ${side * 240} 380 ${side * 282} 470" fill="none" stroke="${trim}" stroke-width="15" stroke-linecap="round"/>`;
    const pocket = `<path d="M-104 330H104V500Q104 512 92 512H-92Q-104 512 -104 500Z" fill="${lighter(colour, 0.08)}" stroke="${darker(colour, 0.34)}" stroke-width="3.5"/><path d="M-104 348H104M0 348V512" stroke="${trim}" stroke-width="3.5" stroke-dasharray="11 7"/><path d="M-104 330H104" stroke="${darker(colour, 0.3)}" stroke-width="6"/>`;
    return `${laidShadow(sheet, `<path d="${shape}"/>`, 18)}${tie(-1)}${tie(1)}<path d="${shape}" fill="${colour}"/><path d="M-94 16Q0 28 94 16M-216 622Q0 646 216 622" fill="none" stroke="${trim}" stroke-width="3.5" stroke-dasharray="11 7"/>${pocket}<path d="${shape}" fill="${foldShade(sheet, 0.62)}"/>${strap}<circle cy="-150" r="17" fill="#8a5f3c"/><circle cx="${-sheet.away * 4}" cy="-154" r="9" fill="#b98a5f"/>`;
  };
}

/** A shopper with long handles and a printed sun. */
export function toteBag(colour: string, print: string, handle: string): Thing {
  return (sheet) => {
    const shape = 'M-196 0L-214 440Q-212 462 -190 462Q0 472 190 462Q212 462 214 440L196 0Q0 10 -196 0Z';
    const strap = (lift: number, paint: string) =>
      `<path d="M-112 20C-116 ${-lift} -50 ${-lift - 70} 0 ${-lift - 70}C50 ${-lift - 70} 116 ${-lift} 112 20" fill="none" stroke="${paint}" stroke-width="27"/>`;
    const rays = Array.from(
      { length: 16 },
      (_, index) =>
        `<path d="M0 -92V-132" transform="rotate(${index * 22.5})" stroke="${print}" stroke-width="15" stroke-linecap="round"/>`,
    ).join('');
    return `${laidShadow(sheet, `<path d="${shape}"/>`, 18)}${strap(150, darker(handle, 0.3))}<path d="${shape}" fill="${colour}"/><g transform="translate(0 250)"><circle r="68" fill="${print}"/>${rays}</g><path d="M-194 34Q0 44 194 34" fill="none" stroke="${darker(colour, 0.34)}" stroke-width="3.5" stroke-dasharray="11 7"/><path d="${shape}" fill="${foldShade(sheet, 0.6)}"/><path d="${shape}" fill="${flatShade(sheet, 0.6)}"/>${strap(128, handle)}<g fill="${handle}"><rect x="-126" y="14" width="27" height="66"/><rect x="99" y="14" width="27" height="66"/></g>`;
  };
}

/** A flat-woven rug hanging from a rod, with lozenges and a fringe at both ends. */
export function rug(ground: string, one: string, two: string, width = 400, height = 660): Thing {
  return (sheet) => {
    const w = width / 2;
    const lozenge = (y: number, r: number, colour: string) =>
      `<path d="M0 ${y - r}L${n(r * 1.15)} ${y}L0 ${y + r}L${n(-r * 1.15)} ${y}Z" fill="${colour}"/>`;
    const bars = [20, 62, height - 72, height - 30]
      .map(
        (y, index) =>
          `<rect x="${-w}" y="${y}" width="${width}" height="${index % 3 === 0 ? 12 : 22}" fill="${index % 3 === 0 ? two : one}"/>`,
      )
      .join('');
    const middles = [0.26, 0.5, 0.74]
      .map(
        (share) =>
          lozenge(height * share, 84, one) +
          lozenge(height * share, 56, ground) +
          lozenge(height * share, 32, two),
      )
      .join('');
    let teeth = '';
    for (let y = 110; y < height - 110; y += 44) teeth += `M${-w} ${y}l40 22l-40 22zM${w} ${y}l-40 22l40 22z`;
    const ribs = Array.from(
      { length: Math.floor(height / 12) },
      (_, row) => `M${-w} ${row * 12 + 6}h${width}`,
    ).join('');
    const shape = `<rect x="${-w}" width="${width}" height="${height}"/>`;
    return `${laidShadow(sheet, shape, 16)}${fringe(-w, height - 2, width, 50, lighter(ground, 0.25))}<rect x="${-w}" width="${width}" height="${height}" fill="${ground}"/>${bars}${middles}<path d="${teeth}" fill="${two}"/><path d="${ribs}" stroke="${sheet.family.shadow}" stroke-width="2" opacity=".12"/><rect x="${-w}" width="${width}" height="${height}" fill="${flatShade(sheet, 0.7)}"/><rect x="${-w - 46}" y="-16" width="${width + 92}" height="20" rx="10" fill="#8a5f3c"/><rect x="${-w - 42}" y="-13" width="${width + 84}" height="6" rx="3" fill="#b98a5f"/>`;
  };
}

/** Napkins in a pile, held by a band of brass. */
export function napkins(fabric: Fabric, metal: string): Thing {
  return (sheet) => {
    const pile = folded(fabric, 360, 6, 25)(sheet);
    const band = `<path d="M-25 -232L-28 -136Q-29 -4 -28 2Q0 6 28 2Q29 -4 28 -136L25 -232Q0 -228 -25 -232Z" fill="${metal}"/><path d="M-28 -136Q0 -131 28 -136" fill="none" stroke="${darker(metal, 0.35)}" stroke-width="4"/><path d="M-15 -228L-17 -138V0" stroke="${lighter(metal, 0.6)}" stroke-width="7" opacity=".7" fill="none"/>`;
    return pile + band;
  };
}

/** A runner laid over the edge of the table: the near end hangs down. */
export function runner(fabric: Fabric, width = 300): Thing {
  return (sheet) => {
    const w = width / 2;
    const top = `M${n(-w * 0.72)} -260H${n(w * 0.72)}L${w} 0H${-w}Z`;
    const drop = `M${-w} 0H${w}L${w + 4} 250H${-w - 4}Z`;
    const upper = fabric.stripes.map(([start, wide, colour]) => {
      const [a, b] = [-w + start * width, -w + (start + wide) * width];
      return `<path d="M${n(a * 0.72)} -260H${n(b * 0.72)}L${n(b)} 0H${n(a)}Z" fill="${lighter(colour, 0.14)}"/>`;
    });
    const board = `<rect x="-900" width="1800" height="34" fill="${lighter(sheet.family.table, 0.3)}"/><rect x="-900" y="34" width="1800" height="600" fill="${darker(sheet.family.wall, 0.16)}"/><rect x="-900" y="34" width="1800" height="26" fill="${sheet.family.shadow}" opacity=".16"/>${laidShadow(sheet, `<rect x="${-w}" width="${width}" height="270"/>`, 14)}`;
    return `${board}${fringe(-w, 248, width + 4, 46, lighter(fabric.ground, 0.1))}<path d="${top}" fill="${lighter(fabric.ground, 0.22)}"/>${upper.join('')}<path d="${drop}" fill="${fabric.ground}"/>${upright(fabric, -w, width, 0, 250)}<path d="${drop}" fill="${flatShade(sheet, 0.9)}"/><path d="M${-w} 1H${w}" stroke="${lighter(fabric.ground, 0.5)}" stroke-width="6"/>`;
  };
}
