import type { Weave } from '../drawing/baskets.ts';
import type { Glaze } from '../drawing/ceramics.ts';
import type { Fabric } from '../drawing/cloth.ts';

/** The glazes the potteries work with. */
export const glazes = {
  terracotta: { outside: '#b8593a', inside: '#f0e2cc', clay: '#8e4329' },
  bone: { outside: '#f1e6d3', inside: '#f7efe0', clay: '#b06a46' },
  indigo: { outside: '#34506e', inside: '#e9e1d0', clay: '#a8623f' },
  sage: { outside: '#8fa58a', inside: '#eee7d4', clay: '#a8623f' },
  ochre: { outside: '#d19a3d', inside: '#f3e8d2', clay: '#9a5a36' },
} as const satisfies Record<string, Glaze>;

/** Straw, dyed strand and edge. */
export const weaves = {
  rust: { straw: '#d9ae68', dye: '#7d3b23', edge: '#c08f4a' },
  indigo: { straw: '#e0bb7c', dye: '#2c3f56', edge: '#2c3f56' },
  forest: { straw: '#dcb873', dye: '#4c6146', edge: '#4c6146' },
} as const satisfies Record<string, Weave>;

/** Striped and plain cloths. */
export const fabrics = {
  harbour: {
    ground: '#ece3d6',
    stripes: [
      [0.1, 0.06, '#2f4560'],
      [0.2, 0.02, '#2f4560'],
      [0.47, 0.06, '#b9583f'],
      [0.78, 0.02, '#2f4560'],
      [0.84, 0.06, '#2f4560'],
    ],
  },
  indigo: {
    ground: '#34506e',
    stripes: [
      [0.12, 0.03, '#d9d2c2'],
      [0.2, 0.015, '#d9d2c2'],
      [0.785, 0.015, '#d9d2c2'],
      [0.85, 0.03, '#d9d2c2'],
    ],
  },
  rust: {
    ground: '#b8593a',
    stripes: [
      [0.12, 0.05, '#f0e2cc'],
      [0.22, 0.02, '#3b2a22'],
      [0.76, 0.02, '#3b2a22'],
      [0.83, 0.05, '#f0e2cc'],
    ],
  },
  natural: {
    ground: '#e9dfcc',
    stripes: [
      [0.1, 0.03, '#a08a6c'],
      [0.17, 0.015, '#a08a6c'],
      [0.815, 0.015, '#a08a6c'],
      [0.87, 0.03, '#a08a6c'],
    ],
  },
  ochre: {
    ground: '#cf9440',
    stripes: [
      [0.12, 0.05, '#f3e6cd'],
      [0.22, 0.02, '#6b3a1e'],
      [0.76, 0.02, '#6b3a1e'],
      [0.83, 0.05, '#f3e6cd'],
    ],
  },
  moss: {
    ground: '#6f8068',
    stripes: [
      [0.12, 0.03, '#e9e1d0'],
      [0.2, 0.015, '#e9e1d0'],
      [0.785, 0.015, '#e9e1d0'],
      [0.85, 0.03, '#e9e1d0'],
    ],
  },
} as const satisfies Record<string, Fabric>;
