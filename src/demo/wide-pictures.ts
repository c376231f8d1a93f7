import { basket, lidded, marketBasket, tray } from './drawing/baskets.ts';
import { beaker, bowl, jug, teapot } from './drawing/ceramics.ts';
import { jar, vase } from './drawing/vases.ts';
import { cushion, folded, hanging, rug } from './drawing/cloth.ts';
import { dusk, green, mist, rose, sage, sand, straw } from './drawing/families.ts';
import { birdHouse, wateringCan } from './drawing/garden.ts';
import { flowerPot, planter } from './drawing/pots.ts';
import { mortar } from './drawing/kitchen.ts';
import { beans, coffeeBag, coffeePot, cup, mug } from './drawing/coffee.ts';
import { paperGlobe, pendant, tableLamp } from './drawing/lamps.ts';
import { candles, tinLantern } from './drawing/lanterns.ts';
import { cards, letterSet, notebook } from './drawing/paper.ts';
import { branch, bush, grasses } from './drawing/plants.ts';
import { at, flat, picture, together, wide, type Thing } from './drawing/sheet.ts';
import { fabrics, glazes, weaves } from './goods/colours.ts';

const { bone, indigo, ochre, sage: celadon, terracotta } = glazes;

const shelves = {
  ceramics: picture(
    sand,
    wide,
    'wide/ceramics',
    together(
      at(320, 670, 0.8, vase(bone, branch(250, -90, '#6f8055', 6, 66))),
      at(1290, 660, 0.95, jar(indigo, 330, 118)),
      at(660, 720, 0.95, teapot(celadon)),
      at(1000, 740, 0.86, bowl(terracotta, 265, 205, ['#e3a63a', '#c9502f'])),
      at(480, 800, 0.9, beaker(ochre)),
      at(1345, 800, 0.86, beaker(bone)),
    ),
  ),
  'baskets-weaving': picture(
    sage,
    wide,
    'wide/baskets',
    together(
      at(800, 250, 0.58, tray(weaves.rust, 310, 7)),
      at(1230, 690, 0.95, lidded(weaves.indigo, 'bands')),
      at(420, 730, 1.02, marketBasket(weaves.rust, 'steps', '#5a3020')),
      at(
        850,
        780,
        0.98,
        basket(
          [
            [0, 122],
            [20, 152],
            [150, 180],
            [265, 168],
          ],
          weaves.forest,
          'dipped',
          { strands: 24, pitch: 22 },
        ),
      ),
    ),
  ),
  textiles: picture(
    rose,
    wide,
    'wide/textiles',
    together(
      at(760, 70, 0.62, rug('#e5d3b8', '#a5432d', '#2f4560', 520, 560)),
      at(290, 110, 0.84, hanging(fabrics.harbour, 330, 600, 'fringe')),
      at(1290, 740, 0.92, cushion({ ground: '#c9873a', stripes: [[0, 0, '#f2e6d2']] }, 450, 'cross')),
      at(760, 790, 0.98, folded(fabrics.indigo, 440, 5, 46, 'fringe')),
    ),
  ),
  'kitchen-coffee': picture(
    mist,
    wide,
    'wide/kitchen',
    together(
      at(320, 690, 0.95, coffeeBag('#c9a877', '#f4ead6', '#b23a2a')),
      at(1310, 690, 0.95, mortar('#8b8f90', '#a1744b')),
      at(740, 740, 1.02, coffeePot('#3a2a26', '#d9ae68')),
      at(1020, 750, 0.8, mug('#3f6b73')),
      at(1010, 840, 0.8, cup(bone)),
      at(400, 800, 0.9, beans(8, 230)),
    ),
  ),
  lamps: picture(
    dusk,
    wide,
    'wide/lamps',
    together(
      at(1250, 330, 0.9, pendant('#d9ae68')),
      at(760, 230, 0.66, paperGlobe('#f3e8d2')),
      at(380, 760, 1.02, tableLamp('#b8593a', '#efe0c4')),
      at(800, 790, 0.82, candles('#d9a441', '#b8593a')),
      at(1250, 800, 0.66, tinLantern('#7d8a8c', '#a5432d')),
    ),
  ),
  'paper-writing': picture(
    straw,
    { ...flat, width: 1600, height: 900 },
    'wide/paper',
    together(
      at(310, 470, 0.98, notebook('#2f4560', '#b9583f', '#e7c777')),
      at(790, 400, 0.94, letterSet('#e9c9b5', '#2f4560', '#a5322d')),
      at(1285, 400, 0.8, cards(['#f0d9b0', '#cfdccb', '#e9c9b5'], ['#b9583f', '#55734f', '#2f4560'])),
    ),
  ),
  garden: picture(
    green,
    wide,
    'wide/garden',
    together(
      at(700, 380, 0.56, birdHouse('#c08a45', '#34648a')),
      at(1250, 750, 0.98, planter('#34506e', '#a1744b', bush(11, 330, 28, '#55734f', 130))),
      at(390, 750, 0.98, wateringCan('#4f7166', '#b98f45')),
      at(880, 800, 0.86, flowerPot('#b8653f', 1, bush(9, 210, 40, '#6b8a52', 170))),
    ),
  ),
} as const satisfies Record<string, () => string>;

/** The shelves that have a wide picture. */
export type Shelf = keyof typeof shelves;

/** The wide picture of a collection. Shape: a 16:9 SVG. */
export function shelfPicture(shelf: Shelf): () => string {
  return shelves[shelf];
}

const hero: Thing = together(
  at(1190, 660, 0.86, vase(bone, grasses(220, '#b58a4a'))),
  at(1400, 680, 0.82, jug(indigo)),
  at(930, 720, 0.84, marketBasket(weaves.rust, 'steps', '#5a3020')),
  at(1215, 800, 0.8, bowl(terracotta, 250, 190, ['#e3a63a', '#c9502f'])),
  at(1450, 800, 0.78, cup(ochre)),
);

/** The picture for the home page; its left half is calm, so that words can stand on it. Shape: a 16:9 SVG. */
export const heroPicture = picture(sand, wide, 'wide/hero', hero);
