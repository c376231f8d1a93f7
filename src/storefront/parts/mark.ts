import { html, trusted } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import { shopMark } from '../../demo/shop-mark.ts';
import { hasDrawing } from '../own-drawing.ts';
import type { Drawn } from '../own-drawing.ts';

const shape = 'M3.5 13h17a8.5 8.5 0 0 1-17 0ZM12 3.5a3.25 3.25 0 1 1 0 6.5 3.25 3.25 0 0 1 0-6.5Z';

/** The mark beside the shop's name: its own, or a bowl and what is put into it, in the shop's accent. */
export const mark = (shop: Drawn): Html =>
  hasDrawing(shop)
    ? html`<svg class="mark" viewBox="18 10 156 172" aria-hidden="true">
        <g fill="none" stroke="currentColor" stroke-width="19" stroke-linecap="round">
          <path d="M60 176C28 152 22 124 42 104C60 86 62 70 46 54C32 40 34 22 50 14" />
          <path d="M132 176C164 152 170 124 150 104C132 86 130 70 146 54C160 40 158 22 142 14" />
        </g>
      </svg>`
    : html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
        <path fill="currentColor" d="${trusted(shape)}" />
      </svg>`;

interface Marked extends Drawn {
  readonly accentHue: number;
}

/** The mark as a picture of its own, for tabs and home screens; `ground` fills the square behind it. */
export function markPicture(shop: Marked, ground: boolean): string {
  if (hasDrawing(shop)) return shopMark();
  const hue = shop.accentHue;
  // sRGB stand-ins for the accent's lightness and chroma: picture renderers do not all read OKLCH.
  const accent = `hsl(${hueInSrgb(hue)} 42% 30%)`;
  const light = `hsl(${hueInSrgb(hue)} 45% 76%)`;
  if (ground) {
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path fill="${accent}" d="M0 0h40v40H0z"/><path fill="#fdfcfa" transform="translate(8 8)" d="${shape}"/></svg>`;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><style>path{fill:${accent}}@media (prefers-color-scheme:dark){path{fill:${light}}}</style><path d="${shape}"/></svg>`;
}

/** OKLCH and HSL put their hues at different angles; this is close enough for a mark of one colour. */
function hueInSrgb(hue: number): number {
  const stops = [
    [0, 340],
    [30, 5],
    [60, 28],
    [90, 45],
    [110, 60],
    [140, 118],
    [165, 160],
    [195, 184],
    [230, 200],
    [265, 222],
    [300, 268],
    [330, 310],
    [360, 340],
  ] as const;
  const turn = ((hue % 360) + 360) % 360;
  const next = stops.findIndex(([from]) => from > turn);
  const [a, b] = [stops[next - 1] ?? stops[0], stops[next] ?? stops[12]];
  const step = ((b[1] - a[1] + 540) % 360) - 180;
  return Math.round((a[1] + (step * (turn - a[0])) / (b[0] - a[0]) + 360) % 360);
}
