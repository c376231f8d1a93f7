import { tableCeramics } from './goods/ceramics/table.ts';
import { homeCeramics } from './goods/ceramics/home.ts';
import { carriedBaskets } from './goods/baskets/baskets.ts';
import { hatsMatsStorage } from './goods/baskets/hats-mats-storage.ts';
import { softTextiles } from './goods/textiles/soft.ts';
import { tableAndFloorTextiles } from './goods/textiles/table-and-floor.ts';
import { coffee } from './goods/kitchen/coffee.ts';
import { kitchenTools } from './goods/kitchen/tools.ts';
import { roomLamps } from './goods/lamps/rooms.ts';
import { otherLights } from './goods/lamps/light-to-carry.ts';
import { writingPaper } from './goods/paper/writing.ts';
import { inkAndPrint } from './goods/paper/ink-and-print.ts';
import { growing } from './goods/garden/growing.ts';
import { gardenKeeping } from './goods/garden/keeping.ts';
import type { DemoCollection, DemoShop } from './types.ts';
import { shelfPicture, type Shelf } from './wide-pictures.ts';

export type { DemoCollection, DemoPicture, DemoProduct, DemoShop, DemoVariant } from './types.ts';
export { favicon, shopMark } from './shop-mark.ts';
export { heroPicture } from './wide-pictures.ts';

function shelf(slug: Shelf, title: string, description: string, alt: string): DemoCollection {
  return { slug, title, description, picture: { alt, svg: shelfPicture(slug) } };
}

/** The shop that the open-shop profile shows when it is first started: an invented house with goods drawn by our own code. */
export const demoShop: DemoShop = {
  name: 'Tandala Row',
  tagline: 'Things for the house, made by hand between Dakar and Durban',
  currency: 'EUR',
  accentHue: 40,
  collections: [
    shelf(
      'ceramics',
      'Ceramics',
      'Stoneware from two potteries: bowls, plates and jugs for every day, and vases for the days between.',
      'A vase, a teapot, a bowl of fruit, a jar and beakers on a table',
    ),
    shelf(
      'baskets-weaving',
      'Baskets and weaving',
      'Grass, sisal, raffia and palm, woven by cooperatives that set their own prices.',
      'A market basket, a sisal basket and a lidded basket under a coiled tray',
    ),
    shelf(
      'textiles',
      'Textiles',
      'Throws, towels, cushions and rugs from hand looms, in colours that plants and earth can give.',
      'Folded throws, a cushion, a hanging towel and a rug',
    ),
    shelf(
      'kitchen-coffee',
      'Kitchen and coffee',
      'Highland coffee, the pots and cups it is drunk from, and tools that stay in the kitchen for decades.',
      'A coffee bag, a black coffee pot, a mug, a cup and a mortar',
    ),
    shelf(
      'lamps',
      'Lamps',
      'Light through grass, linen, paper and pierced calabash, and candles for when the power is out.',
      'A table lamp, a paper globe, candles, a woven pendant and a tin lantern, all lit',
    ),
    shelf(
      'paper-writing',
      'Paper and writing',
      'Notebooks, letters, ink and wrapping paper for people who still write things down.',
      'A notebook, letter paper with envelopes and printed postcards',
    ),
    shelf(
      'garden',
      'Garden',
      'Pots, forged tools, seeds that can be saved, and a house for the birds.',
      'A watering can, a potted plant, a planter on legs and a bird house',
    ),
  ],
  products: [
    ...tableCeramics,
    ...homeCeramics,
    ...carriedBaskets,
    ...hatsMatsStorage,
    ...softTextiles,
    ...tableAndFloorTextiles,
    ...coffee,
    ...kitchenTools,
    ...roomLamps,
    ...otherLights,
    ...writingPaper,
    ...inkAndPrint,
    ...growing,
    ...gardenKeeping,
  ],
};
