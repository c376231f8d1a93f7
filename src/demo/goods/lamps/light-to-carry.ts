import { dusk } from '../../drawing/families.ts';
import { readingLamp, tripod } from '../../drawing/lamps.ts';
import { candles, tinLantern } from '../../drawing/lanterns.ts';
import { at } from '../../drawing/sheet.ts';
import { grid, product, prose, single, studio } from '../../make.ts';
import type { DemoProduct } from '../../types.ts';

const { onTable, atTable } = studio(dusk, 'lamps');
const collections = ['lamps'] as const;

/** Lanterns, desk lamps, candles and a floor lamp. */
export const otherLights: readonly DemoProduct[] = [
  product({
    slug: 'tin-lantern',
    title: 'Tin lantern',
    descriptionHtml: prose(
      'A candle lantern cut from oil and paint tins, hammered flat, pierced with a chisel and soldered into shape again. If you take the candle out and look inside, you can often read what the tin once held. The roof lifts off, the bail hangs on any branch.',
      [
        'Height 26 cm, diameter 14 cm',
        'For tea lights and short candles, outdoors and in',
        'Bands painted with heat-proof enamel',
        'May rust in time if it is left out in rain',
      ],
    ),
    vendor: 'Medina Tinsmiths',
    category: ['Lighting', 'Lanterns and candles'],
    collections: ['lamps', 'garden'],
    tags: ['recycled', 'outdoor', 'candle'],
    attributes: {
      material: 'Reused tin',
      origin: 'Senegal',
      heightMm: 260,
      diameterMm: 140,
      outdoor: true,
      handmade: true,
    },
    optionNames: ['Bands'],
    variants: grid(
      'LMP-TIN',
      [
        [
          { value: 'Red', code: 'RED' },
          { value: 'Ochre', code: 'OCH' },
        ],
      ],
      { price: 2900n, grams: 520, stock: [14, 11], barcodesFrom: 5041 },
    ),
    pictures: [
      onTable(
        'tin',
        'A tin lantern with lozenge openings, red bands and a wire handle, lit from inside',
        at(400, 860, 1.42, tinLantern('#7d8a8c', '#a5432d')),
      ),
      onTable(
        'tin-ochre',
        'The lantern with ochre bands',
        at(400, 860, 1.42, tinLantern('#7d8a8c', '#c98f35')),
      ),
    ],
  }),
  product({
    slug: 'clerk-reading-lamp',
    title: 'Clerk’s reading lamp',
    descriptionHtml: prose(
      'A jointed lamp for desk and reading chair, after the ones that stood in every railway office. The arm is brass tube with a friction joint that holds where you leave it; the hood turns all the way round. All parts are screwed, none glued, and each of them can be ordered again.',
      [
        'Reach 52 cm, foot 18 cm and weighted',
        'E14 socket, 5 W LED bulb included',
        'Switch in the foot, textile cable 1.8 m',
        'Powder-coated steel hood',
      ],
    ),
    vendor: 'Athi Enamel Works',
    category: ['Lighting', 'Table lamps'],
    collections: ['lamps', 'paper-writing'],
    tags: ['brass', 'desk', 'repairable'],
    attributes: {
      material: 'Brass, steel',
      origin: 'Kenya',
      heightMm: 520,
      socket: 'E14',
      maxWatt: 5,
      dimmable: false,
      repairable: true,
    },
    optionNames: ['Colour'],
    variants: grid(
      'LMP-CLERK',
      [
        [
          { value: 'Sage', code: 'SAG' },
          { value: 'Brick', code: 'BRK' },
          { value: 'Cream', code: 'CRM' },
        ],
      ],
      { price: 14900n, grams: 2900, stock: [7, 4, 6], barcodesFrom: 5051, was: { 'LMP-CLERK-BRK': 17900n } },
    ),
    pictures: [
      onTable(
        'clerk',
        'A jointed brass reading lamp with a sage hood, lit',
        at(345, 870, 1.22, readingLamp('#5c7a6c', '#b98f45')),
      ),
      onTable(
        'clerk-brick',
        'The lamp with a brick-red hood',
        at(345, 870, 1.22, readingLamp('#a4493a', '#b98f45')),
      ),
      onTable(
        'clerk-cream',
        'The lamp with a cream hood',
        at(345, 870, 1.22, readingLamp('#d9cdb4', '#b98f45')),
      ),
    ],
  }),
  product({
    slug: 'beeswax-candles',
    title: 'Beeswax candles',
    descriptionHtml: prose(
      'Hand-dipped candles of pure beeswax from the same forests as our honey. Twenty-eight dips make one candle; cut across, it shows rings like a tree. Beeswax burns slowly, hardly drips and smells faintly of honey and nothing else. The wick is plain cotton.',
      [
        'Each 2.2 × 24 cm, burns for about nine hours',
        'Pack of two, six or twelve in brown paper',
        'Trim the wick to half a centimetre; the clay holders are sold by our potteries',
      ],
    ),
    vendor: 'Lukanga Bee Forest',
    category: ['Lighting', 'Lanterns and candles'],
    collections,
    tags: ['beeswax', 'candle', 'under-30'],
    attributes: {
      material: 'Beeswax, cotton',
      origin: 'Zambia',
      heightMm: 240,
      burnHours: 9,
      handmade: true,
    },
    optionNames: ['Pack'],
    variants: grid(
      'LMP-CANDLE',
      [
        [
          { value: 'Two', code: '2' },
          { value: 'Six', code: '6', plus: 1600n, heavier: 380 },
          { value: 'Twelve', code: '12', plus: 3600n, heavier: 950 },
        ],
      ],
      { price: 950n, grams: 195, stock: [50, 31, 12], barcodesFrom: 5061 },
    ),
    pictures: [
      onTable(
        'candles',
        'Two burning beeswax candles in low clay holders',
        at(395, 870, 1.4, candles('#d9a441', '#b8593a')),
      ),
    ],
  }),
  product({
    slug: 'three-leg-floor-lamp',
    title: 'Three-leg floor lamp',
    descriptionHtml: prose(
      'A floor lamp on three turned legs of mninga, joined under a brass ring so that the lamp folds together like an umbrella for moving house. The drum shade is the linen of our table lamp, one size larger. <strong>We are still testing the joint</strong> and will open sales when it has held a thousand openings.',
      [
        'Height 142 cm, shade 45 cm',
        'E27 socket, up to 12 W LED',
        'Foot switch on a textile cable of 2.5 m',
        'Fits through a door when folded',
      ],
    ),
    vendor: 'Arusha Joinery',
    category: ['Lighting', 'Floor lamps'],
    collections,
    tags: ['wood', 'linen'],
    attributes: {
      material: 'Mninga wood, linen, brass',
      origin: 'Tanzania',
      heightMm: 1420,
      diameterMm: 450,
      socket: 'E27',
      maxWatt: 12,
      dimmable: true,
    },
    optionNames: [],
    variants: single('LMP-TRIPOD', { price: 24900n, grams: 5200, stock: [2] }),
    pictures: [
      atTable(
        760,
        'tripod',
        'A floor lamp on three wooden legs with a lit linen drum shade',
        at(400, 900, 1.22, tripod('#8a5f3c', '#efe0c4')),
      ),
    ],
    status: 'draft',
  }),
];
