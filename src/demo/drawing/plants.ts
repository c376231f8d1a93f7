import { darker, lighter } from './colour.ts';
import { n, type Thing } from './sheet.ts';

/** One leaf from its stalk at 0,0 pointing up; a darker half gives it a fold. */
export function leaf(length: number, width: number, colour: string, turn = 0): Thing {
  return () => {
    const half = (side: number) =>
      `M0 0C${n(side * width)} ${n(-length * 0.25)} ${n(side * width * 0.8)} ${n(-length * 0.75)} 0 ${n(-length)}Z`;
    return `<g transform="rotate(${n(turn)})"><path d="${half(-1)}" fill="${lighter(colour, 0.14)}"/><path d="${half(1)}" fill="${darker(colour, 0.16)}"/></g>`;
  };
}

/** A branch that rises from 0,0, leaning to one side, with leaves in pairs. */
export function branch(height: number, lean: number, colour: string, pairs = 6, size = 62): Thing {
  return (sheet) => {
    const x = (t: number) => lean * t * t;
    const y = (t: number) => -height * t;
    const parts = [
      `<path d="M0 0Q0 ${n(y(0.5))} ${n(x(1))} ${n(y(1))}" fill="none" stroke="${darker(colour, 0.45)}" stroke-width="5" stroke-linecap="round"/>`,
    ];
    for (let index = 0; index < pairs; index += 1) {
      const t = 0.3 + (0.66 * index) / Math.max(1, pairs - 1);
      const grow = size * (1.12 - 0.5 * t) * sheet.between(0.92, 1.08);
      const bow = (Math.atan2(2 * lean * t, height) * 180) / Math.PI;
      for (const side of [-1, 1]) {
        const turn = bow + side * sheet.between(48, 66);
        const lift = side === 1 ? -height * 0.03 : 0;
        parts.push(
          `<g transform="translate(${n(x(t) * 0.98)} ${n(y(t) + lift)})">${leaf(grow, grow * 0.28, colour, turn)(sheet)}</g>`,
        );
      }
    }
    parts.push(
      `<g transform="translate(${n(x(1))} ${n(y(1))})">${leaf(size * 0.7, size * 0.18, colour, (Math.atan2(2 * lean, height) * 180) / Math.PI)(sheet)}</g>`,
    );
    return parts.join('');
  };
}

/** A stem with a round, many-petalled flower at its end. */
export function flower(height: number, lean: number, petal: string, heart: string, green: string): Thing {
  return (sheet) => {
    const petals = Array.from({ length: 11 }, (_, index) =>
      leaf(50, 15, petal, index * (360 / 11) + sheet.between(-4, 4))(sheet),
    ).join('');
    return `<path d="M0 0Q0 ${n(-height * 0.5)} ${n(lean)} ${n(-height)}" fill="none" stroke="${darker(green, 0.3)}" stroke-width="5" stroke-linecap="round"/><g transform="translate(${n(lean * 0.3)} ${n(-height * 0.5)})">${leaf(62, 14, green, 50)(sheet)}</g><g transform="translate(${n(lean)} ${n(-height)}) scale(1 .82)">${petals}<circle r="15" fill="${heart}"/><circle r="15" cx="2" cy="2" fill="none" stroke="${darker(heart, 0.4)}" stroke-width="3" stroke-dasharray="2 5"/></g>`;
  };
}

/** A bushy plant: leaves fan out from 0,0. */
export function bush(count: number, length: number, width: number, colour: string, spread = 150): Thing {
  return (sheet) => {
    const order = Array.from({ length: count }, (_, index) => index - (count - 1) / 2).sort(
      (a, b) => Math.abs(b) - Math.abs(a),
    );
    return order
      .map((place) => {
        const turn = (place / ((count - 1) / 2 || 1)) * (spread / 2) + sheet.between(-7, 7);
        const long = length * sheet.between(0.78, 1.05) * (1 - Math.abs(turn) / 420);
        return leaf(
          long,
          width * sheet.between(0.85, 1.1),
          darker(colour, sheet.between(0, 0.22)),
          turn,
        )(sheet);
      })
      .join('');
  };
}

/** A tuft of dry grass stems with seed heads. */
export function grasses(height: number, colour: string, count = 7): Thing {
  return (sheet) =>
    Array.from({ length: count }, (_, index) => {
      const lean = (index - (count - 1) / 2) * sheet.between(22, 34);
      const tall = height * sheet.between(0.78, 1);
      const head = Array.from({ length: 5 }, (__, seed) => {
        const t = 1 - seed * 0.055;
        return `<ellipse cx="${n(lean * t * t + (seed % 2 ? 5 : -5))}" cy="${n(-tall * t)}" rx="5" ry="12" transform="rotate(${n((seed % 2 ? 18 : -18) + lean * 0.2)} ${n(lean * t * t)} ${n(-tall * t)})"/>`;
      }).join('');
      return `<path d="M0 0Q0 ${n(-tall * 0.5)} ${n(lean)} ${n(-tall)}" fill="none" stroke="${darker(colour, 0.2)}" stroke-width="3"/><g fill="${colour}">${head}</g>`;
    }).join('');
}

/** A round fruit with a stalk, to give scale and a second colour. */
export function fruit(radius: number, colour: string): Thing {
  return (sheet) => {
    const paint = sheet.define(
      (id) =>
        `<radialGradient id="${id}" cx="${sheet.away === 1 ? 0.34 : 0.66}" cy=".28" r=".8"><stop offset="0" stop-color="${lighter(colour, 0.4)}"/><stop offset=".45" stop-color="${colour}"/><stop offset="1" stop-color="${darker(colour, 0.42)}"/></radialGradient>`,
    );
    return `<circle cy="${n(-radius)}" r="${n(radius)}" fill="${paint}"/><path d="M0 ${n(-radius * 1.86)}q2 -9 9 -13" fill="none" stroke="${darker(colour, 0.6)}" stroke-width="4" stroke-linecap="round"/>`;
  };
}
