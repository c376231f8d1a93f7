import { darker, lighter, mix } from './colour.ts';
import { flatShade, laidShadow, roundShade } from './light.ts';
import { leaf } from './plants.ts';
import { at, n, together, type Thing } from './sheet.ts';
import { tube, turned } from './turned.ts';

/** A watering can with a long spout, a rose and an arched handle. */
export function wateringCan(colour: string, brass: string): Thing {
  return (sheet) => {
    const away = sheet.away;
    const spout = `<path d="M${-away * 110} -50L${-away * 300} -318L${-away * 274} -336L${-away * 104} -140Z" fill="${colour}"/><path d="M${-away * 110} -50L${-away * 300} -318L${-away * 290} -325L${-away * 104} -84Z" fill="${sheet.family.shadow}" opacity=".22"/><g transform="translate(${-away * 288} -330) rotate(${-away * 36})"><path d="M-17 12L-48 -44A48 13 0 0 1 48 -44L17 12Z" fill="${brass}"/><ellipse cy="-44" rx="48" ry="14" fill="${lighter(brass, 0.4)}"/><ellipse cy="-44" rx="34" ry="8" fill="none" stroke="${darker(brass, 0.4)}" stroke-width="4" stroke-dasharray="3 7"/></g>`;
    const back = tube(
      `M${away * 120} -230C${away * 260} -230 ${away * 250} -60 ${away * 128} -54`,
      22,
      colour,
    );
    const top = tube(
      `M${-away * 66} -250C${-away * 50} -390 ${away * 90} -390 ${away * 116} -240`,
      22,
      colour,
    );
    const body = turned({
      profile: [
        [0, 130],
        [12, 134],
        [12, 134],
        [200, 126],
        [200, 126],
        [256, 92],
      ],
      colour,
      inside: darker(colour, 0.6),
      tilt: 0.22,
      lip: 7,
      gloss: true,
      shadow: 190,
      bands: [
        { from: 10, to: 20, colour: darker(colour, 0.2) },
        { from: 192, to: 202, colour: darker(colour, 0.2) },
      ],
    });
    const brace = `<path d="M${-away * 98} -212L${-away * 214} -238" stroke="${darker(colour, 0.25)}" stroke-width="9"/>`;
    return together(
      back,
      () => brace,
      () => spout,
      body,
      top,
    )(sheet);
  };
}

/** A hand trowel and a hand fork with ash handles, hung side by side. */
export function handTools(wood: string, steel: string, leather: string): Thing {
  return (sheet) => {
    const grip = `<path d="M-15 -20Q-26 -90 -20 -190Q-18 -226 0 -226Q18 -226 20 -190Q26 -90 15 -20Z" fill="${wood}"/><path d="M-12 -24Q-20 -90 -15 -190L-4 -212Q-8 -90 -4 -24Z" fill="#fff" opacity=".22"/><rect x="-17" y="-28" width="34" height="46" rx="5" fill="${darker(steel, 0.2)}"/><path d="M0 -206C-22 -250 -20 -290 0 -290C20 -290 22 -250 0 -206" fill="none" stroke="${leather}" stroke-width="8"/><circle cy="-204" r="6" fill="${darker(wood, 0.6)}"/>`;
    const neck = `<path d="M-9 10V90H9V10Z" fill="${darker(steel, 0.25)}"/>`;
    const trowel = '<path d="M-30 84Q-66 92 -68 140Q-70 290 0 356Q70 290 68 140Q66 92 30 84Z"/>';
    const fork =
      '<path d="M-74 96Q-76 80 -60 80H60Q76 80 74 96L66 330L58 352L50 330L46 130H14L8 350L0 372L-8 350L-14 130H-46L-50 330L-58 352L-66 330Z"/>';
    const one = (x: number, turn: number, blade: string, more: string) =>
      `<g transform="translate(${x} 0) rotate(${turn})">${laidShadow(sheet, `${blade}<rect x="-20" y="-220" width="40" height="300" rx="16"/>`, 15)}${neck}${blade.replace('/>', ` fill="${steel}"/>`)}${blade.replace('/>', ` fill="${flatShade(sheet, 1.1)}"/>`)}${more}${grip}</g>`;
    return (
      one(
        -120,
        4,
        trowel,
        `<path d="M0 96V330" stroke="${lighter(steel, 0.6)}" stroke-width="6" opacity=".7"/><path d="M-46 130Q-46 250 -6 312" stroke="#fff" stroke-width="7" fill="none" opacity=".3"/>`,
      ) + one(130, -4, fork, '')
    );
  };
}

/** A paper packet of seeds with a drawing of what will grow, and a few seeds before it. */
export function seedPacket(
  paper: string,
  motif: 'tomato' | 'basil' | 'flower' | 'chilli',
  ink: string,
  green: string,
): Thing {
  return (sheet) => {
    const pictures = {
      tomato: `<path d="M0 -150Q-6 -70 0 30" stroke="${green}" stroke-width="9" fill="none"/><circle cx="-62" cy="20" r="56" fill="${ink}"/><circle cx="56" cy="40" r="64" fill="${darker(ink, 0.14)}"/><circle cx="-6" cy="-46" r="46" fill="${lighter(ink, 0.12)}"/>${[
        [-62, -32],
        [56, -20],
        [-6, -88],
      ]
        .map(
          ([x, y]) =>
            `<g transform="translate(${x} ${y})">${[-70, -20, 30, 80].map((turn) => leaf(34, 9, green, turn)(sheet)).join('')}</g>`,
        )
        .join('')}`,
      basil: `<g transform="translate(0 110)"><path d="M0 20V-150" stroke="${green}" stroke-width="9"/>${[
        [0, 74, 84],
        [-70, 92, 78],
        [-128, 66, 52],
      ]
        .map(
          ([y = 0, turn = 0, long = 0]) =>
            `<g transform="translate(0 ${y})">${leaf(long * 1.2, long * 0.62, green, turn)(sheet)}${leaf(long * 1.2, long * 0.62, green, -turn)(sheet)}</g>`,
        )
        .join(
          '',
        )}<g transform="translate(0 -146)">${leaf(70, 30, lighter(green, 0.15), 18)(sheet)}${leaf(70, 30, lighter(green, 0.15), -18)(sheet)}</g></g>`,
      flower: `<path d="M0 -20V120" stroke="${green}" stroke-width="9"/><g transform="translate(0 90)">${leaf(90, 22, green, 62)(sheet)}${leaf(90, 22, green, -62)(sheet)}</g><g transform="translate(0 -40)">${Array.from({ length: 14 }, (_, index) => leaf(104, 24, ink, index * (360 / 14))(sheet)).join('')}<circle r="34" fill="#4a2f20"/><circle r="24" fill="none" stroke="#8a5f3c" stroke-width="6" stroke-dasharray="4 7"/></g>`,
      chilli: `<path d="M0 -130Q4 -60 0 -20" stroke="${green}" stroke-width="9" fill="none"/>${[-34, 0, 34].map((turn, index) => `<g transform="translate(${turn * 2.1} ${-78 + (index === 1 ? 44 : 0)}) rotate(${turn * -0.9}) scale(.86 1)"><path d="M-26 0C-34 90 -10 150 22 182C24 140 36 80 26 0Z" fill="${index === 1 ? lighter(ink, 0.12) : ink}"/><path d="M-14 14C-20 70 -12 110 0 140" stroke="#fff" stroke-width="7" fill="none" opacity=".35"/><path d="M-30 4Q0 -26 30 4Q0 14 -30 4Z" fill="${green}"/></g>`).join('')}`,
    };
    const packet = '<path d="M-170 -264H170V264H-170Z"/>';
    const seeds = Array.from(
      { length: 9 },
      (_, index) =>
        `<ellipse cx="${n(-150 + index * 38 + sheet.between(-9, 9))}" cy="${n(330 + sheet.between(-18, 18))}" rx="9" ry="6" transform="rotate(${n(sheet.between(0, 150))} ${n(-150 + index * 38)} 330)"/>`,
    ).join('');
    return `<g transform="rotate(${3 * sheet.away})">${laidShadow(sheet, packet, 18)}${packet.replace('/>', ` fill="${paper}"/>`)}<path d="M-170 -264H170V-210Q0 -176 -170 -210Z" fill="${lighter(paper, 0.4)}" stroke="${darker(paper, 0.3)}" stroke-width="3"/><circle cy="-222" r="12" fill="${ink}"/><rect x="-142" y="-158" width="284" height="330" rx="142" fill="${mix(paper, '#ffffff', 0.6)}"/><g transform="translate(0 20) scale(.92)">${pictures[motif]}</g><path d="M-84 206H84M-52 230H52" stroke="${darker(ink, 0.2)}" stroke-width="7" stroke-linecap="round"/>${packet.replace('/>', ` fill="${flatShade(sheet, 0.7)}"/>`)}</g><g fill="${darker(ink, 0.45)}">${seeds}</g>`;
  };
}

/** A calabash made into a nesting box, hung from a cord, with a perch and a bird. */
export function birdHouse(skin: string, bird: string): Thing {
  return (sheet) => {
    const away = sheet.away;
    const body = turned({
      profile: [
        [0, 64],
        [20, 130],
        [130, 196],
        [250, 140],
        [330, 66],
        [400, 24],
        [404, 4],
      ],
      colour: skin,
      tilt: 0.16,
      closed: true,
      gloss: true,
      shadow: false,
      marks: () =>
        `<path d="M-220 -238Q0 -196 220 -238" fill="none" stroke="${darker(skin, 0.4)}" stroke-width="6" stroke-dasharray="4 11"/>`,
    });
    const hole = `<ellipse cy="-150" rx="54" ry="56" fill="${darker(skin, 0.45)}"/><ellipse cx="${away * 5}" cy="-146" rx="46" ry="49" fill="#2a1a12"/>`;
    const perch = tube('M0 -66L0 -40', 20, '#8a5f3c');
    const guest = `<g transform="translate(${away * -12} -76) scale(${away * 0.72} .72)"><path d="M-96 26C-96 -36 -30 -66 24 -54C30 -88 82 -96 94 -60L124 -50L96 -38C94 36 40 74 -26 66L-120 96L-84 52C-92 44 -96 36 -96 26Z" fill="${bird}"/><path d="M24 -54C30 -88 82 -96 94 -60C70 -52 50 -42 24 -54Z" fill="${darker(bird, 0.4)}"/><circle cx="66" cy="-64" r="6" fill="#fff"/><path d="M-56 14C-26 -22 24 -18 40 4C24 40 -26 44 -56 14Z" fill="${darker(bird, 0.25)}"/><path d="M-10 66V92M16 62V92" stroke="#3a2d28" stroke-width="6"/></g>`;
    return `<path d="M0 -390V-900" stroke="#6d5137" stroke-width="8"/>${body(sheet)}${hole}${perch(sheet)}${guest}`;
  };
}

/** A spool of garden twine on a wooden reel with the loose end in front. */
export function twine(fibre: string, wood: string): Thing {
  return (sheet) => {
    const disc = (y: number): Thing =>
      at(
        0,
        y,
        1,
        turned({
          profile: [
            [0, 150],
            [26, 150],
          ],
          colour: wood,
          inside: lighter(wood, 0.12),
          rim: lighter(wood, 0.2),
          tilt: 0.26,
          lip: 6,
          shadow: y === 0 ? 120 : false,
        }),
      );
    const body = turned({
      profile: [
        [0, 112],
        [90, 122],
        [180, 112],
      ],
      colour: fibre,
      tilt: 0.26,
      closed: true,
      shadow: false,
      marks: (_, radiusAt) =>
        Array.from({ length: 14 }, (__, row) => {
          const h = row * 14;
          const r = radiusAt(h) + 2;
          return `<path d="M${n(-r)} ${n(-h - 4)}A${n(r)} ${n(r * 0.26)} 0 0 0 ${n(r)} ${n(-h + 4)}" fill="none" stroke="${row % 2 ? darker(fibre, 0.3) : lighter(fibre, 0.4)}" stroke-width="5" opacity=".75"/>`;
        }).join(''),
    });
    const hole = `<ellipse cy="-232" rx="26" ry="8" fill="#3b2a20"/>`;
    const loose = `<path d="M${-sheet.away * 108} -70C${-sheet.away * 200} 20 ${-sheet.away * 60} 90 ${sheet.away * 40} 60S${sheet.away * 230} 20 ${sheet.away * 220} 90" fill="none" stroke="${darker(fibre, 0.3)}" stroke-width="11" stroke-linecap="round"/><path d="M${-sheet.away * 108} -72C${-sheet.away * 200} 18 ${-sheet.away * 60} 88 ${sheet.away * 40} 58S${sheet.away * 230} 18 ${sheet.away * 220} 88" fill="none" stroke="${lighter(fibre, 0.2)}" stroke-width="5" stroke-dasharray="8 7"/>`;
    return together(disc(0), at(0, -26, 1, body), disc(-206), () => hole + loose)(sheet);
  };
}

/** A hand broom of bound grass, hung by its loop. */
export function broom(grass: string, binding: string): Thing {
  return (sheet) => {
    const shape = 'M-30 -60C-50 60 -110 250 -200 420Q0 486 200 420C110 250 50 60 30 -60Z';
    const strands = Array.from({ length: 23 }, (_, index) => {
      const share = (index - 11) / 11;
      return `M${n(share * 26)} -50Q${n(share * 60)} 180 ${n(share * 196)} ${n(432 + 22 * (1 - share * share) + sheet.between(-16, 14))}`;
    });
    const bind = [-40, -14, 78]
      .map(
        (y, index) =>
          `<path d="M${n(-38 - index * 12)} ${y}Q0 ${y + 16} ${n(38 + index * 12)} ${y}" fill="none" stroke="${binding}" stroke-width="17"/>`,
      )
      .join('');
    return `${laidShadow(sheet, `<path d="${shape}"/><rect x="-22" y="-320" width="44" height="280" rx="20"/>`, 18)}<path d="M0 -300C-26 -350 -22 -400 0 -400C22 -400 26 -350 0 -300" fill="none" stroke="${binding}" stroke-width="9"/>${tube('M0 -300V-50', 42, mix(grass, '#8a5f3c', 0.5))(sheet)}<path d="${shape}" fill="${grass}"/><path d="${strands.filter((_, index) => index % 2 === 0).join('')}" fill="none" stroke="${darker(grass, 0.34)}" stroke-width="7"/><path d="${strands.filter((_, index) => index % 2).join('')}" fill="none" stroke="${lighter(grass, 0.35)}" stroke-width="7"/><path d="${shape}" fill="${flatShade(sheet, 0.9)}"/>${bind}<path d="M-30 -60C-36 -110 36 -110 30 -60Z" fill="${grass}"/><path d="M-32 -66H32M-31 -78H31M-28 -90H28" stroke="${binding}" stroke-width="9"/>`;
  };
}

/** A folded canvas glove pair. */
export function gloves(cloth: string, cuff: string): Thing {
  const one =
    (turn: number, flip: number): Thing =>
    (sheet) => {
      const shape =
        '<path d="M-84 190L-92 -20C-100 -60 -112 -150 -104 -176C-98 -196 -68 -194 -64 -172L-52 -70L-50 -230C-50 -256 -12 -256 -10 -230L-6 -74L6 -244C8 -268 46 -266 46 -240L42 -70L62 -204C66 -228 102 -222 100 -198L92 -20L132 -72C148 -92 178 -72 166 -48C140 4 110 60 92 84L88 190Z"/>';
      const patch = '<path d="M-84 -10Q0 -30 88 -10L84 120Q0 140 -84 120Z"/>';
      return `<g transform="rotate(${turn}) scale(${flip} 1)">${laidShadow(sheet, shape, 15)}${shape.replace('/>', ` fill="${cloth}" stroke="${darker(cloth, 0.25)}" stroke-width="4" stroke-linejoin="round"/>`)}${patch.replace('/>', ` fill="${lighter(cuff, 0.1)}" stroke="${lighter(cuff, 0.5)}" stroke-width="3" stroke-dasharray="9 7"/>`)}<path d="M-90 180H94V268Q0 282 -90 268Z" fill="${cuff}"/><path d="M-88 200H92M-88 250H92" stroke="${lighter(cuff, 0.5)}" stroke-width="3" stroke-dasharray="9 7"/>${shape.replace('/>', ` fill="${flatShade(sheet, 0.8)}"/>`)}<rect x="-90" y="180" width="184" height="90" fill="${roundShade(sheet, 0.5)}"/></g>`;
    };
  return together(at(110, -20, 1, one(16, 1)), at(-90, 20, 1, one(-10, -1)));
}
