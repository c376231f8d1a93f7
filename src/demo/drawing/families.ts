import type { Family } from './sheet.ts';

/** Warm sand, morning light from the left. */
export const sand: Family = { wall: '#ead9c6', table: '#d9b996', shadow: '#4a2413', light: 'left' };
/** Pale sage, light from the right. */
export const sage: Family = { wall: '#d3dbcd', table: '#b7c1b0', shadow: '#2c2a1c', light: 'right' };
/** Washed rose, light from the left. */
export const rose: Family = { wall: '#e6d9d6', table: '#cfb9b3', shadow: '#3a2028', light: 'left' };
/** Cool kitchen grey over stone. */
export const mist: Family = { wall: '#d3dbdf', table: '#b7a68f', shadow: '#2b211c', light: 'left' };
/** Dusk, for things that glow. */
export const dusk: Family = { wall: '#33434f', table: '#232f3a', shadow: '#0d1218', light: 'right' };
/** Straw yellow, desk light from the right. */
export const straw: Family = { wall: '#ecd9a8', table: '#d9bd80', shadow: '#4a3210', light: 'right' };
/** Leaf-shade green, light from the left. */
export const green: Family = { wall: '#c9d8c6', table: '#c2b59b', shadow: '#26301f', light: 'left' };
