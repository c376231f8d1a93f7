import { darker, lighter, mix } from './colour.ts';
import { flatShade, laidShadow, standShadow } from './light.ts';
import { at, n, together, type Thing } from './sheet.ts';
import { ring, turned } from './turned.ts';

/** A bound notebook lying flat: cover, spine cloth, page edges and an elastic band. */
export function notebook(cover: string, spine: string, band: string, width = 380, height = 520): Thing {
  return (sheet) => {
    const [w, h] = [width / 2, height / 2];
    const box = (dx: number, dy: number, paint: string) =>
      `<rect x="${n(-w + dx)}" y="${n(-h + dy)}" width="${width}" height="${height}" rx="10" fill="${paint}"/>`;
    const edges = [14, 10, 6]
      .map((d, index) =>
        box(d * sheet.away, d, index === 0 ? darker(cover, 0.3) : index === 1 ? '#efe6d2' : '#fbf6ea'),
      )
      .join('');
    return `<g transform="rotate(${-5 * sheet.away})">${laidShadow(sheet, box(8, 8, 'inherit').replace(' fill="inherit"', ''), 20)}${edges}${box(0, 0, cover)}<path d="M${-w} ${-h + 10}Q${-w} ${-h} ${-w + 10} ${-h}H${-w + 62}V${h}H${-w + 10}Q${-w} ${h} ${-w} ${h - 10}Z" fill="${spine}"/><path d="M${-w + 62} ${-h}V${h}" stroke="${sheet.family.shadow}" stroke-width="4" opacity=".28"/><rect x="${-w + 14}" y="${-h}" width="7" height="${height}" fill="#fff" opacity=".16"/><rect x="${-w}" y="${-h}" width="${width}" height="${height}" rx="10" fill="${flatShade(sheet, 0.9)}"/><rect x="${w - 74}" y="${-h - 2}" width="17" height="${height + 4}" fill="${band}"/><rect x="${w - 74}" y="${-h - 2}" width="5" height="${height + 4}" fill="#fff" opacity=".2"/><rect x="${-w + 118}" y="${-h + 92}" width="130" height="84" rx="4" fill="#f7f0df"/><path d="M${-w + 138} ${-h + 122}h90M${-w + 138} ${-h + 146}h60" stroke="${darker(cover, 0.2)}" stroke-width="4" opacity=".7"/></g>`;
  };
}

/** A sketchbook in soft leather with a flap and a cord wound round it. */
export function sketchbook(leather: string, cord: string): Thing {
  return (sheet) => {
    const shape =
      '<path d="M-196 -254Q0 -266 190 -256Q204 -256 205 -242Q212 0 206 240Q206 256 190 256Q0 266 -196 256Q-210 256 -210 240V-240Q-210 -254 -196 -254Z"/>';
    const pages = Array.from(
      { length: 5 },
      (_, index) =>
        `<path d="M${-190 + index * 3} ${262 + index * 4}Q0 ${270 + index * 4} ${190 + index} ${262 + index * 4}" stroke="${index % 2 ? '#fbf6ea' : '#d9ccb0'}" stroke-width="5" fill="none"/>`,
    ).join('');
    return `<g transform="rotate(${4 * sheet.away})">${laidShadow(sheet, shape, 22)}${pages}${shape.replace('/>', ` fill="${leather}"/>`)}<path d="M-60 -260C-20 -120 -30 120 -70 261" fill="none" stroke="${darker(leather, 0.5)}" stroke-width="9" opacity=".6"/><path d="M-66 -260C-26 -120 -36 120 -76 261" fill="none" stroke="${lighter(leather, 0.3)}" stroke-width="4" opacity=".7"/><path d="M-196 -238H190M-196 240H190" stroke="${lighter(leather, 0.35)}" stroke-width="4" stroke-dasharray="13 9" opacity=".7"/>${shape.replace('/>', ` fill="${flatShade(sheet, 1.1)}"/>`)}<g fill="none" stroke="${cord}" stroke-width="9" stroke-linecap="round"><path d="M-212 -22Q0 -4 208 -26M-212 6Q0 18 208 2M-212 -46Q0 -30 208 -50"/><path d="M-44 -10C-80 60 -60 130 -96 190M-36 -10C-20 70 -40 130 -10 176"/></g><circle cx="-40" cy="-14" r="19" fill="${lighter(leather, 0.2)}" stroke="${darker(leather, 0.4)}" stroke-width="5"/></g>`;
  };
}

function envelope(paper: string, lining: string, turn: number, open: boolean): Thing {
  return (sheet) => {
    const shape = '<rect x="-210" y="-140" width="420" height="280" rx="6"/>';
    const flap = open
      ? `<path d="M-210 -136L0 -300L210 -136Z" fill="${darker(paper, 0.08)}"/><path d="M-182 -136L0 -278L182 -136Z" fill="${lining}"/>`
      : `<path d="M-206 -138H206L8 34Q0 40 -8 34Z" fill="${lighter(paper, 0.3)}" stroke="${darker(paper, 0.24)}" stroke-width="3"/>`;
    return `<g transform="rotate(${turn})">${laidShadow(sheet, open ? `${shape}<path d="M-210 -136L0 -300L210 -136Z"/>` : shape, 14)}${open ? flap : ''}${shape.replace('/>', ` fill="${paper}"/>`)}<path d="M-206 136L-10 0M206 136L10 0" stroke="${darker(paper, 0.22)}" stroke-width="3"/>${open ? '' : flap}${shape.replace('/>', ` fill="${flatShade(sheet, 0.6)}"/>`)}</g>`;
  };
}

/** Writing paper with torn edges and lined envelopes. */
export function letterSet(paper: string, lining: string, seal?: string): Thing {
  const sheetOf =
    (turn: number, shade: number): Thing =>
    (sheet) => {
      const edge: string[] = [];
      for (let x = -150; x <= 150; x += 25) edge.push(`${x} ${n(-220 + sheet.between(-3, 4))}`);
      for (let y = -200; y <= 220; y += 28) edge.push(`${n(150 + sheet.between(-3, 4))} ${y}`);
      for (let x = 150; x >= -150; x -= 25) edge.push(`${x} ${n(220 + sheet.between(-3, 4))}`);
      for (let y = 200; y >= -210; y -= 28) edge.push(`${n(-150 + sheet.between(-3, 4))} ${y}`);
      const shape = `<path d="M${edge.join('L')}Z"/>`;
      return `<g transform="rotate(${turn})">${laidShadow(sheet, shape, 12)}${shape.replace('/>', ` fill="${mix(paper, '#ffffff', shade)}"/>`)}${shape.replace('/>', ` fill="${flatShade(sheet, 0.5)}"/>`)}</g>`;
    };
  const wax: Thing = (sheet) =>
    seal
      ? `<g transform="rotate(8)">${laidShadow(sheet, '<circle r="40"/>', 5)}<path d="M-40 4C-46 -30 -14 -48 10 -42C40 -40 48 -6 40 16C34 44 -2 50 -22 38C-36 32 -38 18 -40 4Z" fill="${seal}"/><circle r="27" fill="none" stroke="${darker(seal, 0.4)}" stroke-width="5"/><path d="M-10 12C-14 -4 -2 -16 0 -18C2 -16 14 -4 10 12" fill="none" stroke="${lighter(seal, 0.35)}" stroke-width="5" stroke-linecap="round"/></g>`
      : '';
  return together(
    at(-70, -150, 1, sheetOf(-11, 0.45)),
    at(-30, -140, 1, sheetOf(-4, 0.65)),
    at(90, 70, 1, envelope(paper, lining, 7, true)),
    at(-40, 270, 1, envelope(mix(paper, '#ffffff', 0.25), lining, -6, false)),
    at(-36, 300, 1, wax),
  );
}

/** Pencils side by side, sharpened, in several lacquers. */
export function pencils(colours: readonly string[]): Thing {
  return (sheet) =>
    colours
      .map((colour, index) => {
        const x = (index - (colours.length - 1) / 2) * 68;
        const lift = index % 2 ? 26 : -6;
        const body = '<path d="M-19 -190L0 -268L19 -190V290H-19Z"/>';
        return `<g transform="translate(${x} ${lift})">${laidShadow(sheet, body, 10)}<path d="M-19 -188L0 -268L19 -188Z" fill="#dcb98a"/><path d="M-6 -242L0 -268L6 -242Z" fill="${darker(colour, 0.55)}"/><path d="M-19 -190Q-13 -204 -6 -190Q0 -206 6 -190Q13 -204 19 -190V282Q19 290 11 290H-11Q-19 290 -19 282Z" fill="${colour}"/><rect x="-19" y="-188" width="12" height="476" fill="#fff" opacity=".22"/><rect x="8" y="-188" width="11" height="476" fill="${sheet.family.shadow}" opacity=".26"/><rect x="-19" y="236" width="38" height="16" fill="#e7c777"/><rect x="-19" y="258" width="38" height="8" fill="#e7c777"/></g>`;
      })
      .join('');
}

/** A bottle of ink, a dip pen lying before it and a line of ink. */
export function ink(colour: string): Thing {
  return (sheet) => {
    const away = sheet.away;
    const bottle = turned({
      profile: [
        [0, 128],
        [12, 140],
        [12, 140],
        [110, 142],
        [150, 120],
        [172, 66],
        [186, 62],
        [206, 62],
      ],
      colour: mix(colour, '#1a1a22', 0.25),
      tilt: 0.22,
      closed: true,
      gloss: true,
      shadow: 150,
      marks: (_, radiusAt) =>
        `<path d="${ring(radiusAt(96), 96, 0.22)}L142 -34A142 31 0 0 1 -142 -34Z" fill="#f4ead6"/><path d="${ring(radiusAt(84), 84, 0.22)}" fill="none" stroke="${colour}" stroke-width="5"/><circle cx="0" cy="-26" r="15" fill="${colour}"/>`,
    });
    const cap = turned({
      profile: [
        [0, 74],
        [46, 74],
        [46, 74],
        [58, 62],
        [64, 10],
      ],
      colour: '#3a2d28',
      tilt: 0.22,
      closed: true,
      shadow: false,
    });
    const pen = `<g transform="translate(${-away * 20} 116) rotate(${-9 * away}) scale(${away} 1)">${laidShadow(sheet, '<rect x="-230" y="-8" width="400" height="16" rx="8"/>', 9)}<path d="M-240 -4L60 -13Q84 -12 84 0Q84 12 60 13L-240 5Q-246 0 -240 -4Z" fill="#a1744b"/><path d="M-240 -4L60 -13Q84 -12 84 0L-240 0Z" fill="#c99b6d"/><rect x="80" y="-13" width="44" height="26" rx="4" fill="#b98f45"/><path d="M122 -11C150 -14 170 -10 212 0C170 10 150 14 122 11Z" fill="#8f979c"/><path d="M140 0H212" stroke="${darker(colour, 0.2)}" stroke-width="4"/></g>`;
    return together(bottle, at(0, -204, 1, cap), () => pen)(sheet);
  };
}

/** Rolls of block-printed wrapping paper, standing on end in a bunch. */
export function paperRolls(colours: readonly (readonly [string, string])[]): Thing {
  return together(
    ...colours.map(([paper, print], index) => {
      const x = (index - (colours.length - 1) / 2) * 150;
      const motif = index % 3;
      return at(x, index % 2 ? 34 : -26, 1, (sheet) => {
        const turn = sheet.away * (index - 1) * 3;
        const tall = 540 - (index % 2) * 50;
        const marks = () => {
          let drawn = '';
          for (let row = 0; row < 14; row += 1)
            for (let column = -1; column <= 1; column += 1) {
              const [cx, cy] = [column * 44 + (row % 2 ? 22 : 0), -row * 42 - 12];
              drawn +=
                motif === 0
                  ? `M${cx - 11} ${cy}a11 11 0 1 0 22 0a11 11 0 1 0 -22 0`
                  : motif === 1
                    ? `M${cx} ${cy - 16}l14 16l-14 16l-14 -16z`
                    : `M${cx - 20} ${cy + 8}q20 -30 40 0l-8 6q-12 -18 -24 0z`;
            }
          const tie = ring(63, tall * 0.52, 0.26);
          return `<path d="${drawn}" fill="${print}"/><path d="${tie}" fill="none" stroke="#8a5f3c" stroke-width="17"/><path d="${tie}" fill="none" stroke="#c9a06d" stroke-width="17" stroke-dasharray="5 6"/>`;
        };
        const roll = turned({
          profile: [
            [0, 62],
            [tall, 62],
          ],
          colour: paper,
          inside: darker(paper, 0.5),
          rim: lighter(paper, 0.4),
          tilt: 0.26,
          lip: 7,
          marks,
          shadow: 110,
        });
        return `<g transform="rotate(${turn})">${roll(sheet)}</g>`;
      });
    }),
  );
}

/** A fan of printed cards: each shows a simple landscape, fruit or bird shape. */
export function cards(grounds: readonly string[], marks: readonly string[]): Thing {
  return (sheet) => {
    const motifs = [
      (colour: string, ground: string) =>
        `<circle cy="-46" r="62" fill="${colour}"/><path d="M-122 70Q-60 -10 10 54T122 30V168H-122Z" fill="${darker(colour, 0.3)}"/><path d="M-122 116Q-30 60 122 124V168H-122Z" fill="${mix(ground, colour, 0.55)}"/>`,
      (colour: string) =>
        `<path d="M0 130V-20" stroke="${darker(colour, 0.3)}" stroke-width="11"/>${[-64, -32, 0, 32, 64].map((turn) => `<path d="M0 -20C-34 -60 -26 -120 0 -142C26 -120 34 -60 0 -20Z" fill="${colour}" transform="rotate(${turn} 0 -10)"/>`).join('')}`,
      (colour: string, ground: string) =>
        `<path d="M-92 40C-92 -30 -30 -62 30 -50C36 -84 84 -92 96 -58L126 -48L98 -36C96 40 40 84 -30 74L-104 112L-84 66C-90 58 -92 50 -92 40Z" fill="${colour}"/><circle cx="70" cy="-56" r="7" fill="${ground}"/><path d="M-50 26C-20 -10 30 -8 46 12C30 50 -20 56 -50 26Z" fill="${lighter(colour, 0.4)}"/><path d="M-6 74V132M26 66V132" stroke="${darker(colour, 0.3)}" stroke-width="7"/>`,
    ];
    return grounds
      .map((ground, index) => {
        const spread = index - (grounds.length - 1) / 2;
        const card = '<rect x="-150" y="-200" width="300" height="400" rx="5"/>';
        const motif = motifs[index % motifs.length] as (colour: string, ground: string) => string;
        const clip = sheet.define(
          (id) => `<clipPath id="${id}"><rect x="-122" y="-168" width="244" height="336"/></clipPath>`,
        );
        return `<g transform="translate(${n(spread * 165)} ${n([-110, 40, 170][index % 3] ?? 0)}) rotate(${n(spread * 11)}) scale(.94)">${laidShadow(sheet, card, 13)}${card.replace('/>', ' fill="#fbf6ea"/>')}<g clip-path="${clip}"><rect x="-122" y="-168" width="244" height="336" fill="${ground}"/>${motif(marks[index % marks.length] ?? ground, ground)}</g>${card.replace('/>', ` fill="${flatShade(sheet, 0.5)}"/>`)}</g>`;
      })
      .join('');
  };
}

/** A beaker of clay with pencils, a brush and a ruler standing in it. */
export function penPot(glaze: { outside: string; inside: string; clay: string }): Thing {
  return (sheet) => {
    const stick = (x: number, turn: number, long: number, colour: string, tip: string) =>
      `<g transform="translate(${x} -180) rotate(${turn})"><rect x="-13" y="${-long}" width="26" height="${long}" fill="${colour}"/><rect x="-13" y="${-long}" width="9" height="${long}" fill="#fff" opacity=".24"/>${tip}</g>`;
    const lead = (long: number) =>
      `<path d="M-13 ${-long}L0 ${-long - 46}L13 ${-long}Z" fill="#dcb98a"/><path d="M-5 ${-long - 28}L0 ${-long - 46}L5 ${-long - 28}Z" fill="#2b2f38"/>`;
    const brush = `<path d="M-13 -244L-15 -268C-26 -310 -10 -340 2 -356C14 -340 24 -310 15 -268L13 -244Z" fill="#3a2d28"/><rect x="-14" y="-262" width="28" height="30" fill="#b98f45"/>`;
    const ruler = `<g transform="translate(48 -180) rotate(9)"><rect x="-24" y="-300" width="48" height="300" rx="3" fill="#d9b273"/>${Array.from({ length: 14 }, (_, index) => `<path d="M24 ${-290 + index * 20}h${index % 5 === 0 ? -20 : -11}" stroke="#5b3a1e" stroke-width="3"/>`).join('')}</g>`;
    const body = turned({
      profile: [
        [0, 118],
        [12, 126],
        [150, 132],
        [270, 128],
      ],
      colour: glaze.outside,
      inside: darker(glaze.inside, 0.45),
      rim: lighter(glaze.outside, 0.3),
      tilt: 0.22,
      lip: 9,
      gloss: true,
      bands: [{ from: -40, to: 86, colour: glaze.clay }],
    });
    const clip = sheet.define(
      (id) => `<clipPath id="${id}"><path d="M-118 -270A118 26 0 0 0 118 -270V-800H-118Z"/></clipPath>`,
    );
    return `${body(sheet)}<g clip-path="${clip}">${ruler}${stick(-62, -13, 250, '#b9583f', lead(250))}${stick(-16, -4, 234, '#34506e', brush)}${stick(14, 3, 290, '#d9a441', lead(290))}</g>`;
  };
}

/** A closed box seen from the front and above, tied with ribbon: for sets. */
export function giftBox(card: string, ribbon: string, width = 420, height = 190): Thing {
  return (sheet) => {
    const w = width / 2;
    const deep = 120;
    return `${standShadow(sheet, w * 1.02, height * 0.5, 0.14)}<rect x="${-w}" y="${-height}" width="${width}" height="${height}" fill="${card}"/><rect x="${-w}" y="${-height}" width="${width}" height="${height}" fill="${flatShade(sheet)}"/><path d="M${-w - 8} ${-height}L${-w * 0.86} ${-height - deep}H${w * 0.86}L${w + 8} ${-height}Z" fill="${lighter(card, 0.25)}"/><rect x="${-w - 8}" y="${-height}" width="${width + 16}" height="46" fill="${lighter(card, 0.08)}"/><rect x="${-w}" y="${-height + 46}" width="${width}" height="10" fill="${sheet.family.shadow}" opacity=".25"/><path d="M-24 0V${-height}L-21 ${-height - deep}H21L24 ${-height}V0Z" fill="${ribbon}"/><g fill="${darker(ribbon, 0.12)}" transform="translate(0 ${-height - deep * 0.62})"><path d="M0 0C-90 -80 -130 -30 -110 0C-90 24 -40 18 0 0Z"/><path d="M0 0C90 -80 130 -30 110 0C90 24 40 18 0 0Z"/><path d="M-6 6L-70 82L-40 84L4 10ZM6 6L62 76L36 86L-4 10Z" fill="${ribbon}"/><circle r="17" fill="${darker(ribbon, 0.28)}"/></g>`;
  };
}
