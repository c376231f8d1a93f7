import { darker, lighter, mix } from './colour.ts';
import { flatShade, laidShadow, standShadow } from './light.ts';
import { at, n, points, together, type Thing } from './sheet.ts';
import { ring, tube, turned, type Profile } from './turned.ts';

/** The colours of a weave: the straw, the dyed strand and the edge. */
export interface Weave {
  straw: string;
  dye: string;
  edge: string;
}

/** Which cells of the weave are dyed. */
export type Motif = 'plain' | 'bands' | 'steps' | 'diamonds' | 'dipped';

function dyed(motif: Motif, row: number, rows: number, column: number): boolean {
  const share = row / rows;
  if (motif === 'bands') return (share > 0.22 && share < 0.32) || (share > 0.66 && share < 0.76);
  if (motif === 'dipped') return share < 0.4;
  if (motif === 'steps')
    return share > 0.2 && share < 0.8 && (column + Math.floor(row / 2) * 2) % 8 < 4 - (row % 2);
  if (motif === 'diamonds') {
    const middle = Math.abs(row - rows / 2) / (rows * 0.3);
    const across = Math.abs((((column % 8) + 8) % 8) - 3.5) / 3.9;
    return middle + across < 1;
  }
  return false;
}

/** The woven surface: one coil per row, slanting strands, dyed cells. */
function weaveMarks(weave: Weave, motif: Motif, height: number, pitch = 19, strands = 32) {
  return (_: unknown, radiusAt: (height: number) => number, tilt: number): string => {
    const rows = Math.floor(height / pitch);
    let cells = '';
    let seams = '';
    let strokes = '';
    for (let row = 0; row < rows; row += 1) {
      const h = row * pitch + pitch * 0.5;
      const r = radiusAt(h);
      seams += ring(r, row * pitch, tilt);
      const whole = (motif === 'bands' || motif === 'dipped') && dyed(motif, row, rows, 0);
      if (whole) cells += ring(r, h, tilt);
      for (let column = 0; column < strands; column += 1) {
        const angle = (place: number) => ((place + 0.5) / strands - 0.5) * Math.PI;
        const x = (place: number) => r * Math.sin(angle(place));
        const y = (place: number) => -h + r * tilt * Math.cos(angle(place));
        const step = x(column + 0.5) - x(column - 0.5);
        if (!whole && dyed(motif, row, rows, column))
          cells += `M${Math.round(x(column - 0.5))} ${Math.round(y(column))}h${n(step + 1)}`;
        if ((row + column) % 2 === 0)
          strokes += `M${Math.round(x(column))} ${Math.round(y(column) - pitch * 0.3)}l${n(step * 0.3)} ${n(pitch * 0.62)}`;
      }
    }
    const dark = darker(weave.straw, 0.36);
    return `<g fill="none"><path d="${cells}" stroke="${weave.dye}" stroke-width="${pitch}"/><path d="${strokes}" stroke="${lighter(weave.straw, 0.4)}" stroke-width="2.6" opacity=".55"/><path d="${seams}" stroke="${dark}" stroke-width="3" opacity=".62"/></g>`;
  };
}

/** A woven basket of any turned form, with an edge that is wrapped thicker. */
export function basket(
  profile: Profile,
  weave: Weave,
  motif: Motif,
  options: { tilt?: number; strands?: number; pitch?: number } = {},
): Thing {
  const { tilt = 0.24, strands = 32, pitch = 19 } = options;
  const [height, mouth] = profile[profile.length - 1] as readonly [number, number];
  const body = turned({
    profile,
    colour: weave.straw,
    inside: darker(weave.straw, 0.3),
    rim: weave.edge,
    tilt,
    lip: 13,
    marks: weaveMarks(weave, motif, height, pitch, strands),
    shade: 1.1,
  });
  const edge: Thing = () =>
    `<ellipse cy="${n(-height)}" rx="${n(mouth - 4)}" ry="${n(mouth * tilt - 3)}" fill="none" stroke="${weave.edge}" stroke-width="17"/><ellipse cy="${n(-height)}" rx="${n(mouth - 4)}" ry="${n(mouth * tilt - 3)}" fill="none" stroke="${darker(weave.edge, 0.4)}" stroke-width="17" stroke-dasharray="3 13" opacity=".6"/>`;
  return together(body, edge);
}

/** A market basket: wide mouth, two leather-wrapped handles that stand up. */
export function marketBasket(weave: Weave, motif: Motif, leather: string): Thing {
  const profile: Profile = [
    [0, 122],
    [22, 164],
    [150, 226],
    [250, 240],
  ];
  const handle = (y: number, rise: number) =>
    tube(`M-150 ${y}C-150 ${y - rise} 150 ${y - rise} 150 ${y}`, 25, leather);
  return together(
    handle(-288, 200),
    basket(profile, weave, motif, { tilt: 0.24 }),
    at(0, 0, 1, handle(-206, 214)),
    () =>
      `<g fill="${darker(leather, 0.25)}"><rect x="-163" y="-216" width="26" height="44" rx="8"/><rect x="137" y="-216" width="26" height="44" rx="8"/></g>`,
  );
}

/** A tall basket with a lid. */
export function lidded(weave: Weave, motif: Motif, height = 420, radius = 168): Thing {
  const profile: Profile = [
    [0, radius * 0.86],
    [20, radius * 0.94],
    [height * 0.5, radius * 1.06],
    [height, radius * 0.96],
  ];
  const lid = turned({
    profile: [
      [0, radius * 1.04],
      [26, radius * 1.03],
      [26, radius * 1.03],
      [58, radius * 0.7],
      [72, radius * 0.16],
    ],
    colour: weave.straw,
    tilt: 0.24,
    closed: true,
    shadow: false,
    marks: weaveMarks(weave, 'plain', 76, 19, 20),
  });
  const seam: Thing = () =>
    `<path d="${ring(radius * 0.99, height - 5, 0.24)}" fill="none" stroke="${darker(weave.straw, 0.6)}" stroke-width="9" opacity=".7"/>`;
  const knob = turned({
    profile: [
      [0, 16],
      [14, 22],
      [30, 24],
      [40, 14],
      [42, 3],
    ],
    colour: weave.edge,
    tilt: 0.3,
    closed: true,
    shadow: false,
  });
  return together(
    basket(profile, weave, motif, { strands: 24, pitch: 24 }),
    seam,
    at(0, -height, 1, lid),
    at(0, -height - 68, 1, knob),
  );
}

/** A coiled tray seen from straight above; the motif runs round like a wheel. */
export function tray(weave: Weave, radius: number, arms: number, turnBy = 0.05): Thing {
  return (sheet) => {
    const coils = 13;
    const pitch = radius / coils;
    const circle = (r: number, more: string) => `<circle r="${n(r)}" fill="none" ${more}/>`;
    let wheel = '';
    for (let coil = 3; coil < coils - 1; coil += 1) {
      const r = pitch * (coil + 0.5);
      const span = coil < 8 ? 0.16 + 0.06 * (coil - 3) : 0.46 - 0.09 * (coil - 8);
      for (let arm = 0; arm < arms; arm += 1) {
        const middle = ((arm + turnBy * coil) / arms) * 2 * Math.PI;
        const half = (span * Math.PI) / arms;
        const [a, b] = [middle - half, middle + half];
        wheel += `M${n(r * Math.cos(a))} ${n(r * Math.sin(a))}A${n(r)} ${n(r)} 0 0 1 ${n(r * Math.cos(b))} ${n(r * Math.sin(b))}`;
      }
    }
    const seams = Array.from({ length: coils }, (_, coil) =>
      circle(pitch * coil, `stroke="${darker(weave.straw, 0.4)}" stroke-width="2.4" opacity=".6"`),
    ).join('');
    const stitches = Array.from({ length: coils }, (_, coil) =>
      circle(
        pitch * (coil + 0.5),
        `stroke="${lighter(weave.straw, 0.42)}" stroke-width="${n(pitch * 0.8)}" stroke-dasharray="2.5 10" stroke-dashoffset="${(coil * 5) % 12}" opacity=".5"`,
      ),
    ).join('');
    return `${laidShadow(sheet, `<circle r="${n(radius)}"/>`, 20)}<circle r="${n(radius)}" fill="${weave.straw}"/><path d="${wheel}" fill="none" stroke="${weave.dye}" stroke-width="${n(pitch + 0.6)}"/>${stitches}${seams}${circle(radius - 6, `stroke="${weave.edge}" stroke-width="17"`)}${circle(radius - 6, `stroke="${darker(weave.edge, 0.45)}" stroke-width="17" stroke-dasharray="3 12" opacity=".6"`)}<circle r="${n(radius * 0.7)}" fill="none" stroke="${sheet.family.shadow}" stroke-width="${n(radius * 0.05)}" opacity=".1"/><circle r="${n(radius)}" fill="${flatShade(sheet)}"/>`;
  };
}

/** A woven hand fan with a wrapped handle, hanging on the wall. */
export function handFan(weave: Weave): Thing {
  return (sheet) => {
    const shape =
      'M0 150C-70 120 -220 60 -220 -110C-220 -250 -110 -310 0 -310C110 -310 220 -250 220 -110C220 60 70 120 0 150Z';
    const clip = sheet.define((id) => `<clipPath id="${id}"><path d="${shape}"/></clipPath>`);
    let over = '';
    let dye = '';
    for (let row = -10; row < 11; row += 1)
      for (let column = -8; column < 9; column += 1) {
        const [x, y] = [column * 29, row * 29 - 80];
        if ((row + column) % 2 === 0) over += `M${x} ${y}h29v29h-29z`;
        const reach = Math.abs(row) + Math.abs(column);
        if (reach === 5 || reach === 6 || reach < 2) dye += `M${x} ${y}h29v29h-29z`;
      }
    const handle = tube('M0 60V420', 30, darker(weave.straw, 0.18));
    const grip = `<path d="M0 180V330" stroke="${weave.dye}" stroke-width="33"/><path d="M0 180V330" stroke="${lighter(weave.dye, 0.4)}" stroke-width="33" stroke-dasharray="3 12" opacity=".6"/>`;
    return `${laidShadow(sheet, `<path d="${shape}"/><rect x="-15" y="100" width="30" height="330" rx="14"/>`, 18)}${handle(sheet)}${grip}<g clip-path="${clip}"><path d="${shape}" fill="${weave.straw}"/><path d="${over}" fill="${darker(weave.straw, 0.13)}"/><path d="${dye}" fill="${weave.dye}"/><path d="${over}" fill="${lighter(weave.straw, 0.3)}" opacity=".22"/></g><path d="${shape}" fill="none" stroke="${weave.edge}" stroke-width="18"/><path d="${shape}" fill="none" stroke="${lighter(weave.edge, 0.5)}" stroke-width="18" stroke-dasharray="3 14" opacity=".5"/><path d="${shape}" fill="${flatShade(sheet)}"/>`;
  };
}

/** A straw hat with a ribbon, on the table. */
export function hat(straw: string, ribbon: string): Thing {
  return (sheet) => {
    const brim = (r: number, y: number, paint: string) =>
      `<ellipse cy="${y}" rx="${r}" ry="${n(r * 0.3)}" fill="${paint}"/>`;
    const lines = [0.95, 0.86, 0.77, 0.68, 0.59]
      .map(
        (share) =>
          `<ellipse cy="-62" rx="${n(300 * share)}" ry="${n(90 * share)}" fill="none" stroke="${darker(straw, 0.34)}" stroke-width="2.5" opacity=".6"/>`,
      )
      .join('');
    const crown = turned({
      profile: [
        [0, 152],
        [60, 150],
        [130, 138],
        [176, 100],
        [190, 40],
        [192, 4],
      ],
      colour: straw,
      tilt: 0.3,
      closed: true,
      shadow: false,
      marks: (_, radiusAt) => {
        const rows = Array.from({ length: 12 }, (__, row) => ring(radiusAt(row * 17), row * 17, 0.3)).join(
          '',
        );
        return `<path d="${rows}" fill="none" stroke="${darker(straw, 0.34)}" stroke-width="2.5" opacity=".6"/><path d="${ring(154, 30, 0.3)}" fill="none" stroke="${ribbon}" stroke-width="46"/>`;
      },
    });
    const shade = sheet.define(
      (id) =>
        `<linearGradient id="${id}" x1="${sheet.away === 1 ? 0 : 1}" x2="${sheet.away === 1 ? 1 : 0}"><stop offset=".3" stop-color="${sheet.family.shadow}" stop-opacity="0"/><stop offset="1" stop-color="${sheet.family.shadow}" stop-opacity=".34"/></linearGradient>`,
    );
    return `<g transform="translate(0 -34)">${standShadow(sheet, 262, 30, 0.2)}</g>${brim(300, -50, darker(straw, 0.35))}${brim(300, -62, straw)}${lines}${brim(300, -62, shade)}<ellipse cx="${sheet.away * 40}" cy="-66" rx="170" ry="56" fill="${sheet.family.shadow}" opacity=".22"/><g transform="translate(0 -64)">${crown(sheet)}</g>`;
  };
}

/** A mat, rolled up, lying on the table with one end towards us. */
export function rolledMat(weave: Weave): Thing {
  return (sheet) => {
    const [length, r] = [470, 92];
    const cell = (length - 40) / 14;
    let zig = '';
    for (let index = 0; index < 14; index += 1) {
      const x = -length / 2 + 30 + index * cell;
      zig += `M${n(x)} -118l${n(cell / 2)} -36l${n(cell / 2)} 36M${n(x)} -70l${n(cell / 2)} 36l${n(cell / 2)} -36`;
    }
    const straws = Array.from(
      { length: 10 },
      (_, row) => `M${-length / 2} ${-14 - row * 18}H${length / 2}`,
    ).join('');
    const spiral: (readonly [number, number])[] = [];
    for (let step = 0; step <= 60; step += 1) {
      const angle = step * 0.42;
      const reach = 8 + (step / 60) * (r - 12);
      spiral.push([length / 2 + reach * 0.5 * Math.cos(angle), -r + reach * Math.sin(angle)]);
    }
    const shade = sheet.define(
      (id) =>
        `<linearGradient id="${id}" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".1"/><stop offset=".25" stop-color="#fff" stop-opacity=".28"/><stop offset=".5" stop-color="${sheet.family.shadow}" stop-opacity="0"/><stop offset="1" stop-color="${sheet.family.shadow}" stop-opacity=".5"/></linearGradient>`,
    );
    const side = `M${-length / 2} ${-2 * r}H${length / 2}A${r * 0.5} ${r} 0 0 1 ${length / 2} 0H${-length / 2}A${r * 0.5} ${r} 0 0 1 ${-length / 2} ${-2 * r}Z`;
    const tie = (x: number) =>
      `<path d="M${x} 0A${r * 0.5} ${r} 0 0 1 ${x} ${-2 * r}" fill="none" stroke="${weave.edge}" stroke-width="15"/>`;
    return `<g transform="rotate(-9)">${standShadow(sheet, length * 0.52, 30, 0.12)}<path d="${side}" fill="${weave.straw}"/><path d="${zig}" fill="none" stroke="${weave.dye}" stroke-width="13"/><path d="${straws}" fill="none" stroke="${darker(weave.straw, 0.4)}" stroke-width="2" opacity=".55"/><path d="${side}" fill="${shade}"/>${tie(-150)}${tie(150)}<ellipse cx="${length / 2}" cy="${-r}" rx="${r * 0.5}" ry="${r}" fill="${mix(weave.straw, weave.edge, 0.35)}"/><polyline points="${points(spiral)}" fill="none" stroke="${darker(weave.straw, 0.55)}" stroke-width="5" stroke-linecap="round"/></g>`;
  };
}
